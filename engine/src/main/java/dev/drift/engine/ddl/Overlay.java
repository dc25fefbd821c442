package dev.drift.engine.ddl;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.NamedRelations;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The objects at a statement's start with what the statement has changed so far laid over them. */
final class Overlay implements Objects {
  private final Objects base;
  private final Map<ObjectId, Optional<SchemaObject>> changed = new LinkedHashMap<>();

  Overlay(Objects base) {
    this.base = base;
  }

  void put(SchemaObject object) {
    changed.put(object.id(), Optional.of(object));
  }

  void remove(ObjectId id) {
    changed.put(id, Optional.empty());
  }

  @Override
  public Optional<SchemaObject> find(ObjectId id) {
    Optional<SchemaObject> here = changed.get(id);
    return here != null ? here : base.find(id);
  }

  @Override
  public Collection<SchemaObject> ofKind(Kind kind) {
    return merge(base.ofKind(kind), id -> id.kind() == kind);
  }

  @Override
  public Collection<SchemaObject> outwardColumns() {
    if (changed.isEmpty()) {
      return base.outwardColumns();
    }
    var columns = new ArrayList<SchemaObject>();
    for (SchemaObject column : base.outwardColumns()) {
      if (!changed.containsKey(column.id())) {
        columns.add(column);
      }
    }
    for (Optional<SchemaObject> object : changed.values()) {
      object.filter(Column.class::isInstance).ifPresent(columns::add);
    }
    return columns;
  }

  @Override
  public Collection<SchemaObject> childrenOf(ObjectId relation) {
    return merge(base.childrenOf(relation), id -> id.belongsTo(relation));
  }

  @Override
  public Collection<SchemaObject> named(String schema, String name) {
    return merge(
        base.named(schema, name), id -> id.name().equals(name) && id.schema().equals(schema));
  }

  @Override
  public Collection<SchemaObject> routines(String schema, String name) {
    return merge(
        base.routines(schema, name),
        id ->
            ROUTINES.contains(id.kind())
                && id.schema().equals(schema)
                && RoutineNames.bare(id).equals(name));
  }

  @Override
  public Collection<Table> heirsOf(ObjectId table) {
    if (changed.isEmpty()) {
      return base.heirsOf(table);
    }
    List<Table> heirs = new ArrayList<>();
    for (Table heir : base.heirsOf(table)) {
      if (!changed.containsKey(heir.id())) {
        heirs.add(heir);
      }
    }
    for (Optional<SchemaObject> object : changed.values()) {
      if (object.isPresent()
          && object.get() instanceof Table heir
          && heir.ancestors().contains(table)) {
        heirs.add(heir);
      }
    }
    return heirs;
  }

  @Override
  public Collection<SchemaObject> referrersTo(ObjectId relation) {
    if (changed.isEmpty()) {
      return base.referrersTo(relation);
    }
    var name = new QualifiedName(relation.schema(), relation.name());
    List<SchemaObject> referrers = new ArrayList<>();
    for (SchemaObject object : base.referrersTo(relation)) {
      if (!changed.containsKey(object.id())) {
        referrers.add(object);
      }
    }
    for (Optional<SchemaObject> object : changed.values()) {
      if (object.isPresent() && NamedRelations.of(object.get()).contains(name)) {
        referrers.add(object.get());
      }
    }
    return referrers;
  }

  @Override
  public Collection<Column> notNulls(QualifiedName constraint) {
    List<Column> columns = new ArrayList<>();
    for (Column column : base.notNulls(constraint)) {
      if (!changed.containsKey(column.id())) {
        columns.add(column);
      }
    }
    for (Optional<SchemaObject> object : changed.values()) {
      if (object.isPresent()
          && object.get() instanceof Column column
          && column.id().schema().equals(constraint.schema())
          && column
              .notNullConstraint()
              .filter(it -> it.name().equals(constraint.name()))
              .isPresent()) {
        columns.add(column);
      }
    }
    return columns;
  }

  @Override
  public Optional<Column> identityColumn(QualifiedName sequence) {
    Optional<Column> below =
        base.identityColumn(sequence).filter(column -> !changed.containsKey(column.id()));
    if (below.isPresent()) {
      return below;
    }
    for (Optional<SchemaObject> object : changed.values()) {
      if (object.isPresent()
          && object.get() instanceof Column column
          && column.identity().filter(i -> i.sequence().equals(sequence)).isPresent()) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  private Collection<SchemaObject> merge(
      Collection<SchemaObject> below, Predicate<ObjectId> belongs) {
    if (changed.isEmpty()) {
      return below;
    }
    List<SchemaObject> merged = new ArrayList<>(below.size() + 4);
    for (SchemaObject object : below) {
      Optional<SchemaObject> here = changed.get(object.id());
      if (here == null) {
        merged.add(object);
      } else {
        here.ifPresent(merged::add);
      }
    }
    changed.forEach(
        (id, object) -> {
          if (object.isPresent() && belongs.test(id) && base.find(id).isEmpty()) {
            merged.add(object.get());
          }
        });
    return merged;
  }
}
