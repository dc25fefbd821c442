package dev.drift.engine.model;

import java.util.SortedSet;

/**
 * Who may do what with {@code target}, the owner included. There is none where everyone has just
 * what a new object gives them.
 */
public record Privileges(ObjectId id, ObjectId target, SortedSet<Grant> grants)
    implements SchemaObject {
  public Privileges {
    grants = Sorted.copyOf(grants);
  }

  /** {@return the privileges {@code grants} on {@code target}} */
  public static Privileges on(ObjectId target, SortedSet<Grant> grants) {
    return new Privileges(target.facet(Kind.PRIVILEGES), target, grants);
  }
}
