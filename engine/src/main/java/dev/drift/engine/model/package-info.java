/**
 * The schema of a PostgreSQL database as one immutable value: a map from {@link ObjectId} to {@link
 * SchemaObject}, all at one grain: a column, a constraint, a trigger or a comment is an object as a
 * table is.
 *
 * <p>Records carry no behaviour beyond holding their parts; what is done with them lives in the
 * room that owns the verb. Names are folded and unquoted, as the catalogs hold them. Types are
 * {@link TypeName}s, SQL inside objects is {@link Expression} or {@link Query}: text in which every
 * name that could be resolved is qualified, compared by meaning (room {@code canon}), not by
 * letter.
 */
@NullMarked
package dev.drift.engine.model;

import org.jspecify.annotations.NullMarked;
