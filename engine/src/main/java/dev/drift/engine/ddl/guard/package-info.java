/**
 * The expressions and catalog queries that migrations guard their DDL with, evaluated on the model:
 * {@code IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'mood')}.
 *
 * <p>A value that the schema alone does not decide (data, roles, settings) is {@link
 * Value.Unknown}, and so is all that depends on it.
 */
@NullMarked
package dev.drift.engine.ddl.guard;

import org.jspecify.annotations.NullMarked;
