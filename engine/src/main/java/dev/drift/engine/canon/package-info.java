/**
 * One spelling per meaning, for both sides: type names, generated names, expressions and queries.
 *
 * <p>Comparison is three-valued ({@link Match}): what is merely rendered differently is equal, and
 * what cannot be told is said to be unknown.
 *
 * <p>How two texts are compared, each step only if the one before did not say equal:
 *
 * <ol>
 *   <li>by tokens: case, quoting, escapes and white space apart;
 *   <li>by tree: our own reader ({@code canon.tree}), the rewrites ({@code canon.rewrite}), the
 *       types ({@code canon.typing}), which add the casts that PostgreSQL adds, then the matcher
 *       ({@code canon.match}); where a type is not known, it lets pass the casts that PostgreSQL
 *       may have added or dropped;
 *   <li>where our reader refuses, by what JSqlParser makes of both; else unknown.
 * </ol>
 *
 * <p>The first text is as migrations say it, with its names looked up ({@code canon.resolve}); the
 * second is as a server prints it.
 */
@NullMarked
package dev.drift.engine.canon;

import org.jspecify.annotations.NullMarked;
