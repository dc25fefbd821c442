package dev.drift.engine.model;

/** A conversion between two encodings, which are spelled as {@code pg_encoding_to_char} does. */
public record Conversion(
    ObjectId id, String from, String to, QualifiedName function, boolean byDefault)
    implements Defined {}
