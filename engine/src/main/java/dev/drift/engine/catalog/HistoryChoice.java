package dev.drift.engine.catalog;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which table holds the record, where a user says so.
 *
 * @param table its name, with or without its schema; empty to find it
 * @param columns what its columns are called: any of {@link #ROLES} to a column's name
 */
public record HistoryChoice(Optional<String> table, SortedMap<String, String> columns) {
  /**
   * What a column can be: what names a migration, its checksum, whether it succeeded (a boolean),
   * when it ran.
   */
  public static final List<String> ROLES = List.of("version", "checksum", "success", "applied");

  /** The table is found by itself. */
  public static final HistoryChoice FOUND =
      new HistoryChoice(Optional.empty(), Collections.emptySortedMap());

  public HistoryChoice {
    columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
  }
}
