/**
 * Decide: a statement against the present model yields events, or is rejected, opaque or not
 * understood. One reader per statement family; {@link Replay} runs whole histories.
 */
@NullMarked
package dev.drift.engine.ddl;

import org.jspecify.annotations.NullMarked;
