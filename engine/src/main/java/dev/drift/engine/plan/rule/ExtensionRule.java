package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Extension;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Verb;
import java.util.List;
import java.util.Set;

/** Extensions: made, dropped and moved to another schema. */
final class ExtensionRule implements Rule<Extension> {
  @Override
  public List<Action> create(Extension extension, Scene scene) {
    String schema = extension.schema().isEmpty() ? "public" : extension.schema();
    return List.of(
        Action.of(
                Verb.CREATE,
                extension.id(),
                "create " + extension.id(),
                MemberPrivileges.keptBy(
                    "CREATE EXTENSION " + quote(extension.id().name()) + " SCHEMA " + quote(schema),
                    extension,
                    scene))
            .when("NOT " + exists(extension)));
  }

  @Override
  public List<Action> drop(Extension extension, Scene scene) {
    return List.of(
        Action.of(
                Verb.DROP,
                extension.id(),
                "drop " + extension.id(),
                "DROP EXTENSION " + quote(extension.id().name()))
            .hazard(Hazard.DELETES_DATA)
            .when(exists(extension)));
  }

  @Override
  public Change change(Extension before, Extension after, Set<String> attributes, Scene scene) {
    if (after.schema().isEmpty() || before.schema().isEmpty()) {
      return new Change.InPlace(List.of());
    }
    return new Change.InPlace(
        List.of(
            Action.of(
                    Verb.ALTER,
                    after.id(),
                    "move " + after.id() + " to schema " + after.schema(),
                    move(after, scene))
                .when(
                    "EXISTS (SELECT FROM pg_extension WHERE extname = "
                        + literal(after.id().name())
                        + " AND extnamespace = to_regnamespace("
                        + literal(quote(before.schema()))
                        + "))")));
  }

  /** An extension that cannot be moved is dropped and created, if that is allowed. */
  private static String move(Extension after, Scene scene) {
    String name = quote(after.id().name());
    String move = "ALTER EXTENSION " + name + " SET SCHEMA " + quote(after.schema());
    if (!scene.options().allowDestructive()) {
      return move;
    }
    return "IF (SELECT extrelocatable FROM pg_extension WHERE extname = "
        + literal(after.id().name())
        + ") THEN\n      "
        + move
        + ";\n    ELSE\n      DROP EXTENSION "
        + name
        + ";\n      "
        + MemberPrivileges.keptBy(
            "CREATE EXTENSION " + name + " SCHEMA " + quote(after.schema()), after, scene)
        + ";\n    END IF";
  }

  private static String exists(Extension extension) {
    return "EXISTS (SELECT FROM pg_extension WHERE extname = "
        + literal(extension.id().name())
        + ")";
  }
}
