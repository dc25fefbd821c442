package dev.drift.engine.ddl;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.NotNullConstraint;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.TypeName;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.Consumer;

/** A column's components while some of them change. */
final class ColumnEdit {
  ObjectId id;
  int position;
  TypeName type;
  boolean notNull;
  Optional<Expression> defaultValue;
  Optional<Column.Generated> generated;
  Optional<Column.Identity> identity;
  Optional<QualifiedName> collation;
  Optional<String> storage;
  Optional<String> compression;
  OptionalInt statistics;
  SortedMap<String, String> options;
  boolean inherited;
  Optional<NotNullConstraint> notNullConstraint;

  private ColumnEdit(Column column) {
    id = column.id();
    position = column.position();
    type = column.type();
    notNull = column.notNull();
    defaultValue = column.defaultValue();
    generated = column.generated();
    identity = column.identity();
    collation = column.collation();
    storage = column.storage();
    compression = column.compression();
    statistics = column.statistics();
    options = column.options();
    inherited = column.inherited();
    notNullConstraint = column.notNullConstraint();
  }

  /** {@return {@code column} with what {@code edit} changes} */
  static Column of(Column column, Consumer<ColumnEdit> edit) {
    var draft = new ColumnEdit(column);
    edit.accept(draft);
    return new Column(
        draft.id,
        draft.position,
        draft.type,
        draft.notNull,
        draft.defaultValue,
        draft.generated,
        draft.identity,
        draft.collation,
        draft.storage,
        draft.compression,
        draft.statistics,
        draft.options,
        draft.inherited,
        draft.notNullConstraint);
  }
}
