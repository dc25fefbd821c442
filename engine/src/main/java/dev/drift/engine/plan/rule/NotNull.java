package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.GeneratedNames;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Table;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Phase;
import dev.drift.engine.plan.Verb;
import dev.drift.engine.plan.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Forbidding nulls without a long lock: a check NOT VALID, which is validated beside readers and
 * writers and then proves SET NOT NULL without a scan (ALTER TABLE, from 12); from 18 on NOT NULL
 * itself is such a constraint.
 */
final class NotNull {
  /** The version from which it is a constraint, which can be NOT VALID itself. */
  private static final int NAMED_FROM = 18;

  private NotNull() {}

  static List<Action> allow(Column column) {
    return List.of(
        Action.of(
                Verb.ALTER,
                column.id(),
                "allow null in " + column.id(),
                alter(column) + "ALTER COLUMN " + quote(column.id().name()) + " DROP NOT NULL")
            .locking(Lock.ACCESS_EXCLUSIVE)
            .when(Shape.columnHas(column.id(), "a.attnotnull")));
  }

  /** {@return the same for a new column, last of all and only where no row has null in it} */
  static List<Action> forbidInNew(Column column, Scene scene) {
    var actions = new ArrayList<Action>();
    for (Action action : steps(column, scene)) {
      if (!scene.isForeign(column.id())
          && action.phase() == Phase.TIGHTEN
          && actions.stream().noneMatch(NotNull::isLast)) {
        actions.add(
            Preflight.nulls(column, scene).at(Verb.TIGHTEN, column.id()).in(Phase.COMPLETE));
      }
      actions.add(action.phase() == Phase.TIGHTEN ? action.in(Phase.COMPLETE) : action);
    }
    return actions;
  }

  private static boolean isLast(Action action) {
    return action.phase() == Phase.COMPLETE;
  }

  /** {@return filling nulls if told how, and forbidding them} */
  static List<Action> forbid(Column column, Scene scene) {
    List<Action> actions = steps(column, scene);
    if (!actions.isEmpty() && value(column, scene).isPresent()) {
      actions.add(
          1, Preflight.nulls(column, scene).at(Verb.TIGHTEN, column.id()).in(Phase.TIGHTEN));
    }
    return actions;
  }

  private static List<Action> steps(Column column, Scene scene) {
    if (scene.followsParent(column) && !Heirs.forbidsNullItself(column, scene)) {
      return new ArrayList<>();
    }
    var actions = new ArrayList<Action>();
    value(column, scene).map(value -> Fill.with(value, column, scene)).ifPresent(actions::add);
    if (scene.major() >= NAMED_FROM && !scene.isForeign(column.id())) {
      actions.addAll(NotNullConstraints.forbid(column, scene));
      return actions;
    }
    String nullable = Shape.columnHas(column.id(), "NOT a.attnotnull");
    String name = quote(column.id().name());
    ObjectId proof =
        new ObjectId(
            Kind.CHECK,
            column.id().schema(),
            column.id().parent(),
            GeneratedNames.objectName(column.id().parent(), column.id().name(), "drift_not_null"));
    String proven = Shape.constraintHas(proof, "true");
    if (!isPlainTable(column, scene)) {
      actions.add(
          tighten(column, "forbid null in " + column.id(), "ALTER COLUMN " + name + " SET NOT NULL")
              .locking(Lock.ACCESS_EXCLUSIVE)
              .doing(Work.SCAN)
              .hazard(Hazard.SCANS_TABLE)
              .hazard(Hazard.MAY_FAIL_ON_DATA)
              .when(nullable));
      return actions;
    }
    actions.add(
        tighten(
                column,
                "forbid new nulls in " + column.id(),
                "ADD CONSTRAINT "
                    + quote(proof.name())
                    + " CHECK ("
                    + name
                    + " IS NOT NULL) NOT VALID")
            .locking(Lock.ACCESS_EXCLUSIVE)
            .when(nullable + "\n   AND NOT " + proven));
    actions.add(
        tighten(
                column,
                "check that no row has null in " + column.id(),
                "VALIDATE CONSTRAINT " + quote(proof.name()))
            .locking(Lock.SHARE_UPDATE_EXCLUSIVE)
            .doing(Work.SCAN)
            .hazard(Hazard.SCANS_TABLE)
            .hazard(Hazard.MAY_FAIL_ON_DATA)
            .alone()
            .when(Shape.constraintHas(proof, "NOT k.convalidated")));
    actions.add(
        tighten(
                column,
                "forbid null in " + column.id(),
                "ALTER COLUMN " + name + " SET NOT NULL, DROP CONSTRAINT " + quote(proof.name()))
            .locking(Lock.ACCESS_EXCLUSIVE)
            .when(proven));
    return actions;
  }

  private static Action tighten(Column column, String what, String clause) {
    return Action.of(Verb.TIGHTEN, column.id(), what, alter(column) + clause).in(Phase.TIGHTEN);
  }

  /** {@return what to fill nulls of {@code column} with} */
  static Optional<String> value(Column column, Scene scene) {
    return asked(column, scene)
        .or(() -> LateDefault.value(column, scene))
        .or(() -> FirstDefault.value(column, scene));
  }

  /** {@return what the user wants nulls of {@code column} to be filled with} */
  static Optional<String> asked(Column column, Scene scene) {
    String shortName = column.id().parent() + "." + column.id().name();
    return Optional.ofNullable(scene.options().backfills().get(column.id().path()))
        .or(() -> Optional.ofNullable(scene.options().backfills().get(shortName)));
  }

  /** {@return that rows of the column's table may have null in it} */
  static String isNullable(Column column, Scene scene) {
    String nullable = "NOT a.attnotnull";
    return Shape.columnHas(
        column.id(),
        scene.major() < NAMED_FROM
            ? nullable
            : "("
                + nullable
                + " OR EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = a.attrelid"
                + " AND k.contype = 'n' AND k.conkey[1] = a.attnum AND NOT k.convalidated))");
  }

  static boolean isPlainTable(Column column, Scene scene) {
    return scene
        .target()
        .find(column.id().parentTable(), Table.class)
        .map(table -> table.partitionKey().isEmpty() && !hasChildren(table, scene))
        .orElse(false);
  }

  private static boolean hasChildren(Table table, Scene scene) {
    return scene.target().ofKind(Kind.TABLE).stream()
        .anyMatch(other -> other instanceof Table child && child.inherits().contains(table.id()));
  }

  private static String alter(Column column) {
    return ColumnRule.alter(column);
  }
}
