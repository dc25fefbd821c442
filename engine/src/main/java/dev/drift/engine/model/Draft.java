package dev.drift.engine.model;

/**
 * A schema model while it is being folded. Mutable, for one thread, never handed out: the fold ends
 * in {@link #toModel}.
 */
public final class Draft extends Stored {
  /** Starts from a finished model. */
  public Draft(SchemaModel start) {
    start.objects().forEach(store::put);
  }

  /** Adds an object, or replaces the one with its id. */
  public void put(SchemaObject object) {
    store.put(object);
  }

  /** Adds an object that was not there: an index of a table behind its others. */
  public void create(SchemaObject object) {
    store.create(object);
  }

  /** Gives an object another id: an index stays where it is among its table's. */
  public void rename(ObjectId before, SchemaObject after) {
    store.rename(before, after);
  }

  /** Removes the object with this id, if there. */
  public void remove(ObjectId id) {
    store.remove(id);
  }

  /** {@return what it has become} */
  public SchemaModel toModel() {
    return SchemaModel.of(store.all());
  }
}
