package dev.drift.engine.plan.rule;

import dev.drift.engine.model.Check;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks of tables: added NOT VALID to tables that are there, then validated. */
final class CheckRule implements Rule<Check> {
  @Override
  public List<Action> create(Check check, Scene scene) {
    boolean later = !check.validated() || !scene.isOwnerFresh(check.id());
    var actions = new ArrayList<Action>();
    actions.add(
        Constraints.add(check, later && check.enforced() ? " NOT VALID" : "")
            .guarded(
                Guard.when("NOT " + Shape.constraintHas(check.id(), "true"))
                    .orElse(Shape.constraintHas(check.id(), "k.contype = 'c'"))));
    if (later && check.validated() && check.enforced()) {
      actions.add(Constraints.validate(check));
    }
    return actions;
  }

  @Override
  public List<Action> drop(Check check, Scene scene) {
    return List.of(Constraints.drop(check));
  }

  @Override
  public Change change(Check before, Check after, Set<String> attributes, Scene scene) {
    if (attributes.equals(Set.of("validated")) && after.validated()) {
      return new Change.InPlace(List.of(Constraints.validate(after)));
    }
    if (attributes.equals(Set.of("enforced")) && scene.major() >= 18) {
      return new Change.Rebuild(
          Shape.constraintHas(before.id(), (before.enforced() ? "" : "NOT ") + "k.conenforced"),
          false);
    }
    var old = new ArrayList<String>();
    if (attributes.contains("expression")) {
      old.add(Shape.textIs("pg_get_expr(k.conbin, k.conrelid)", before.expression().sql()));
    }
    if (attributes.contains("noInherit")) {
      old.add((before.noInherit() ? "" : "NOT ") + "k.connoinherit");
    }
    if (attributes.contains("validated")) {
      old.add((before.validated() ? "" : "NOT ") + "k.convalidated");
    }
    return new Change.Rebuild(Shape.constraintHas(before.id(), Shape.all(old)), false);
  }
}
