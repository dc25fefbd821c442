package dev.drift.engine.model;

/** A check of a domain; the domain is the id's parent. */
public record DomainConstraint(ObjectId id, Expression expression, boolean validated)
    implements SchemaObject {}
