/**
 * From differences to ordered steps, each one guarded statement, or refusals with reasons.
 *
 * <p>What one kind of object needs is written in {@code plan.rule}; here is decided what happens to
 * each object, in which order, and what is refused. Guards read {@code pg_catalog} only and run
 * with an empty search path.
 */
@NullMarked
package dev.drift.engine.plan;

import org.jspecify.annotations.NullMarked;
