/**
 * Measures on real histories whether drift knows where a database stands: {@link
 * dev.drift.engine.progress.stops.StopsTest}.
 */
package dev.drift.engine.progress.stops;
