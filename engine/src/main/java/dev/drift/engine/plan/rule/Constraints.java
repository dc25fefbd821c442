package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Phase;
import dev.drift.engine.plan.Verb;
import dev.drift.engine.plan.Work;

/** The statements that checks and foreign keys share. */
final class Constraints {
  private Constraints() {}

  /** {@return ADD CONSTRAINT with {@code validity} at its end} */
  static Action add(SchemaObject constraint, String validity) {
    Action add =
        Action.of(
                Verb.CREATE,
                constraint.id(),
                "add " + constraint.id(),
                alter(constraint)
                    + "ADD CONSTRAINT "
                    + quote(constraint.id().name())
                    + " "
                    + ConstraintText.of(constraint)
                    + validity)
            .resolvingNames();
    return add;
  }

  /** {@return VALIDATE CONSTRAINT, which lets readers and writers go on} */
  static Action validate(SchemaObject constraint) {
    return Action.of(
            Verb.VALIDATE,
            constraint.id(),
            "validate " + constraint.id(),
            alter(constraint) + "VALIDATE CONSTRAINT " + quote(constraint.id().name()))
        .in(Phase.VALIDATE)
        .alone()
        .locking(Lock.SHARE_UPDATE_EXCLUSIVE)
        .doing(Work.SCAN)
        .hazard(Hazard.SCANS_TABLE)
        .hazard(Hazard.MAY_FAIL_ON_DATA)
        .when(Shape.constraintHas(constraint.id(), "NOT k.convalidated"));
  }

  /** {@return DROP CONSTRAINT} */
  static Action drop(SchemaObject constraint) {
    return Action.of(
            Verb.DROP,
            constraint.id(),
            "drop " + constraint.id(),
            alter(constraint) + "DROP CONSTRAINT " + quote(constraint.id().name()))
        .locking(Lock.ACCESS_EXCLUSIVE)
        .when(Shape.constraintHas(constraint.id(), "k.conislocal"));
  }

  static String alter(SchemaObject constraint) {
    return "ALTER TABLE " + Sql.owner(constraint.id()) + " ";
  }
}
