package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Column;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Verb;
import dev.drift.engine.plan.Work;

/** Generated columns: what can be changed where they stand. */
final class Generation {
  private Generation() {}

  /**
   * {@return whether ALTER COLUMN does it: dropping a stored expression (13), another expression
   * (17)}
   */
  static boolean changesInPlace(Column before, Column after, Scene scene) {
    boolean stored = before.generated().map(Column.Generated::stored).orElse(false);
    if (after.generated().isEmpty()) {
      return stored && scene.major() >= 13;
    }
    return before.generated().isPresent()
        && scene.major() >= 17
        && after.generated().get().stored() == stored
        && before.type().equals(after.type());
  }

  static Action change(Column before, Column after) {
    String alter =
        "ALTER TABLE " + Sql.owner(after.id()) + " ALTER COLUMN " + quote(after.id().name());
    if (after.generated().isEmpty()) {
      return Action.of(
              Verb.DETACH,
              after.id(),
              "make " + after.id() + " a column like any other",
              alter + " DROP EXPRESSION")
          .locking(Lock.ACCESS_EXCLUSIVE)
          .when(stillOld(before));
    }
    return Action.of(
            Verb.ALTER,
            after.id(),
            "change the expression of " + after.id(),
            alter + " SET EXPRESSION AS (" + after.generated().get().expression() + ")")
        .resolvingNames()
        .locking(Lock.ACCESS_EXCLUSIVE)
        .doing(Work.REWRITE)
        .hazard(Hazard.REWRITES_TABLE)
        .when(stillOld(before));
  }

  static String stillOld(Column before) {
    return before
        .generated()
        .map(
            generated ->
                Shape.columnHas(before.id(), "a.attgenerated <> ''")
                    + "\n   AND "
                    + Shape.textIs(Shape.columnDefault(before.id()), generated.expression().sql()))
        .orElse(Shape.columnHas(before.id(), "a.attgenerated = ''"));
  }
}
