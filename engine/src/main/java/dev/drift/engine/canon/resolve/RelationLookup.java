package dev.drift.engine.canon.resolve;

import dev.drift.engine.canon.Names;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Place;
import dev.drift.engine.canon.typing.SystemRelations;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.MaterializedView;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds relations and their columns in the model. */
final class RelationLookup {
  private final Resolution resolution;

  RelationLookup(Resolution resolution) {
    this.resolution = resolution;
  }

  /** A relation in FROM with its full name, and what it brings. */
  record Found(Name name, Entry entry) {}

  Found find(FromItem.Relation item) {
    Name name = item.name();
    List<String> path =
        name.schema().isEmpty() ? List.of(name.name()) : List.of(name.schema(), name.name());
    Optional<ObjectId> id = Names.relation(path, resolution.scope());
    Optional<ObjectId> system = id.isEmpty() ? system(name) : Optional.empty();
    if (system.isPresent()) {
      Name full = new Name(system.get().schema(), system.get().name());
      return new Found(full, entry(item, full.schema(), systemColumns(system.get()), id));
    }
    if (id.isEmpty()) {
      return new Found(unknown(item), entry(item, name.schema(), Optional.empty(), id));
    }
    resolution.uses(id.get());
    Optional<List<Visible>> columns = columns(id.get(), resolution.scope().objects());
    if (columns.isEmpty()) {
      resolution.doubt("the columns of " + id.get().path() + " are not known");
    }
    Name full = new Name(id.get().schema(), id.get().name());
    return new Found(full, entry(item, full.schema(), columns, id));
  }

  private Optional<ObjectId> system(Name name) {
    Stream<String> schemas =
        name.schema().isEmpty()
            ? Stream.concat(Stream.of("pg_catalog"), resolution.scope().searchPath().stream())
            : Stream.of(name.schema());
    return schemas
        .flatMap(schema -> SystemRelations.find(schema, name.name()).stream())
        .findFirst();
  }

  /** {@return its columns; empty if the server has none of that name} */
  private Optional<List<Visible>> systemColumns(ObjectId relation) {
    List<Visible> columns =
        SystemRelations.columns(relation, resolution.scope().serverMajor()).stream()
            .map(column -> column(column.name()))
            .toList();
    return columns.isEmpty() ? Optional.empty() : Optional.of(columns);
  }

  private Name unknown(FromItem.Relation item) {
    Name name = item.name();
    boolean system =
        SystemRelations.isSystem(name.schema())
            || name.schema().isEmpty() && name.name().startsWith("pg_");
    if (system) {
      return name.schema().isEmpty() ? new Name("pg_catalog", name.name()) : name;
    }
    boolean extended =
        resolution.scope().objects().ofKind(Kind.EXTENSION).stream()
            .anyMatch(extension -> !extension.id().name().equals("plpgsql"));
    if (!extended) {
      String text = name.schema().isEmpty() ? name.name() : name.schema() + '.' + name.name();
      throw new InvalidQueryException("relation \"" + text + "\" does not exist", item.place());
    }
    resolution.doubt("relation " + name.name() + " is not known");
    return name;
  }

  private static Entry entry(
      FromItem.Relation item,
      String schema,
      Optional<List<Visible>> columns,
      Optional<ObjectId> id) {
    String alias = item.alias().name().isEmpty() ? item.name().name() : item.alias().name();
    String ownSchema = item.alias().name().isEmpty() ? schema : "";
    return named(alias, ownSchema, item.alias().columns(), columns, id);
  }

  /** An entry whose columns are written {@code alias.column}, the first ones renamed. */
  static Entry named(
      String alias,
      String schema,
      List<String> names,
      Optional<List<Visible>> columns,
      Optional<ObjectId> id) {
    Optional<List<Visible>> renamed =
        columns.map(
            list -> {
              var result = new ArrayList<Visible>();
              for (int i = 0; i < list.size(); i++) {
                String name = i < names.size() ? names.get(i) : list.get(i).name();
                result.add(new Visible(name, new Node.Column(List.of(alias, name), Place.NONE)));
              }
              return List.copyOf(result);
            });
    return new Entry(alias, schema, renamed, id);
  }

  static Visible column(String name) {
    return new Visible(name, new Node.Column(List.of(name), Place.NONE));
  }

  /** {@return the columns of a relation, in order; empty if not known} */
  static Optional<List<Visible>> columns(ObjectId id, Objects objects) {
    Optional<SchemaObject> object = objects.find(id);
    List<String> names =
        switch (object.orElse(null)) {
          case View view -> view.columns();
          case MaterializedView view -> view.columns();
          case null, default -> List.of();
        };
    List<Visible> columns =
        objects.columnsOf(id).stream().map(column -> column(column.id().name())).toList();
    if (id.kind() == Kind.SEQUENCE) {
      return Optional.of(List.of(column("last_value"), column("log_cnt"), column("is_called")));
    }
    boolean view = id.kind() == Kind.VIEW || id.kind() == Kind.MATERIALIZED_VIEW;
    if (!view) {
      return Optional.of(columns);
    }
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(names.stream().map(RelationLookup::column).toList());
  }
}
