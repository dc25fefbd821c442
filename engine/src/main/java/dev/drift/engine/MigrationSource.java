package dev.drift.engine;

import dev.drift.engine.catalog.HistoryChoice;
import java.nio.file.Path;
import java.time.Clock;
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
 * @param history the table that records them, where the user names it
 * @param data whether the rows that they insert are intended too
 * @param clock what time it is for migrations that ask, such as those that make today's partitions
 */
public record MigrationSource(
    List<Path> paths,
    Optional<String> tool,
    SortedMap<String, String> placeholders,
    String at,
    HistoryChoice history,
    boolean data,
    Clock clock) {
  /** What the history table records as applied counts; without a record every migration. */
  public static final String APPLIED = "applied";

  /** Every migration counts. */
  public static final String LATEST = "latest";

  public MigrationSource {
    paths = List.copyOf(paths);
    placeholders = Collections.unmodifiableSortedMap(new TreeMap<>(placeholders));
  }

  /** Migrations whose history table, if there is one, is found by itself. */
  public MigrationSource(
      List<Path> paths, Optional<String> tool, SortedMap<String, String> placeholders, String at) {
    this(paths, tool, placeholders, at, HistoryChoice.FOUND);
  }

  /** Migrations whose rows do not count. */
  public MigrationSource(
      List<Path> paths,
      Optional<String> tool,
      SortedMap<String, String> placeholders,
      String at,
      HistoryChoice history) {
    this(paths, tool, placeholders, at, history, false, Clock.systemUTC());
  }

  /** {@return the same, and the rows that they insert with constant values} */
  public MigrationSource withData() {
    return new MigrationSource(paths, tool, placeholders, at, history, true, clock);
  }

  /** {@return the same at another time} */
  public MigrationSource with(Clock other) {
    return new MigrationSource(paths, tool, placeholders, at, history, data, other);
  }
}
