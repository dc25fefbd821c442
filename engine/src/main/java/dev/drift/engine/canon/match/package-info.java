/**
 * Decides whether two trees mean the same. Columns are bound to their FROM items first, so that
 * aliases do not matter; then both are rewritten to canonical form; then compared, with casts that
 * PostgreSQL adds where it coerces implicitly, and drops where they do nothing, let pass.
 */
@NullMarked
package dev.drift.engine.canon.match;

import org.jspecify.annotations.NullMarked;
