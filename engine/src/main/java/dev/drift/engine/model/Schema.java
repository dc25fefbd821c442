package dev.drift.engine.model;

/** A schema (namespace). */
public record Schema(ObjectId id) implements SchemaObject {}
