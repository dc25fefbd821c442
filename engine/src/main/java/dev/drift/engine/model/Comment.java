package dev.drift.engine.model;

/** A comment; {@code target} is what it is on, a view's column included. */
public record Comment(ObjectId id, ObjectId target, String text) implements SchemaObject {

  /** {@return the comment {@code text} on {@code target}} */
  public static Comment on(ObjectId target, String text) {
    return new Comment(target.facet(Kind.COMMENT), target, text);
  }
}
