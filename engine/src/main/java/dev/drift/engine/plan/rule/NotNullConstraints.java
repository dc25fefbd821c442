package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.GeneratedNames;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.NotNullConstraint;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Guard;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Phase;
import dev.drift.engine.plan.Verb;
import dev.drift.engine.plan.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The constraints behind NOT NULL, from PostgreSQL 18 on. */
final class NotNullConstraints {
  private static final String IS_NOT_NULL = "k.contype = 'n'";

  private NotNullConstraints() {}

  /** {@return forbidding nulls by a constraint NOT VALID, which then is validated} */
  static List<Action> forbid(Column column, Scene scene) {
    NotNullConstraint wanted = wanted(column, scene);
    ObjectId id = id(column, wanted.name());
    var actions = new ArrayList<Action>();
    actions.add(
        tighten(
                column,
                "forbid new nulls in " + column.id(),
                "ADD CONSTRAINT "
                    + quote(wanted.name())
                    + " NOT NULL "
                    + quote(column.id().name())
                    + (wanted.noInherit() ? " NO INHERIT" : "")
                    + " NOT VALID")
            .locking(Lock.ACCESS_EXCLUSIVE)
            .when(Shape.columnHas(column.id(), "NOT a.attnotnull")));
    if (wanted.validated()) {
      actions.add(validate(column, id));
    }
    return actions;
  }

  private static Action validate(Column column, ObjectId id) {
    return tighten(
            column,
            "check that no row has null in " + column.id(),
            "VALIDATE CONSTRAINT " + quote(id.name()))
        .locking(Lock.SHARE_UPDATE_EXCLUSIVE)
        .doing(Work.SCAN)
        .hazard(Hazard.SCANS_TABLE)
        .hazard(Hazard.MAY_FAIL_ON_DATA)
        .alone()
        .when(Shape.constraintHas(id, IS_NOT_NULL + " AND NOT k.convalidated"));
  }

  /** {@return renaming it, giving it to heirs or taking it from them, validating it} */
  static List<Action> change(Column before, Column after, Scene scene) {
    Optional<NotNullConstraint> from = before.notNullConstraint();
    Optional<NotNullConstraint> to = after.notNullConstraint();
    if (from.isEmpty() || to.isEmpty()) {
      return List.of();
    }
    boolean own =
        !scene.followsParent(after)
            || Heirs.origins(after, scene).stream().noneMatch(Column::notNullBelow);
    String name = from.get().chosen() && to.get().chosen() ? from.get().name() : to.get().name();
    var actions = new ArrayList<Action>();
    if (own && !name.equals(from.get().name())) {
      actions.add(rename(after, from.get().name(), name));
    }
    if (own && from.get().noInherit() != to.get().noInherit()) {
      actions.add(inherit(after, name, to.get().noInherit()));
    }
    if (to.get().validated() && !from.get().validated()) {
      NotNull.value(after, scene)
          .map(value -> Fill.with(value, after, scene))
          .ifPresent(actions::add);
      actions.add(validate(after, id(after, name)));
    } else if (own && !to.get().validated() && from.get().validated()) {
      actions.add(loosen(after, name));
    }
    return actions;
  }

  private static Action rename(Column column, String from, String to) {
    return Action.of(
            Verb.ALTER,
            column.id(),
            "rename the not-null constraint of " + column.id(),
            ColumnRule.alter(column) + "RENAME CONSTRAINT " + quote(from) + " TO " + quote(to))
        .locking(Lock.ACCESS_EXCLUSIVE)
        .guarded(
            Guard.when(Shape.constraintHas(id(column, from), IS_NOT_NULL))
                .orElse(Shape.constraintHas(id(column, to), IS_NOT_NULL)));
  }

  private static Action inherit(Column column, String name, boolean noInherit) {
    Action alter =
        Action.of(
                Verb.ALTER,
                column.id(),
                (noInherit ? "keep from heirs" : "give to heirs")
                    + " the not-null constraint of "
                    + column.id(),
                ColumnRule.alter(column)
                    + "ALTER CONSTRAINT "
                    + quote(name)
                    + (noInherit ? " NO INHERIT" : " INHERIT"))
            .locking(Lock.ACCESS_EXCLUSIVE)
            .when(
                Shape.constraintHas(
                    id(column, name),
                    IS_NOT_NULL + " AND " + (noInherit ? "NOT " : "") + "k.connoinherit"));
    return noInherit ? alter : alter.hazard(Hazard.MAY_FAIL_ON_DATA);
  }

  private static Action loosen(Column column, String name) {
    String quoted = quote(column.id().name());
    return Action.of(
            Verb.ALTER,
            column.id(),
            "leave open whether rows have null in " + column.id(),
            ColumnRule.alter(column)
                + "ALTER COLUMN "
                + quoted
                + " DROP NOT NULL, ADD CONSTRAINT "
                + quote(name)
                + " NOT NULL "
                + quoted
                + (column.notNullBelow() ? "" : " NO INHERIT")
                + " NOT VALID")
        .locking(Lock.ACCESS_EXCLUSIVE)
        .when(Shape.constraintHas(id(column, name), IS_NOT_NULL + " AND k.convalidated"));
  }

  /** {@return the constraint; a name that the server may choose is one that the table has free} */
  private static NotNullConstraint wanted(Column column, Scene scene) {
    Optional<NotNullConstraint> wanted = column.notNullConstraint();
    if (wanted.filter(own -> !own.chosen()).isPresent()) {
      return wanted.get();
    }
    String likely =
        wanted
            .map(NotNullConstraint::name)
            .filter(name -> !isTaken(column, name, scene))
            .orElse("");
    String name =
        !likely.isEmpty()
            ? likely
            : GeneratedNames.free(
                column.id().parent(),
                column.id().name(),
                NotNullConstraint.LABEL,
                other -> isTaken(column, other, scene));
    return new NotNullConstraint(
        name,
        true,
        !column.notNullBelow(),
        wanted.isEmpty() || wanted.get().validated(),
        true,
        false);
  }

  private static boolean isTaken(Column column, String name, Scene scene) {
    ObjectId table = column.id().parentTable();
    return Objects.CONSTRAINTS.stream()
            .map(kind -> table.child(kind, name))
            .anyMatch(id -> scene.actual().contains(id) || scene.target().contains(id))
        || scene.actual().columnsOf(table).stream()
            .flatMap(other -> other.notNullConstraint().stream())
            .anyMatch(other -> other.name().equals(name));
  }

  private static ObjectId id(Column column, String name) {
    return column.id().parentTable().child(Kind.CHECK, name);
  }

  private static Action tighten(Column column, String what, String clause) {
    return Action.of(Verb.TIGHTEN, column.id(), what, ColumnRule.alter(column) + clause)
        .in(Phase.TIGHTEN);
  }
}
