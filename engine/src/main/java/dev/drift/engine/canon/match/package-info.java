/**
 * Decides whether two trees mean the same. Columns are bound to their FROM items first, so that
 * aliases do not matter; then both are rewritten to canonical form and typed, with all casts that
 * PostgreSQL adds; then compared. Where types are not known, the casts that PostgreSQL may have
 * added where it coerces implicitly, or dropped where they do nothing, are let pass.
 */
@NullMarked
package dev.drift.engine.canon.match;

import org.jspecify.annotations.NullMarked;
