package dev.drift.engine.event;

/**
 * The statement that caused an event.
 *
 * @param migration the migration's version
 * @param file relative to the migrations directory
 * @param line one-based line of the clause or statement
 * @param column one-based column of the clause or statement
 * @param statement zero-based index of the statement within its migration
 */
public record Origin(String migration, String file, int line, int column, int statement) {
  /** {@return {@code file:line}, as editors and terminals link it} */
  @Override
  public String toString() {
    return file + ':' + line;
  }
}
