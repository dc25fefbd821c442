package dev.drift.engine.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The maps behind {@link SchemaModel} and {@link Draft}: by id, by kind, by parent, by name, tables
 * by what they inherit from, identity columns by their sequence, referrers by their relation.
 */
final class ObjectStore implements Objects {
  /** What has no name that anyone looks for: it is found by its relation or object. */
  private static final Set<Kind> UNNAMED =
      Set.copyOf(EnumSet.of(Kind.COLUMN, Kind.COMMENT, Kind.OWNER, Kind.PRIVILEGES));

  private record Key(String schema, String name) {}

  private final Map<ObjectId, SchemaObject> byId;
  private final Map<Kind, Map<ObjectId, SchemaObject>> byKind = new EnumMap<>(Kind.class);
  private final Map<Key, Map<ObjectId, SchemaObject>> byParent = new HashMap<>();
  private final Map<Key, Map<ObjectId, SchemaObject>> byName = new HashMap<>();
  private final Map<ObjectId, Map<ObjectId, Table>> heirs = new HashMap<>();
  private final Map<QualifiedName, Column> identities = new HashMap<>();
  private final Map<QualifiedName, Map<ObjectId, Column>> notNulls = new HashMap<>();
  private final Map<ObjectId, SchemaObject> outward = new LinkedHashMap<>();
  private final Map<Key, Map<ObjectId, SchemaObject>> routines = new HashMap<>();
  private final Map<QualifiedName, Map<ObjectId, SchemaObject>> referrers = new HashMap<>();
  private final Map<ObjectId, Integer> places = new HashMap<>();
  private int newest;

  ObjectStore() {
    this.byId = new HashMap<>();
  }

  void put(SchemaObject object) {
    ObjectId id = object.id();
    SchemaObject before = byId.put(id, object);
    if (before != null) {
      unlink(before);
    }
    link(object);
    byKind.computeIfAbsent(id.kind(), kind -> new LinkedHashMap<>()).put(id, object);
    if (!UNNAMED.contains(id.kind())) {
      byName.computeIfAbsent(nameKey(id), key -> new LinkedHashMap<>(4)).put(id, object);
    }
    if (!id.parent().isEmpty()) {
      Map<ObjectId, SchemaObject> siblings =
          byParent.computeIfAbsent(parentKey(id), key -> new LinkedHashMap<>());
      if (siblings.put(id, object) == null && RELATIONS.contains(id.kind())) {
        place(id, siblings);
      }
    }
  }

  /** Adds what another object has become, which was called otherwise, at its place. */
  void rename(ObjectId before, SchemaObject after) {
    remove(before);
    Integer place = places.get(before);
    if (place != null) {
      places.put(after.id(), place);
    }
    put(after);
  }

  /** Adds what is new, behind all others. */
  void create(SchemaObject object) {
    places.remove(object.id());
    put(object);
  }

  /** Indexes stand in the order in which they were made, under whatever names. */
  private void place(ObjectId index, Map<ObjectId, SchemaObject> siblings) {
    int place = places.computeIfAbsent(index, id -> ++newest);
    if (place < newest
        && siblings.keySet().stream().anyMatch(id -> places.getOrDefault(id, 0) > place)) {
      var ordered = new ArrayList<SchemaObject>(siblings.values());
      ordered.sort(Comparator.comparingInt(object -> places.getOrDefault(object.id(), 0)));
      siblings.clear();
      ordered.forEach(object -> siblings.put(object.id(), object));
    }
  }

  void remove(ObjectId id) {
    SchemaObject before = byId.remove(id);
    if (before != null) {
      unlink(before);
    }
    removeFrom(byKind, id.kind(), id);
    removeFrom(byName, nameKey(id), id);
    removeFrom(byParent, parentKey(id), id);
  }

