package dev.drift.engine.source;

/**
 * Something about the migrations that a user has to know; a value, never an exception.
 *
 * @param file relative to the migrations directory
 * @param line one-based
 * @param column one-based
 * @param message what is wrong, in one sentence
 */
public record Problem(Kind kind, String file, int line, int column, String message) {

  /** What the problem means for the verdict. */
  public enum Kind {
    /** PostgreSQL would refuse this statement at this point. */
    REJECTED,
    /**
     * Understood to be valid, but what it does to the schema cannot be known without running it.
     */
    OPAQUE,
    /** Not understood at all. */
    UNPARSED
  }
}
