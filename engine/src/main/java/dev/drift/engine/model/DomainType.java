package dev.drift.engine.model;

import java.util.Optional;

/**
 * A domain; its checks are {@link DomainConstraint}s. {@code collation} only if not the base
 * type's.
 */
public record DomainType(
    ObjectId id,
    TypeName base,
    boolean notNull,
    Optional<Expression> defaultValue,
    Optional<QualifiedName> collation)
    implements SchemaObject {}
