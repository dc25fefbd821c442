package dev.drift.engine.plan.rule;

import dev.drift.engine.model.Check;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Guard;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Phase;
import dev.drift.engine.plan.Verb;
import dev.drift.engine.plan.Work;
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
                Guard.when("NOT " + Shape.constraintHas(check.id(), "k.conislocal"))
                    .orElse(Shape.constraintHas(check.id(), "k.contype = 'c'"))));
    if (later && check.validated() && check.enforced()) {
      actions.addAll(cures(check, scene));
      actions.add(Constraints.validate(check));
    }
    return actions;
  }

  /** What the migrations do to rows that break the check, before they add it. */
  private static List<Action> cures(Check check, Scene scene) {
    return scene.options().cures().getOrDefault(check.id(), List.of()).stream()
        .map(
            cure ->
                Action.of(
                        Verb.MEND,
                        check.id(),
                        "make rows fit " + check.id() + ", as the migrations do",
                        "UPDATE "
                            + Sql.owner(check.id())
                            + " SET "
                            + cure.set()
                            + " WHERE ("
                            + cure.where()
                            + ") AND NOT ("
                            + check.expression().sql()
                            + ")")
                    .in(Phase.MEND)
                    .resolvingNames()
                    .alone()
                    .locking(Lock.ROW_EXCLUSIVE)
                    .doing(Work.UPDATE)
                    .when(
                        Shape.owner(check.id())
                            + " IS NOT NULL\n   AND NOT "
                            + Shape.constraintHas(check.id(), "k.convalidated")))
        .toList();
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
