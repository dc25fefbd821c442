package dev.drift.engine.plan;

import dev.drift.engine.canon.References;
import dev.drift.engine.model.BaseType;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What each object of a model needs to be there. Errs on the side of too much where SQL text only
 * may mean an object.
 */
final class Dependencies {
  /** What hangs on any object, and so has a parent that need not be its own. */
  static final Set<Kind> FACETS =
      Set.of(
          Kind.COMMENT,
          Kind.OWNER,
          Kind.PRIVILEGES,
          Kind.SECURITY_LABEL,
          Kind.EXTENSION_DEPENDENCY);

  private final SchemaModel model;
  private final Mentions mentions;
  private final Map<ObjectId, SortedSet<ObjectId>> needs = new TreeMap<>();
  private final Map<ObjectId, SortedSet<ObjectId>> defaultNeeds = new TreeMap<>();
  private final Map<ObjectId, SortedSet<ObjectId>> neededBy = new HashMap<>();
  private final Map<ObjectId, SortedSet<ObjectId>> neededByDefaultOf = new HashMap<>();

  Dependencies(SchemaModel model) {
    this.model = model;
    this.mentions = new Mentions(model);
    var each = new Needs(model, mentions);
    for (SchemaObject object : model.objects()) {
      keep(object.id(), each.of(object), needs, neededBy);
      if (object instanceof Column column) {
        var used = new TreeSet<ObjectId>();
        column.defaultValue().ifPresent(value -> mentions.references(value.sql(), used));
        keep(object.id(), used, defaultNeeds, neededByDefaultOf);
      }
    }
  }

  private void keep(
      ObjectId id,
      Set<ObjectId> found,
      Map<ObjectId, SortedSet<ObjectId>> forwards,
      Map<ObjectId, SortedSet<ObjectId>> backwards) {
    var present = new TreeSet<ObjectId>();
    for (ObjectId need : found) {
      if (!need.equals(id) && model.contains(need)) {
        present.add(need);
        backwards.computeIfAbsent(need, key -> new TreeSet<>()).add(id);
      }
    }
    forwards.put(id, present);
  }

  /** {@return what {@code id} needs, a column's default aside} */
  SortedSet<ObjectId> of(ObjectId id) {
    return needs.getOrDefault(id, new TreeSet<>());
  }

  /** {@return what the default of the column {@code id} needs} */
  SortedSet<ObjectId> ofDefault(ObjectId id) {
    return defaultNeeds.getOrDefault(id, new TreeSet<>());
  }

  /** {@return what needs {@code id}, defaults of columns aside} */
  SortedSet<ObjectId> dependents(ObjectId id) {
    return neededBy.getOrDefault(id, new TreeSet<>());
  }

  /** {@return the columns whose defaults need {@code id}} */
  SortedSet<ObjectId> defaultDependents(ObjectId id) {
    return neededByDefaultOf.getOrDefault(id, new TreeSet<>());
  }

  /**
   * {@return what the body of a routine names; it need not be there until the routine is called}
   */
  Set<ObjectId> ofBody(ObjectId id) {
    var found = new TreeSet<ObjectId>();
    model
        .find(id, Routine.class)
        .filter(routine -> routine.standardBody().isEmpty())
        .ifPresent(routine -> mentions.unqualified(routine.body(), found));
    found.remove(id);
    return found;
  }

  /** {@return whether {@code id} is one of the functions that the base type consists of} */
  boolean isFunctionOf(ObjectId id, ObjectId type) {
    return type.kind() == Kind.BASE_TYPE
        && id.kind() == Kind.FUNCTION
        && model.find(type, BaseType.class).filter(t -> functionsOf(t).contains(id)).isPresent();
  }

  /** {@return the functions that a base type consists of; each needs the other} */
  Set<ObjectId> functionsOf(BaseType type) {
    var functions = new TreeSet<ObjectId>();
    for (Optional<QualifiedName> function : References.functions(type.functions())) {
      function
          .map(name -> ObjectId.of(Kind.FUNCTION, name.schema(), name.name()))
          .filter(model::contains)
          .ifPresent(functions::add);
    }
    return functions;
  }
}
