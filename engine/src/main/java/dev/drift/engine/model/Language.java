package dev.drift.engine.model;

import java.util.Optional;

/** A procedural language that no extension brings. */
public record Language(
    ObjectId id,
    boolean trusted,
    QualifiedName handler,
    Optional<QualifiedName> inline,
    Optional<QualifiedName> validator)
    implements Defined {}
