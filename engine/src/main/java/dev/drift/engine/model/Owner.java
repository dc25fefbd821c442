package dev.drift.engine.model;

/**
 * The owner of {@code target}, where it is not the role that owns the schema as a whole (the one
 * the migrations run as).
 */
public record Owner(ObjectId id, ObjectId target, String role) implements SchemaObject {

  /** {@return that {@code role} owns {@code target}} */
  public static Owner of(ObjectId target, String role) {
    return new Owner(target.facet(Kind.OWNER), target, role);
  }
}
