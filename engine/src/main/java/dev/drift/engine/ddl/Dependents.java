package dev.drift.engine.ddl;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.CompositeType;
import dev.drift.engine.model.ExtensionDependency;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.Publication;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What goes with an object that is dropped, and what forbids it (dependency.c). */
final class Dependents {
  private final Changes changes;
  private final Objects objects;
  private final boolean cascade;
  private final Map<ObjectId, SchemaObject> going = new LinkedHashMap<>();
  private final Map<ObjectId, Column> losingDefault = new LinkedHashMap<>();
  private final Map<ObjectId, CompositeType> losingFields = new LinkedHashMap<>();
  private final Map<ObjectId, Publication> losingMembers = new LinkedHashMap<>();
  private final Deque<SchemaObject> unvisited = new ArrayDeque<>();
  private final List<ObjectId> obstacles = new ArrayList<>();

  private Dependents(boolean cascade, Changes changes) {
    this.changes = changes;
    this.objects = changes.objects();
    this.cascade = cascade;
  }

  /**
   * Drops the targets with what belongs to them; with CASCADE all that depends on them too, else
   * rejects if something does.
   *
   * @param at the token that names the first target
   */
  static void drop(
      List<? extends SchemaObject> targets, boolean cascade, Token at, Changes changes) {
    var dependents = new Dependents(cascade, changes);
    targets.forEach(dependents::include);
    dependents.close();
    if (!cascade) {
      dependents.requireNoObstacle(targets.get(0), at);
    }
    dependents.apply();
  }

  private void include(SchemaObject object) {
    if (going.putIfAbsent(object.id(), object) == null) {
      unvisited.add(object);
    }
  }

  private void close() {
    while (!unvisited.isEmpty()) {
      SchemaObject dropped = unvisited.remove();
      if (hasParts(dropped.id().kind())) {
        for (SchemaObject part : objects.childrenOf(dropped.id())) {
          going.putIfAbsent(part.id(), part);
        }
      }
      comment(dropped);
      bound(dropped);
      if (dropped instanceof Column column) {
        Partitions.keyedBy(column, objects).ifPresent(this::include);
      }
      var dependency = new Dependency(dropped, objects, changes.context().session().serverMajor());
      ObjectId relation = dropped.id();
      if (!relation.parent().isEmpty()) {
        relation = Rewriter.owner(relation);
      }
      if (dropped.id().kind() == Kind.COLUMN) {
        objects.childrenOf(relation).forEach(part -> consider(part, dependency));
        objects.referrersTo(relation).forEach(object -> consider(object, dependency));
        Conditions.beside(relation, objects).forEach(object -> consider(object, dependency));
      } else {
        objects.foreignKeysTo(relation).forEach(key -> consider(key, dependency));
      }
      for (Kind kind : Kind.values()) {
        if (dependency.concerns(kind)) {
          dependency.candidates(kind).forEach(object -> consider(object, dependency));
        }
      }
    }
  }

  /** What DEPENDS ON EXTENSION goes with the extension. */
  private void bound(SchemaObject dropped) {
    for (SchemaObject object : objects.ofKind(Kind.EXTENSION_DEPENDENCY)) {
      if (object instanceof ExtensionDependency found
          && dropped.id().equals(ObjectId.global(Kind.EXTENSION, found.extension()))) {
        objects.find(found.target()).ifPresent(this::include);
      }
    }
  }

  /** Publications go on without the tables and schemas that go. */
  private void unpublish() {
    for (SchemaObject object : List.copyOf(objects.ofKind(Kind.PUBLICATION))) {
      if (object instanceof Publication publication && !going.containsKey(object.id())) {
        var schemas = new TreeSet<>(publication.schemas());
        schemas.removeIf(name -> going.containsKey(ObjectId.global(Kind.SCHEMA, name)));
        changes.alter(
            publication,
            publication.of(
                publication.tables().stream()
                    .filter(member -> !going.containsKey(member.table()))
                    .toList(),
                schemas));
      }
    }
  }

