package dev.drift.engine.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What a migration tool has recorded in its history table.
 *
 * @param table the table, with its schema
 * @param counting how an entry speaks for migrations
 * @param entries in the order in which they were made, where that is known
 */
public record History(String table, Counting counting, List<Entry> entries) {
  public History {
    entries = List.copyOf(entries);
  }

  /** How an entry speaks for migrations. */
  public enum Counting {
    /** For the migration it names. */
    EACH,
    /** For the migration it names and all before it: golang-migrate, Drizzle. */
    UP_TO
  }

  /**
   * One row.
   *
   * @param key what names the migration, as {@code Migration.recorded} has it
   * @param checksum of the file as it was when it ran; empty if the tool records none
   */
  public record Entry(String key, Optional<String> checksum, State state) {}

  /** How it went. */
  public enum State {
    APPLIED,
    /** It broke off, and the tool waits for somebody to mend it. */
    FAILED,
    /** The tool was told to begin here: what is not newer counts as applied. */
    BASELINE
  }
}
