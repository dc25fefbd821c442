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

  /** Removes the object with this id, if there. */
  public void remove(ObjectId id) {
    store.remove(id);
  }

  /** {@return what it has become} */
  public SchemaModel toModel() {
    return SchemaModel.of(store.all());
  }
}
