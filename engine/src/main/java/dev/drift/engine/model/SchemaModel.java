package dev.drift.engine.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A whole schema: an immutable map from id to object, sorted by id. */
public final class SchemaModel extends Stored {
  private static final SchemaModel EMPTY = of(List.of());

  private final List<SchemaObject> sorted;

  private SchemaModel(List<SchemaObject> sorted) {
    this.sorted = sorted;
    sorted.forEach(store::put);
  }

  /** {@return the model of these objects; of two with one id, the later counts} */
  public static SchemaModel of(Collection<? extends SchemaObject> objects) {
    List<SchemaObject> sorted = sorted(objects);
    int size = 0;
    for (SchemaObject object : sorted) {
      boolean again = size > 0 && sorted.get(size - 1).id().equals(object.id());
      sorted.set(again ? size - 1 : size++, object);
    }
    return new SchemaModel(List.copyOf(sorted.subList(0, size)));
  }

  /** Relation by relation: ids of two relations have long beginnings in common. */
  private static List<SchemaObject> sorted(Collection<? extends SchemaObject> objects) {
    Map<QualifiedName, List<SchemaObject>> byRelation = new HashMap<>();
    for (SchemaObject object : objects) {
      var relation = new QualifiedName(object.id().schema(), object.id().parent());
      byRelation.computeIfAbsent(relation, key -> new ArrayList<>()).add(object);
    }
    List<SchemaObject> sorted = new ArrayList<>(objects.size());
    byRelation.values().stream()
        .sorted(Comparator.comparing(parts -> parts.get(0).id()))
        .forEach(
            parts -> {
              parts.sort(Comparator.comparing(SchemaObject::id, ObjectId::compareWithin));
              sorted.addAll(parts);
            });
    return sorted;
  }

  /** {@return the model without any object} */
  public static SchemaModel empty() {
    return EMPTY;
  }

  /** {@return every object, sorted by id} */
  public List<SchemaObject> objects() {
    return sorted;
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
