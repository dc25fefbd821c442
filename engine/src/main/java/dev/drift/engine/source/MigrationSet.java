package dev.drift.engine.source;

import java.util.List;

/**
 * All migrations, in the order in which their tool runs them.
 *
 * @param tool the layout they are kept in, as {@code --tool} names it
 * @param migrations in order of execution
 * @param problems what could not be read, or is read otherwise than a person may expect
 */
public record MigrationSet(String tool, List<Migration> migrations, List<Problem> problems) {
  public MigrationSet {
    migrations = List.copyOf(migrations);
    problems = List.copyOf(problems);
  }
}
