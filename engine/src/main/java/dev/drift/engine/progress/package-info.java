/**
 * How far a database is: its tool's own record set against the migration files.
 *
 * <p>{@link dev.drift.engine.progress.Progress} says of each migration whether it is recorded.
 */
@NullMarked
package dev.drift.engine.progress;

import org.jspecify.annotations.NullMarked;
