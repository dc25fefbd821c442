package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.DomainConstraint;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Phase;
import dev.drift.engine.plan.Verb;
import dev.drift.engine.plan.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks of domains: added NOT VALID, then validated. */
final class DomainConstraintRule implements Rule<DomainConstraint> {
  @Override
  public List<Action> create(DomainConstraint check, Scene scene) {
    boolean fresh = scene.isOwnerFresh(check.id());
    var actions = new ArrayList<Action>();
    actions.add(
        Action.of(
                Verb.CREATE,
                check.id(),
                "add " + check.id(),
                alter(check)
                    + " ADD CONSTRAINT "
                    + quote(check.id().name())
                    + " CHECK ("
                    + check.expression()
                    + ")"
                    + (fresh && check.validated() ? "" : " NOT VALID"))
            .resolvingNames()
            .when("NOT " + has(check, "true")));
    if (!fresh && check.validated()) {
      actions.add(validate(check));
    }
    return actions;
  }

  @Override
  public List<Action> drop(DomainConstraint check, Scene scene) {
    return List.of(
        Action.of(
                Verb.DROP,
                check.id(),
                "drop " + check.id(),
                alter(check) + " DROP CONSTRAINT " + quote(check.id().name()))
            .when(has(check, "true")));
  }

  @Override
  public Change change(
      DomainConstraint before, DomainConstraint after, Set<String> attributes, Scene scene) {
    if (!attributes.contains("expression") && after.validated()) {
      return new Change.InPlace(List.of(validate(after)));
    }
    String old =
        attributes.contains("expression")
            ? Shape.textIs("pg_get_expr(k.conbin, 0)", before.expression().sql())
            : "k.convalidated";
    return new Change.Rebuild(has(before, old), false);
  }

  private static Action validate(DomainConstraint check) {
    return Action.of(
            Verb.VALIDATE,
            check.id(),
            "validate " + check.id(),
            alter(check) + " VALIDATE CONSTRAINT " + quote(check.id().name()))
        .in(Phase.VALIDATE)
        .doing(Work.SCAN)
        .hazard(Hazard.SCANS_TABLE)
        .hazard(Hazard.MAY_FAIL_ON_DATA)
        .when(has(check, "NOT k.convalidated"));
  }

  private static String alter(DomainConstraint check) {
    return "ALTER DOMAIN " + Sql.owner(check.id());
  }

  private static String has(DomainConstraint check, String condition) {
    return "EXISTS (SELECT FROM pg_constraint k WHERE k.contypid = to_regtype("
        + literal(Sql.owner(check.id()))
        + ") AND k.conname = "
        + literal(check.id().name())
        + " AND "
        + condition
        + ")";
  }
}
