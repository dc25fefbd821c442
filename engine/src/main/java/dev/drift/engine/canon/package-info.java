/**
 * One spelling per meaning, for both sides: type names, generated names, expressions and queries.
 *
 * <p>Comparison is three-valued ({@link Match}): what is merely rendered differently is equal, and
 * what cannot be told is said to be unknown.
 */
@NullMarked
package dev.drift.engine.canon;

import org.jspecify.annotations.NullMarked;