  private void consider(SchemaObject object, Dependency dependency) {
    if (going.containsKey(object.id())) {
      return;
    }
    switch (dependency.of(object)) {
      case NONE -> {}
      case GOES_ALONG -> include(object);
      case FORBIDS -> {
        if (cascade) {
          include(object);
        } else {
          obstacles.add(object.id());
        }
      }
      case DEFAULT_FORBIDS -> {
        if (object instanceof Column column) {
          losingDefault.put(column.id(), column);
          obstacles.add(column.id());
        }
      }
      case MEMBERS_FORBID -> {
        if (object instanceof Publication publication) {
          Publication left = losingMembers.getOrDefault(publication.id(), publication);
          losingMembers.put(publication.id(), dependency.without(left));
          obstacles.add(publication.id());
        }
      }
      case FIELDS_FORBID -> {
        if (object instanceof CompositeType composite) {
          CompositeType left = losingFields.getOrDefault(composite.id(), composite);
          losingFields.put(composite.id(), dependency.without(left));
          obstacles.add(composite.id());
        }
      }
    }
  }

  private void comment(SchemaObject object) {
    objects.find(object.id().facet(Kind.COMMENT)).ifPresent(c -> going.putIfAbsent(c.id(), c));
    if (Facets.HAVING_INDEX.contains(object.id().kind())) {
      objects
          .find(Facets.index(object.id()).facet(Kind.COMMENT))
          .ifPresent(c -> going.putIfAbsent(c.id(), c));
    }
    Facets.of(object.id(), objects).forEach(facet -> going.putIfAbsent(facet.id(), facet));
  }

  private static boolean hasParts(Kind kind) {
    return switch (kind) {
      case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, DOMAIN, COMPOSITE_TYPE -> true;
      default -> false;
    };
  }

  private void requireNoObstacle(SchemaObject target, Token at) {
    Optional<ObjectId> obstacle =
        obstacles.stream().filter(id -> !going.containsKey(id)).findFirst();
    if (obstacle.isEmpty()) {
      return;
    }
    ObjectId id = obstacle.get();
    if (changes.context().doubt().concerns(id.schema(), id.name())
        || !id.parent().isEmpty() && changes.context().doubt().concerns(id.schema(), id.parent())) {
      throw new OpaqueException("depends on " + id.path(), new TreeSet<>(List.of(target.id(), id)));
    }
    throw new RejectedException(
        "cannot drop "
            + Described.object(target.id(), changes.context())
            + " because other objects depend on it",
        at);
  }

  private void apply() {
    List<SchemaObject> all = new ArrayList<>(going.values());
    for (SchemaObject object : all) {
      if (object.id().kind() != Kind.TABLE && object.id().kind() != Kind.COMMENT) {
        comment(object);
      }
    }
    losingDefault.forEach(
        (id, column) -> {
          if (!going.containsKey(id)) {
            changes.alter(
                column, ColumnEdit.of(column, edit -> edit.defaultValue = Optional.empty()));
          }
        });
    losingFields.forEach(
        (id, left) -> {
          if (!going.containsKey(id)) {
            objects.find(id).ifPresent(composite -> changes.alter(composite, left));
          }
        });
    losingMembers.forEach(
        (id, left) -> objects.find(id).ifPresent(publication -> changes.alter(publication, left)));
    unpublish();
    all.forEach(object -> IndexMarks.remove(object, changes));
    for (SchemaObject object : going.values()) {
      if (object instanceof Column column && !going.containsKey(Rewriter.owner(column.id()))) {
        forget(column);
      }
      changes.drop(object);
    }
    all.forEach(object -> OperatorLinks.cut(object, changes));
  }

  /** What reads the column's table counts its columns without it. */
  private void forget(Column column) {
    ObjectId relation = Rewriter.owner(column.id());
    var rewriter =
        new Rewriter(new ColumnDrop(relation, objects.columnNames(relation), column.id().name()));
    Stream.concat(
            List.copyOf(objects.referrersTo(relation)).stream(),
            Conditions.around(relation, objects).stream())
        .distinct()
        .filter(object -> !going.containsKey(object.id()))
        .forEach(object -> changes.alter(object, rewriter.rewrite(object)));
  }
}
