package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.UserMapping;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Verb;
import java.util.List;
import java.util.Set;

/** User mappings. */
final class UserMappingRule implements Rule<UserMapping> {
  @Override
  public List<Action> create(UserMapping mapping, Scene scene) {
    return List.of(
        Action.of(
                Verb.CREATE,
                mapping.id(),
                "create " + mapping.id(),
                "CREATE" + name(mapping) + ForeignOptionText.clause(mapping.options()))
            .hazard(Hazard.CHANGES_ACCESS)
            .when("NOT " + has(mapping, "true")));
  }

  @Override
  public List<Action> drop(UserMapping mapping, Scene scene) {
    return List.of(
        Action.of(Verb.DROP, mapping.id(), "drop " + mapping.id(), "DROP" + name(mapping))
            .hazard(Hazard.CHANGES_ACCESS)
            .when(has(mapping, "true")));
  }

  @Override
  public Change change(UserMapping before, UserMapping after, Set<String> attributes, Scene scene) {
    return new Change.InPlace(
        List.of(
            Action.of(
                    Verb.ALTER,
                    after.id(),
                    "change " + after.id(),
                    "ALTER"
                        + name(after)
                        + " "
                        + ForeignOptionText.change(before.options(), after.options()))
                .hazard(Hazard.CHANGES_ACCESS)
                .when(has(after, ForeignOptionText.are("m.umoptions", before.options())))));
  }

  private static String name(UserMapping mapping) {
    String role = mapping.id().name();
    return " USER MAPPING FOR "
        + (role.equals("public") ? "PUBLIC" : quote(role))
        + " SERVER "
        + quote(mapping.id().parent());
  }

  private static String has(UserMapping mapping, String condition) {
    return "EXISTS (SELECT FROM pg_user_mappings m WHERE m.srvname = "
        + literal(mapping.id().parent())
        + " AND m.usename = "
        + literal(mapping.id().name())
        + (condition.equals("true") ? "" : " AND " + condition)
        + ")";
  }
}
