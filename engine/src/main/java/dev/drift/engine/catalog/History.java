package dev.drift.engine.catalog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a migration tool has recorded in its history table.
 *
 * @param tool whose table it is
 * @param table the table, with its schema
 * @param counting how an entry speaks for migrations
 * @param late what the tool does with a migration that comes in before one that is recorded
 * @param ordered whether the entries stand in the order in which they were made
 * @param entries one a row
 */
public record History(
    String tool, String table, Counting counting, Late late, boolean ordered, List<Entry> entries) {
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

  /** What a tool does with a migration that is not recorded and older than one that is. */
  public enum Late {
    /** It runs it. */
    RUN,
    /** It passes it over, without a word. */
    SKIP,
    /** It refuses to go on. */
    REFUSE
  }

  /**
   * One row.
   *
   * @param key what names the migration, as {@code Migration.recorded} has it
   * @param checksum of the file as it was when it ran; empty if the tool records none
   * @param steps how many of its statements ran, where the tool counts them
   */
  public record Entry(String key, Optional<String> checksum, State state, OptionalInt steps) {

    /** A row of a tool that does not count statements. */
    public Entry(String key, Optional<String> checksum, State state) {
      this(key, checksum, state, OptionalInt.empty());
    }
  }

  /** How it went. */
  public enum State {
    APPLIED,
    /** It broke off, and the tool waits for somebody to mend it. */
    FAILED,
    /** The tool was told to begin here: what is not newer counts as applied. */
    BASELINE,
    /** The tool knows it and passes it over; it counts as applied. */
    SKIPPED
  }
}
