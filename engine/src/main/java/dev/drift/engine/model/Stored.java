package dev.drift.engine.model;

import java.util.Collection;
import java.util.Optional;

/** Objects looked up in a store. */
abstract sealed class Stored implements Objects permits Draft, SchemaModel {
  final ObjectStore store = new ObjectStore();

  @Override
  public final Optional<SchemaObject> find(ObjectId id) {
    return store.find(id);
  }

  @Override
  public final Collection<SchemaObject> ofKind(Kind kind) {
    return store.ofKind(kind);
  }

  @Override
  public final Collection<SchemaObject> childrenOf(ObjectId relation) {
    return store.childrenOf(relation);
  }

  @Override
  public final Collection<SchemaObject> named(String schema, String name) {
    return store.named(schema, name);
  }

  @Override
  public final Collection<SchemaObject> referrersTo(ObjectId relation) {
    return store.referrersTo(relation);
  }

  @Override
  public final Collection<SchemaObject> routines(String schema, String name) {
    return store.routines(schema, name);
  }

  @Override
  public final Collection<Table> heirsOf(ObjectId table) {
    return store.heirsOf(table);
  }

  @Override
  public final Collection<SchemaObject> outwardColumns() {
    return store.outwardColumns();
  }

  @Override
  public final Collection<Column> notNulls(QualifiedName constraint) {
    return store.notNulls(constraint);
  }

  @Override
  public final Optional<Column> identityColumn(QualifiedName sequence) {
    return store.identityColumn(sequence);
  }
}
