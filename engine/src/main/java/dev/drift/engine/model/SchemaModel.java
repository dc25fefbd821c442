package dev.drift.engine.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A whole schema: an immutable map from id to object, sorted by id. */
public final class SchemaModel extends Stored {
  private static final SchemaModel EMPTY = of(List.of());

  private final SortedMap<ObjectId, SchemaObject> sorted;

  private SchemaModel(SortedMap<ObjectId, SchemaObject> sorted) {
    this.sorted = sorted;
    sorted.values().forEach(store::put);
  }

  /** {@return the model of these objects; of two with one id, the later counts} */
  public static SchemaModel of(Collection<? extends SchemaObject> objects) {
    var sorted = new TreeMap<ObjectId, SchemaObject>();
    objects.forEach(object -> sorted.put(object.id(), object));
    return new SchemaModel(Collections.unmodifiableSortedMap(sorted));
  }

  /** {@return the model without any object} */
  public static SchemaModel empty() {
    return EMPTY;
  }

  /** {@return every object, sorted by id} */
  public Collection<SchemaObject> objects() {
    return sorted.values();
  }

  /** {@return how many objects it holds} */
  public int size() {
    return sorted.size();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SchemaModel model && sorted.equals(model.sorted);
  }

  @Override
  public int hashCode() {
    return sorted.hashCode();
  }

  @Override
  public String toString() {
    return "SchemaModel[" + sorted.size() + " objects]";
  }
}
