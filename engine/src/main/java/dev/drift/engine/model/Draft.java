package dev.drift.engine.model;

import java.util.Collection;
import java.util.Optional;

/**
 * A schema model while it is being folded. Mutable, for one thread, never handed out: the fold ends
 * in {@link #toModel}.
 */
public final class Draft implements Objects {
  private final ObjectStore store = new ObjectStore();

  /** Starts from a finished model. */
  public Draft(SchemaModel start) {
    start.objects().forEach(store::put);
  }

  /** Adds an object, or replaces the one with its id. */
  public void put(SchemaObject object) {
    store.put(object);
  }

  /** Removes the object with this id, if there. */
  public void remove(ObjectId id) {
    store.remove(id);
  }

  /** {@return what it has become} */
  public SchemaModel toModel() {
    return SchemaModel.of(store.all());
  }

  @Override
  public Optional<SchemaObject> find(ObjectId id) {
    return store.find(id);
  }

  @Override
  public Collection<SchemaObject> ofKind(Kind kind) {
    return store.ofKind(kind);
  }

  @Override
  public Collection<SchemaObject> childrenOf(ObjectId relation) {
    return store.childrenOf(relation);
  }

  @Override
  public Collection<SchemaObject> named(String schema, String name) {
    return store.named(schema, name);
  }

  @Override
  public Collection<ForeignKey> foreignKeysTo(ObjectId table) {
    return store.foreignKeysTo(table);
  }

  @Override
  public Collection<SchemaObject> routines(String schema, String name) {
    return store.routines(schema, name);
  }

  @Override
  public Collection<Table> heirsOf(ObjectId table) {
    return store.heirsOf(table);
  }

  @Override
  public Collection<SchemaObject> outwardColumns() {
    return store.outwardColumns();
  }

  @Override
  public Optional<Column> identityColumn(QualifiedName sequence) {
    return store.identityColumn(sequence);
  }
}
