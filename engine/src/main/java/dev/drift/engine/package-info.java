/**
 * What the live schema should be, what it is, and the SQL between the two: {@code Drift} is the
 * facade.
 */
@NullMarked
package dev.drift.engine;

import org.jspecify.annotations.NullMarked;
