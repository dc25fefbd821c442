package dev.drift.engine.model;

/**
 * An access method.
 *
 * @param type {@code index} or {@code table}
 */
public record AccessMethod(ObjectId id, String type, QualifiedName handler) implements Defined {}
