package dev.drift.engine.model;

import java.util.Optional;

/**
 * A range type. Its constructor functions and its cast to the multirange type are parts of it.
 *
 * @param operatorClass the B-tree operator class of the subtype unless it is the default one
 * @param collation the collation unless it is the subtype's
 * @param canonical the canonicalization function
 * @param difference the function that subtracts two values
 * @param multirange its multirange type; empty before PostgreSQL 14
 */
public record RangeType(
    ObjectId id,
    TypeName subtype,
    Optional<QualifiedName> operatorClass,
    Optional<QualifiedName> collation,
    Optional<QualifiedName> canonical,
    Optional<QualifiedName> difference,
    Optional<QualifiedName> multirange)
    implements Defined {}
