package dev.drift.engine.diff;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The objects that are missing, or unexpected, altogether: what their parts say is said by them.
 */
final class Wholes {
  /** Components that name the object which this one comes and goes with. */
  private static final Set<String> OWNERS = Set.of("target", "ownedBy", "relation");

  private record Place(boolean missing, ObjectId id) {}

  private record Relation(boolean missing, String schema, String name) {}

  private final Set<Place> objects = new HashSet<>();
  private final Set<Relation> relations = new HashSet<>();

  Wholes(List<Difference> differences) {
    for (Difference difference : differences) {
      if (difference.isMissing() || difference.isUnexpected()) {
        ObjectId id = difference.id();
        objects.add(new Place(difference.isMissing(), id));
        if (id.parent().isEmpty()) {
          relations.add(new Relation(difference.isMissing(), id.schema(), id.name()));
        }
      }
    }
  }

  /** {@return whether the difference says no more than that of an object it is a part of} */
  boolean cover(Difference difference) {
    boolean missing = difference.isMissing();
    if (hasRelation(missing, difference.id())) {
      return true;
    }
    return owners(difference.expected().or(difference::actual).orElseThrow()).stream()
        .anyMatch(
            owner -> objects.contains(new Place(missing, owner)) || hasRelation(missing, owner));
  }

  private boolean hasRelation(boolean missing, ObjectId part) {
    return !part.parent().isEmpty()
        && relations.contains(new Relation(missing, part.schema(), part.parent()));
  }

  static List<ObjectId> owners(SchemaObject object) {
    var owners = new ArrayList<ObjectId>();
    for (Parts.Part part : Parts.of(object.getClass())) {
      if (OWNERS.contains(part.name())) {
        Object value = part.of((Record) object);
        if (value instanceof Optional<?> optional) {
          optional.map(ObjectId.class::cast).ifPresent(owners::add);
        } else {
          owners.add((ObjectId) value);
        }
      }
    }
    return owners;
  }
}
