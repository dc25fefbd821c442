package dev.drift.engine.model;

import java.util.Optional;

/** A text search template, by its functions. */
public record TextSearchTemplate(ObjectId id, Optional<QualifiedName> init, QualifiedName lexize)
    implements Defined {}
