package dev.drift.engine.model;

/**
 * An installed extension. Its members are not objects of the model.
 *
 * @param schema the schema its members live in; empty if not said
 */
public record Extension(ObjectId id, String schema) implements SchemaObject {}
