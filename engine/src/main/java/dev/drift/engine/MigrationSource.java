package dev.drift.engine;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where migrations are read from, and how far.
 *
 * @param paths directories, or single SQL files
 * @param tool whose layout they have; empty to recognise it
 * @param placeholders values of the tool's placeholders
 * @param at {@link #APPLIED}, {@link #LATEST}, or the version up to which migrations count
 */
public record MigrationSource(
    List<Path> paths, Optional<String> tool, SortedMap<String, String> placeholders, String at) {
  /** What the history table records as applied counts; without a record every migration. */
  public static final String APPLIED = "applied";

  /** Every migration counts. */
  public static final String LATEST = "latest";

  public MigrationSource {
    paths = List.copyOf(paths);
    placeholders = Collections.unmodifiableSortedMap(new TreeMap<>(placeholders));
  }
}
