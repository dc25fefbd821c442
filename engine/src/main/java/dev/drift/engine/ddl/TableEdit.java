package dev.drift.engine.ddl;

import dev.drift.engine.model.Expression;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Consumer;

/** A table's components while some of them change. */
final class TableEdit {
  ObjectId id;
  boolean unlogged;
  Optional<Expression> partitionKey;
  Optional<Table.Partition> partitionOf;
  List<ObjectId> inherits;
  SortedMap<String, String> options;
  boolean rowSecurity;
  boolean forceRowSecurity;
  String replicaIdentity;
  Optional<String> accessMethod;
  Optional<String> tablespace;
  Optional<TypeName> ofType;
  Optional<String> clusterOn;
  Optional<Table.Foreign> foreign;
  SortedSet<String> validChecks;
  SortedMap<String, List<String>> indexColumns;
  List<String> keyOrder;
  SortedMap<ObjectId, String> cloneNames;

  private TableEdit(Table table) {
    id = table.id();
    unlogged = table.unlogged();
    partitionKey = table.partitionKey();
    partitionOf = table.partitionOf();
    inherits = table.inherits();
    options = table.options();
    rowSecurity = table.rowSecurity();
    forceRowSecurity = table.forceRowSecurity();
    replicaIdentity = table.replicaIdentity();
    accessMethod = table.accessMethod();
    tablespace = table.tablespace();
    ofType = table.ofType();
    clusterOn = table.clusterOn();
    foreign = table.foreign();
    validChecks = table.validChecks();
    indexColumns = table.indexColumns();
    keyOrder = table.keyOrder();
    cloneNames = table.cloneNames();
  }

  /** {@return {@code table} with what {@code edit} changes} */
  static Table of(Table table, Consumer<TableEdit> edit) {
    var draft = new TableEdit(table);
    edit.accept(draft);
    return new Table(
        draft.id,
        draft.unlogged,
        draft.partitionKey,
        draft.partitionOf,
        draft.inherits,
        draft.options,
        draft.rowSecurity,
        draft.forceRowSecurity,
        draft.replicaIdentity,
        draft.accessMethod,
        draft.tablespace,
        draft.ofType,
        draft.clusterOn,
        draft.foreign,
        draft.validChecks,
        draft.indexColumns,
        draft.keyOrder,
        draft.cloneNames);
  }
}
