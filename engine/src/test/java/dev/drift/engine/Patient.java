package dev.drift.engine;

import dev.drift.engine.catalog.SqlSession;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.diff.IgnoreRules;
import dev.drift.engine.plan.PlanOptions;
import dev.drift.engine.testing.Script;
import dev.drift.engine.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A database of its own and the migrations that it is to be made like. */
final class Patient {
  private static final IgnoreRules NONE = new IgnoreRules(List.of(), List.of());

  private final Path migrations;
  private final String url = TestPostgres.createDatabase();

  /**
   * Makes an empty one, with no migrations yet.
   *
   * @param migrations an empty directory
   */
  Patient(Path migrations) {
    this.migrations = migrations;
  }

  /** Writes the only migration. */
  void intend(String sql) {
    try {
      Files.writeString(migrations.resolve("0001_first.sql"), sql);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs statements on the database. */
  void has(String sql) {
    Script.run(url, sql);
  }

  /** {@return the first column of what the database answers} */
  List<String> query(String sql) {
    return TestPostgres.query(url, sql);
  }

  Database database() {
    return new Database.Live(Target.of(Optional.of(url)));
  }

  /** {@return the repair that nothing is said about} */
  Repair repair() {
    return repair(PlanOptions.careful(TestPostgres.majorVersion()), Map.of());
  }

  Repair repair(PlanOptions options, Map<String, String> renames) {
    Inspection inspection =
        Drift.inspect(
            new MigrationSource(
                List.of(migrations), Optional.of("plain"), new TreeMap<>(), MigrationSource.LATEST),
            database(),
            NONE);
    return Repair.of(inspection, NONE, options, new TreeMap<>(renames));
  }

  /** Runs the repair's steps, each as it stands. */
  void run(Repair repair) {
    try (SqlSession session = SqlSession.open(Target.of(Optional.of(url)))) {
      session.run("SET search_path = ''");
      repair.plan().steps().forEach(step -> step.statements().forEach(session::run));
    }
  }
}
