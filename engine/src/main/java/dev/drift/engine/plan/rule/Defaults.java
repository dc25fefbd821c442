package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Column;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Guard;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Verb;
import java.util.Optional;

/** Defaults of columns. ONLY, since children have defaults of their own. */
public final class Defaults {
  private Defaults() {}

  /** {@return replacing, setting or dropping a default} */
  static Action change(Column before, Column after) {
    String text = Shape.columnDefault(after.id());
    String old = Shape.textIs(text, before.defaultValue().map(value -> value.sql()));
    boolean replaced = before.defaultValue().isPresent() && after.defaultValue().isPresent();
    return set(after).when(replaced ? text + " IS NULL\n   OR " + old : old);
  }

  /** {@return taking away the default that the column was added with} */
  static Action drop(Column column) {
    return set(column.withDefault(Optional.empty()))
        .at(Verb.TIGHTEN, column.id())
        .when(Shape.columnDefault(column.id()) + " IS NOT NULL");
  }

  /** {@return taking the default away as long as {@code stillOld} holds} */
  public static Action detach(Column column, String stillOld) {
    return Action.of(
            Verb.DETACH,
            column.id(),
            "take away the default of " + column.id(),
            alter(column) + "DROP DEFAULT")
        .locking(Lock.ACCESS_EXCLUSIVE)
        .guarded(Guard.when(stillOld).and(Shape.columnDefault(column.id()) + " IS NOT NULL"));
  }

  /** {@return giving the default back that was taken away} */
  public static Action attach(Column column) {
    return set(column).when(Shape.columnDefault(column.id()) + " IS NULL");
  }

  /** {@return the column's own default where it is another than its parent's} */
  static Action own(Column column) {
    String text = Shape.columnDefault(column.id());
    return set(column)
        .at(Verb.ATTACH, column.id())
        .when(
            "NOT coalesce("
                + Shape.textIs(text, column.defaultValue().map(value -> value.sql()))
                + ", false)");
  }

  private static Action set(Column column) {
    return Action.of(
            column.defaultValue().isPresent() ? Verb.ATTACH : Verb.DETACH,
            column.id(),
            (column.defaultValue().isPresent() ? "set" : "drop") + " the default of " + column.id(),
            alter(column)
                + column.defaultValue().map(value -> "SET DEFAULT " + value).orElse("DROP DEFAULT"))
        .resolvingNames()
        .locking(Lock.ACCESS_EXCLUSIVE);
  }

  private static String alter(Column column) {
    return "ALTER TABLE ONLY "
        + Sql.owner(column.id())
        + " ALTER COLUMN "
        + quote(column.id().name())
        + " ";
  }
}
