package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.ExtensionDependency;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Verb;
import java.util.List;
import java.util.Set;

/** ALTER … DEPENDS ON EXTENSION, which changes nothing the second time. */
final class ExtensionDependencyRule implements Rule<ExtensionDependency> {
  @Override
  public List<Action> create(ExtensionDependency dependency, Scene scene) {
    return List.of(alter(Verb.CREATE, dependency, " DEPENDS", scene.target()));
  }

  @Override
  public List<Action> drop(ExtensionDependency dependency, Scene scene) {
    return List.of(alter(Verb.DROP, dependency, " NO DEPENDS", scene.actual()));
  }

  /** Its parts are its identity. */
  @Override
  public Change change(
      ExtensionDependency before, ExtensionDependency after, Set<String> attributes, Scene scene) {
    return new Change.InPlace(create(after, scene));
  }

  private static Action alter(
      Verb verb, ExtensionDependency dependency, String depends, SchemaModel model) {
    Kind kind = dependency.target().kind();
    boolean behindConstraint = Objects.CONSTRAINTS.contains(kind);
    String target =
        behindConstraint
            ? "INDEX " + Sql.name(dependency.target())
            : CommentRule.target(dependency.target(), model);
    return Action.of(
            verb,
            dependency.id(),
            (verb == Verb.DROP ? "remove " : "set ") + dependency.id(),
            "ALTER " + target + depends + " ON EXTENSION " + quote(dependency.extension()))
        .resolvingNames();
  }
}
