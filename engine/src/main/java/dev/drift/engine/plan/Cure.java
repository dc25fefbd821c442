package dev.drift.engine.plan;

/**
 * An UPDATE of the migrations that makes rows fit a check before they add it.
 *
 * @param set what follows SET, over the table's own columns
 * @param where which rows it is about
 */
public record Cure(String set, String where) {}
