package dev.drift.engine.model;

import java.util.Optional;

/**
 * A sequence of its own; the sequence behind an identity column is part of the {@link Column}.
 *
 * @param ownedBy the column it is dropped with
 */
public record Sequence(
    ObjectId id, SequenceOptions options, Optional<ObjectId> ownedBy, boolean unlogged)
    implements SchemaObject {}
