package dev.drift.engine.progress;

import dev.drift.engine.source.Migration;

/**
 * One migration and what is recorded of it.
 *
 * @param edited whether its file has another checksum than the one that is recorded
 */
public record Standing(Migration migration, Mark mark, boolean edited) {

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
