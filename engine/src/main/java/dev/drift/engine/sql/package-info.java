/**
 * The surface of PostgreSQL's SQL: tokens with positions, the statement splitter, identifiers and
 * quoting.
 *
 * <p>Rules are those of {@code src/backend/parser/scan.l} and manual section 4.1, "Lexical
 * Structure".
 */
@NullMarked
package dev.drift.engine.sql;

import org.jspecify.annotations.NullMarked;
