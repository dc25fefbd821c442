package dev.drift.engine.model;

import java.util.Optional;

/**
 * An operator class; the id's name is {@code name using method}. What it consists of stands in its
 * family.
 *
 * @param family the family's name; it has the same method
 * @param byDefault whether indexes on {@code type} use it unasked
 * @param storage the type that an index keeps, unless it is {@code type}
 */
public record OperatorClass(
    ObjectId id,
    String method,
    QualifiedName family,
    TypeName type,
    boolean byDefault,
    Optional<TypeName> storage)
    implements Defined {}
