package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SecurityLabel;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Verb;
import java.util.List;
import java.util.Set;

/** Security labels. */
final class SecurityLabelRule implements Rule<SecurityLabel> {
  @Override
  public List<Action> create(SecurityLabel label, Scene scene) {
    return List.of(on(Verb.CREATE, label, literal(label.label()), scene.target()));
  }

  @Override
  public List<Action> drop(SecurityLabel label, Scene scene) {
    return List.of(on(Verb.DROP, label, "NULL", scene.actual()));
  }

  @Override
  public Change change(
      SecurityLabel before, SecurityLabel after, Set<String> attributes, Scene scene) {
    return new Change.InPlace(
        List.of(on(Verb.ALTER, after, literal(after.label()), scene.target())));
  }

  private static Action on(Verb verb, SecurityLabel label, String text, SchemaModel model) {
    return Action.of(
            verb,
            label.id(),
            (verb == Verb.DROP ? "remove " : "set ") + label.id(),
            "SECURITY LABEL FOR "
                + quote(label.provider())
                + " ON "
                + CommentRule.target(label.target(), model)
                + " IS "
                + text)
        .resolvingNames()
        .hazard(Hazard.CHANGES_ACCESS);
  }
}
