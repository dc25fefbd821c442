package dev.drift.engine.model;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The maps behind {@link SchemaModel} and {@link Draft}: by id, by kind, by parent, by name. */
final class ObjectStore implements Objects {
  private record Key(String schema, String name) {}

  private final Map<ObjectId, SchemaObject> byId;
  private final Map<Kind, Map<ObjectId, SchemaObject>> byKind = new EnumMap<>(Kind.class);
  private final Map<Key, Map<ObjectId, SchemaObject>> byParent = new HashMap<>();
  private final Map<Key, Map<ObjectId, SchemaObject>> byName = new HashMap<>();

  ObjectStore() {
    this.byId = new HashMap<>();
  }

  void put(SchemaObject object) {
    ObjectId id = object.id();
    byId.put(id, object);
    byKind.computeIfAbsent(id.kind(), kind -> new LinkedHashMap<>()).put(id, object);
    byName.computeIfAbsent(nameKey(id), key -> new LinkedHashMap<>(4)).put(id, object);
    if (!id.parent().isEmpty()) {
      byParent.computeIfAbsent(parentKey(id), key -> new LinkedHashMap<>()).put(id, object);
    }
  }

  void remove(ObjectId id) {
    byId.remove(id);
    removeFrom(byKind, id.kind(), id);
    removeFrom(byName, nameKey(id), id);
    removeFrom(byParent, parentKey(id), id);
  }

  private static <K> void removeFrom(
      Map<K, Map<ObjectId, SchemaObject>> index, K key, ObjectId id) {
    Map<ObjectId, SchemaObject> entries = index.get(key);
    if (entries != null) {
      entries.remove(id);
      if (entries.isEmpty()) {
        index.remove(key);
      }
    }
  }

  private static Key nameKey(ObjectId id) {
    return new Key(id.schema(), id.name());
  }

  private static Key parentKey(ObjectId id) {
    return new Key(id.schema(), id.parent());
  }

  Collection<SchemaObject> all() {
    return byId.values();
  }

  @Override
  public Optional<SchemaObject> find(ObjectId id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public Collection<SchemaObject> ofKind(Kind kind) {
    return List.copyOf(byKind.getOrDefault(kind, Map.of()).values());
  }

  @Override
  public Collection<SchemaObject> childrenOf(ObjectId relation) {
    return List.copyOf(
        byParent.getOrDefault(new Key(relation.schema(), relation.name()), Map.of()).values());
  }

  @Override
  public Collection<SchemaObject> named(String schema, String name) {
    return List.copyOf(byName.getOrDefault(new Key(schema, name), Map.of()).values());
  }
}
