package dev.drift.engine.model;

import java.util.Optional;

/**
 * How a language's functions see a type; the id's name is {@code type LANGUAGE language}.
 *
 * @param fromSql the function that takes a value into the language
 * @param toSql the function that brings it back
 */
public record Transform(
    ObjectId id,
    TypeName type,
    String language,
    Optional<QualifiedName> fromSql,
    Optional<QualifiedName> toSql)
    implements Defined {}
