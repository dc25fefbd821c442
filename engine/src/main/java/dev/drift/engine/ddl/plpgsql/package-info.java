/**
 * The syntax of PL/pgSQL bodies (manual chapter "PL/pgSQL", {@code pl_gram.y}): text to a tree of
 * {@link Step}s whose embedded SQL stays tokens, each with its place in the migration file.
 */
@NullMarked
package dev.drift.engine.ddl.plpgsql;

import org.jspecify.annotations.NullMarked;