  private void link(SchemaObject object) {
    if (object instanceof Table table) {
      for (ObjectId ancestor : table.ancestors()) {
        heirs.computeIfAbsent(ancestor, key -> new LinkedHashMap<>()).put(table.id(), table);
      }
    } else if (object instanceof Column column) {
      column.identity().ifPresent(identity -> identities.put(identity.sequence(), column));
      column
          .notNullConstraint()
          .ifPresent(
              it ->
                  notNulls
                      .computeIfAbsent(notNullKey(column, it), key -> new LinkedHashMap<>(2))
                      .put(column.id(), column));
      if (isOutward(column)) {
        outward.put(column.id(), column);
      }
    } else if (ROUTINES.contains(object.id().kind())) {
      routines
          .computeIfAbsent(routineKey(object.id()), key -> new LinkedHashMap<>(4))
          .put(object.id(), object);
    }
    for (QualifiedName relation : NamedRelations.of(object)) {
      referrers.computeIfAbsent(relation, key -> new LinkedHashMap<>()).put(object.id(), object);
    }
  }

  private void unlink(SchemaObject object) {
    if (object instanceof Table table) {
      table.ancestors().forEach(ancestor -> removeFrom(heirs, ancestor, table.id()));
    } else if (object instanceof Column column) {
      column.identity().ifPresent(identity -> identities.remove(identity.sequence()));
      column
          .notNullConstraint()
          .ifPresent(it -> removeFrom(notNulls, notNullKey(column, it), column.id()));
      outward.remove(column.id());
    } else if (ROUTINES.contains(object.id().kind())) {
      removeFrom(routines, routineKey(object.id()), object.id());
    }
    for (QualifiedName relation : NamedRelations.of(object)) {
      removeFrom(referrers, relation, object.id());
    }
  }

  private static <K, V> void removeFrom(Map<K, Map<ObjectId, V>> index, K key, ObjectId id) {
    Map<ObjectId, V> entries = index.get(key);
    if (entries != null) {
      entries.remove(id);
      if (entries.isEmpty()) {
        index.remove(key);
      }
    }
  }

  private static QualifiedName notNullKey(Column column, NotNullConstraint constraint) {
    return new QualifiedName(column.id().schema(), constraint.name());
  }

  private static Key routineKey(ObjectId id) {
    int parenthesis = id.name().lastIndexOf('(');
    return new Key(id.schema(), parenthesis < 0 ? id.name() : id.name().substring(0, parenthesis));
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
    return Collections.unmodifiableCollection(byKind.getOrDefault(kind, Map.of()).values());
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

  @Override
  public Collection<Table> heirsOf(ObjectId table) {
    return List.copyOf(heirs.getOrDefault(table, Map.of()).values());
  }

  @Override
  public Collection<SchemaObject> outwardColumns() {
    return Collections.unmodifiableCollection(outward.values());
  }

  /** Names of other schemas than pg_catalog are qualified wherever they stand. */
  private static boolean isOutward(Column column) {
    return !column.type().schema().equals("pg_catalog")
        || column.collation().isPresent()
        || column.defaultValue().filter(ObjectStore::isQualified).isPresent()
        || column.generated().filter(g -> isQualified(g.expression())).isPresent();
  }

  private static boolean isQualified(Expression expression) {
    return expression.sql().indexOf('.') >= 0;
  }

  @Override
  public Collection<Column> notNulls(QualifiedName constraint) {
    return List.copyOf(notNulls.getOrDefault(constraint, Map.of()).values());
  }

  @Override
  public Optional<Column> identityColumn(QualifiedName sequence) {
    return Optional.ofNullable(identities.get(sequence));
  }

  @Override
  public Collection<SchemaObject> routines(String schema, String name) {
    return List.copyOf(routines.getOrDefault(new Key(schema, name), Map.of()).values());
  }

  @Override
  public Collection<SchemaObject> referrersTo(ObjectId relation) {
    return List.copyOf(
        referrers
            .getOrDefault(new QualifiedName(relation.schema(), relation.name()), Map.of())
            .values());
  }
}
