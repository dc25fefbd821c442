package dev.drift.engine.model;

import java.util.SortedMap;

/**
 * How a role is known to a foreign server: the server is the id's parent, the role its name, {@code
 * public} for PUBLIC.
 */
public record UserMapping(ObjectId id, SortedMap<String, String> options) implements SchemaObject {
  public UserMapping {
    options = Sorted.copyOf(options);
  }

  /** {@return the id of the mapping of {@code role} on {@code server}} */
  public static ObjectId idOf(String server, String role) {
    return ObjectId.global(Kind.SERVER, server).child(Kind.USER_MAPPING, role);
  }
}
