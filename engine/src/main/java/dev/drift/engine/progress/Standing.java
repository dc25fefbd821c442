package dev.drift.engine.progress;

import dev.drift.engine.catalog.History.Entry;
import dev.drift.engine.source.Migration;
import java.util.Optional;

/**
 * One migration and what is recorded of it.
 *
 * @param edited whether its file has another checksum than the one that is recorded
 * @param entry its own row in the history table
 */
public record Standing(Migration migration, Mark mark, boolean edited, Optional<Entry> entry) {

  /** What the history table says. */
  public enum Mark {
    APPLIED,
    /** It broke off. */
    FAILED,
    /** It has not run. */
    PENDING,
    /** There is no record. */
    UNKNOWN
  }
}
