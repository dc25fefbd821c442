package dev.drift.engine.model;

import java.util.Optional;

/**
 * An operator; the id's name carries its operand types, {@code @@(text, public.words)}, with {@code
 * NONE} for one that it lacks. Operators that are only named by others are no objects.
 *
 * @param function what computes it
 * @param commutator the operator that is the same with its operands exchanged
 * @param negator the operator that is its opposite
 * @param restrict the function that estimates the selectivity of {@code column op constant}
 * @param join the function that estimates that of joins
 * @param hashes whether it supports hash joins, and {@code merges} merge joins
 */
public record Operator(
    ObjectId id,
    Optional<TypeName> left,
    Optional<TypeName> right,
    QualifiedName function,
    Optional<QualifiedName> commutator,
    Optional<QualifiedName> negator,
    Optional<QualifiedName> restrict,
    Optional<QualifiedName> join,
    boolean hashes,
    boolean merges)
    implements Defined {}
