package dev.drift.engine.model;

/**
 * A collation.
 *
 * @param provider {@code libc}, {@code icu} or {@code builtin}
 * @param collate LC_COLLATE, of libc only, and {@code ctype} LC_CTYPE
 * @param locale the locale of the other providers
 * @param rules tailoring rules, of ICU only
 * @param deterministic whether only equal bytes are equal
 * @param anyEncoding whether one of libc is for every encoding, as copies of {@code C} are
 */
public record Collation(
    ObjectId id,
    String provider,
    String collate,
    String ctype,
    String locale,
    String rules,
    boolean deterministic,
    boolean anyEncoding)
    implements Defined {}
