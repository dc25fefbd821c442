package dev.drift.engine.model;

import java.util.SortedSet;

/**
 * What ALTER DEFAULT PRIVILEGES has set.
 *
 * @param role whose new objects it is about
 * @param objects {@code tables}, {@code sequences}, {@code functions}, {@code types}, {@code
 *     schemas} or {@code large objects}
 * @param grants what they get: instead of the usual if it is about all schemas, else besides
 */
public record DefaultPrivileges(ObjectId id, String role, String objects, SortedSet<Grant> grants)
    implements SchemaObject {
  public DefaultPrivileges {
    grants = Sorted.copyOf(grants);
  }

  /** {@return those of {@code role} in {@code schema}, which is empty for all schemas} */
  public static DefaultPrivileges of(
      String role, String schema, String objects, SortedSet<Grant> grants) {
    return new DefaultPrivileges(id(role, schema, objects), role, objects, grants);
  }

  /** {@return the id of those of {@code role} in {@code schema}} */
  public static ObjectId id(String role, String schema, String objects) {
    return ObjectId.of(Kind.DEFAULT_PRIVILEGES, schema, objects + " of " + role);
  }
}
