package dev.drift.engine.model;

import java.util.Optional;

/** A text search parser, by its functions. */
public record TextSearchParser(
    ObjectId id,
    QualifiedName start,
    QualifiedName token,
    QualifiedName end,
    QualifiedName types,
    Optional<QualifiedName> headline)
    implements Defined {}
