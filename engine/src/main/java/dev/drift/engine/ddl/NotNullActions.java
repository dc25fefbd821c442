package dev.drift.engine.ddl;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.NotNullConstraint;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Table;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What statements do to a column's not-null constraint by its name, from PostgreSQL 18 on
 * (tablecmds.c, rename_constraint_internal, QueueNNConstraintValidation,
 * ATExecAlterConstrInheritability). Who addresses it by its name relies on that.
 */
final class NotNullActions {
  private final ObjectId table;
  private final Changes changes;

  NotNullActions(ObjectId table, Changes changes) {
    this.table = table;
    this.changes = changes;
  }

  /** {@return the column whose constraint has that name} */
  Optional<Column> find(String constraint) {
    return TableColumns.of(changes.objects(), table).stream()
        .filter(
            column ->
                column.notNullConstraint().filter(it -> it.name().equals(constraint)).isPresent())
        .findFirst();
  }

  void drop(Column column, boolean only, Named at) {
    if (column.identity().isPresent()) {
      NotNulls.refuse(
          "column \"%s\" of relation \"%s\" is an identity column"
              .formatted(column.id().name(), table.name()),
          at.at(),
          table,
          changes);
    }
    new NotNullLoss(table, only, changes).drop(column, at.at());
  }

  void rename(Column column, Named from, Named to) {
    requireOwn(column, "cannot rename inherited constraint \"" + from.plain() + "\"", from);
    renameAll(column, from, to);
  }

  /** Heirs' constraints are renamed by their names, so they must have the same. */
  private void renameAll(Column column, Named from, Named to) {
    new ConstraintNames(table, changes).requireFree(to.plain(), to.at());
    change(column, constraint -> constraint.named(to.plain()));
    if (!column.notNullBelow()) {
      return;
    }
    for (Table heir : List.copyOf(changes.objects().heirsOf(table))) {
      var below = new NotNullActions(heir.id(), changes);
      below
          .find(from.plain())
          .ifPresentOrElse(
              found -> below.renameAll(found, from, to),
              () ->
                  NotNulls.refuse(
                      "constraint \"%s\" for table \"%s\" does not exist"
                          .formatted(from.plain(), heir.id().name()),
                      from.at(),
                      heir.id(),
                      changes));
    }
  }

  void validate(Column column) {
    change(column, NotNullConstraint::addressed);
    changes
        .objects()
        .find(column.id(), Column.class)
        .ifPresent(new NotNulls(table, false, changes)::validate);
  }

  /** {@code ALTER CONSTRAINT name [NO] INHERIT}. */
  void alter(Column column, Named name, TokenReader tokens) {
    boolean noInherit = tokens.accept("no", "inherit");
    if (!noInherit) {
      tokens.expect("inherit");
    }
    requireOwn(column, "cannot alter inherited constraint \"" + name.plain() + "\"", name);
    change(column, constraint -> constraint.addressed().withNoInherit(noInherit));
    Column after = changes.objects().find(column.id(), Column.class).orElse(column);
    if (column.notNullBelow() == after.notNullBelow()) {
      return;
    }
    for (Table heir : List.copyOf(changes.objects().heirsOf(table))) {
      changes
          .objects()
          .find(ObjectId.column(heir.id(), column.id().name()), Column.class)
          .ifPresent(
              below -> {
                if (noInherit) {
                  new NotNullLoss(heir.id(), false, changes).ownUp(below);
                } else {
                  new NotNulls(heir.id(), false, changes)
                      .inherit(below, after.notNullConstraint(), name.at());
                }
              });
    }
  }

  private void requireOwn(Column column, String message, Named at) {
    if (new NotNullLoss(table, false, changes).hasSource(column)) {
      NotNulls.refuse(message, at.at(), table, changes);
    }
  }

  private void change(Column column, UnaryOperator<NotNullConstraint> to) {
    changes.alter(
        column,
        ColumnEdit.of(column, edit -> edit.notNullConstraint = column.notNullConstraint().map(to)));
  }
}
