package dev.drift.engine.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.progress.Point;
import dev.drift.engine.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlywayTest {
  @TempDir private Path directory;
  private Workshop workshop;

  @BeforeEach
  void twoMigrations() {
    workshop = Workshop.at(directory, "flyway");
    workshop.file("V1__users.sql", "CREATE TABLE users (id int PRIMARY KEY);\r\n-- ä\n");
    workshop.file("V1_1__more.sql", "ALTER TABLE users ADD email text;\n");
    workshop.file("R__names.sql", "CREATE OR REPLACE VIEW names AS SELECT email FROM users;\n");
  }

  private Flyway flyway() {
    return Flyway.configure()
        .dataSource(workshop.jdbc(), null, null)
        .locations("filesystem:" + directory)
        .load();
  }

  @Test
  void itsOwnRunIsWholeAndRecorded() {
    flyway().migrate();

    assertEquals(List.of("APPLIED", "APPLIED", "APPLIED"), workshop.verdicts());
    assertTrue(workshop.status().exact());
  }

  @Test
  void anEditChangesTheChecksum() {
    flyway().migrate();
    workshop.file("V1__users.sql", "CREATE TABLE users (id int PRIMARY KEY); -- by name\n");

    assertEquals(List.of("APPLIED [EDITED]", "APPLIED", "APPLIED"), workshop.verdicts());
  }

  /** It records a failure only where a database has no transactions for DDL. */
  @Test
  void whatBrokeOffWithoutATransactionIsStarted() {
    workshop.file(
        "V2__half.sql", "CREATE TABLE a (id int);\nSELECT 1 / 0;\nCREATE TABLE b (id int);\n");
    workshop.file("V2__half.sql.conf", "executeInTransaction=false\n");

    assertThrows(FlywayException.class, () -> flyway().migrate());

    assertEquals(List.of("APPLIED", "APPLIED", "STARTED", "PENDING"), workshop.verdicts());
    assertEquals(new Point(2, 1), workshop.status().point());
  }

  @Test
  void itAcceptsTheRecordThatARepairWrites() {
    flyway().migrate();
    workshop.file("V2__more.sql", "CREATE TABLE a (id int);\n");
    workshop.file("V3__most.sql", "CREATE TABLE b (id int);\n");
    TestPostgres.execute(workshop.url(), "CREATE TABLE a (id int)");
    assertEquals(
        List.of("APPLIED", "APPLIED", "UNRECORDED", "PENDING", "APPLIED"), workshop.verdicts());

    workshop.repair();
    workshop.repair();

    flyway().validate();
    MigrateResult result = flyway().migrate();
    assertEquals(0, result.migrationsExecuted);
  }

  @Test
  void itPassesOverWhatComesLate() {
    flyway().migrate();
    workshop.file("V1_0_1__late.sql", "CREATE TABLE late (id int);\n");

    assertEquals(List.of("APPLIED", "SKIPPED", "APPLIED", "APPLIED"), workshop.verdicts());
  }

  @Test
  void itsSettingsCountAsTheyDoForIt() {
    workshop.file(
        "flyway.conf",
        """
        # where tables are made
        flyway.defaultSchema=app
        flyway.placeholders.Kind=small
        """);
    workshop.file(
        "V2__more.sql",
        """
        -- ${flyway:filename} ${flyway:timestamp}
        CREATE TABLE ${flyway:defaultSchema}.a (kind text DEFAULT '${kind}');
        CREATE TABLE b (kind text DEFAULT '${KIND} in ${flyway:filename}');
        """);
    workshop.file("beforeEachMigrate__path.sql", "SET search_path = extra, app;\n");
    workshop.file("beforeMigrate.sql", "CREATE SCHEMA IF NOT EXISTS extra;\n");
    workshop.file("V4__raw.sql", "CREATE TABLE c (kind text DEFAULT '${kind}');\n");
    workshop.file("V4__raw.sql.conf", "placeholderReplacement=false\n");

    Flyway.configure()
        .dataSource(workshop.jdbc(), null, null)
        .locations("filesystem:" + directory)
        .configuration(Map.of("flyway.defaultSchema", "app", "flyway.placeholders.Kind", "small"))
        .load()
        .migrate();

    assertEquals(List.of(), workshop.drift());
    assertEquals(
        List.of(
            "a in app",
            "b in extra",
            "c in extra",
            "flyway_schema_history in app",
            "users in extra"),
        TestPostgres.query(
            workshop.url(),
            "SELECT relname || ' in ' || relnamespace::regnamespace FROM pg_class WHERE relkind ="
                + " 'r' AND relnamespace::regnamespace::text IN ('app', 'extra') ORDER BY 1"));
  }
}
