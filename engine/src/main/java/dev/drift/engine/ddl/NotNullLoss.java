package dev.drift.engine.ddl;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.NotNullConstraint;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.Table;
import dev.drift.engine.sql.Token;
import java.util.List;
import java.util.Optional;

/** How columns cease to refuse null, or to do so because of a parent (dropconstraint_internal). */
final class NotNullLoss {
  private final ObjectId table;
  private final boolean only;
  private final Changes changes;

  /**
   * @param only whether heirs keep what they had from here
   */
  NotNullLoss(ObjectId table, boolean only, Changes changes) {
    this.table = table;
    this.only = only;
    this.changes = changes;
  }

  /** Allows null; heirs that had the constraint only from here lose it, before 18 all do. */
  void drop(Column column, Token at) {
    boolean named = NotNulls.areNamed(changes.context());
    if (named && column.notNull() && hasSource(column)) {
      refuse(
          "cannot drop inherited constraint \"%s\" of relation \"%s\""
              .formatted(
                  column.notNullConstraint().map(NotNullConstraint::name).orElse(""), table.name()),
          at);
    }
    if (column.notNull() && isInKey(column)) {
      refuse("column \"" + name(column) + "\" is in a primary key", at);
    }
    changes.alter(
        column,
        ColumnEdit.of(
            column,
            edit -> {
              edit.notNull = false;
              edit.notNullConstraint = Optional.empty();
            }));
    if (named && !column.notNullBelow()) {
      return;
    }
    for (Table heir : List.copyOf(changes.objects().heirsOf(table))) {
      changes
          .objects()
          .find(ObjectId.column(heir.id(), name(column)), Column.class)
          .ifPresent(below -> new NotNullLoss(heir.id(), only, changes).lose(below, named, at));
    }
  }

  private void lose(Column column, boolean named, Token at) {
    boolean keeps =
        named
            && (hasSource(column)
                || column.notNullConstraint().filter(NotNullConstraint::local).isPresent());
    if (only) {
      ownUp(column);
    } else if (!keeps) {
      drop(column, at);
    }
  }

  /** What a column has from no parent any more is its own. */
  void ownUp(Column column) {
    if (!hasSource(column)) {
      changes.alter(
          column,
          ColumnEdit.of(
              column,
              edit ->
                  edit.notNullConstraint =
                      column.notNullConstraint().map(NotNullConstraint::alone)));
    }
  }

  /** Whether a parent makes the column refuse null. */
  boolean hasSource(Column column) {
    return changes.objects().find(table, Table.class).stream()
        .flatMap(heir -> heir.ancestors().stream())
        .flatMap(
            parent ->
                changes
                    .objects()
                    .find(ObjectId.column(parent, name(column)), Column.class)
                    .stream())
        .anyMatch(Column::notNullBelow);
  }

  private boolean isInKey(Column column) {
    return changes.objects().childrenOf(table).stream()
        .anyMatch(part -> part instanceof PrimaryKey key && key.columns().contains(name(column)));
  }

  private void refuse(String message, Token at) {
    NotNulls.refuse(message, at, table, changes);
  }

  private static String name(Column column) {
    return column.id().name();
  }
}
