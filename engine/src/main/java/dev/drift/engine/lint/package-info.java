/**
 * What would fail or harm, told from the migrations alone: rules over their replay.
 *
 * <p>{@link dev.drift.engine.lint.Lint} lists the rules.
 */
@NullMarked
package dev.drift.engine.lint;

import org.jspecify.annotations.NullMarked;
