package dev.drift.server;

import dev.drift.engine.render.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * What one check came to.
 *
 * @param json the document that {@code drift check --format json} prints
 * @param repair the repair script, made when it is first asked for
 * @param responseTime how long the database took to answer
 * @param migrations all of them, in order
 * @param tables those that the migrations make, and those that must be there
 */
public record CheckResult(
    Verdict verdict,
    String json,
    Supplier<String> repair,
    Duration responseTime,
    List<MigrationState> migrations,
    List<TableState> tables) {
  public CheckResult {
    repair = new Once<>(repair);
    migrations = List.copyOf(migrations);
    tables = List.copyOf(tables);
  }

  /** One migration, and whether the history table records it. */
  public record MigrationState(String version, String name, String file, Recorded recorded) {}

  /** What the tool's history table says of a migration. */
  public enum Recorded {
    APPLIED,
    PENDING,
    /** It broke off. */
    FAILED,
    /** There is no history table. */
    UNKNOWN
  }

  /** A table that the migrations make, and whether it is there. */
  public record TableState(String name, boolean exists, Weight weight) {}

  /** What it means that a table is missing. */
  public enum Weight {
    /** Named critical by whoever runs the server: without it the database is unhealthy. */
    CRITICAL,
    /** Made by the migrations: without it the database is degraded. */
    EXPECTED
  }
}
