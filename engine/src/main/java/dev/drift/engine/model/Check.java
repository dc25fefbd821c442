package dev.drift.engine.model;

/** A check constraint; {@code enforced} is false for NOT ENFORCED (PostgreSQL 18). */
public record Check(
    ObjectId id, Expression expression, boolean noInherit, boolean validated, boolean enforced)
    implements SchemaObject {}
