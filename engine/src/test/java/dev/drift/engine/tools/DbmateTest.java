package dev.drift.engine.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.progress.Point;
import dev.drift.engine.testing.TestPostgres;
import dev.drift.engine.tools.NodeTool.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DbmateTest {
  private static NodeTool dbmate;

  @TempDir private Path directory;
  private Workshop workshop;

  @BeforeAll
  static void install() {
    dbmate = NodeTool.installed("dbmate");
  }

  @BeforeEach
  void twoMigrations() {
    workshop = Workshop.at(directory, "dbmate");
    workshop.file(
        "20240101000000_users.sql",
        """
        -- migrate:up
        CREATE TABLE users (id int PRIMARY KEY);
        CREATE INDEX users_id ON users (id);

        -- migrate:down
        DROP TABLE users;
        """);
    workshop.file(
        "20240102000000_email.sql",
        """
        -- migrate:up transaction:false
        ALTER TABLE users ADD email text;

        -- migrate:down
        """);
  }

  private static String up(String sql) {
    return "-- migrate:up\n" + sql + "\n-- migrate:down\n";
  }

  private Outcome migrate() {
    return dbmate.run(
        Map.of("DATABASE_URL", workshop.url().replaceFirst("[?].*", "") + "?sslmode=disable"),
        "node_modules/.bin/dbmate",
        "--migrations-dir",
        directory.toString(),
        "--no-dump-schema",
        "migrate");
  }

  private void migrated() {
    Outcome outcome = migrate();
    assertEquals(0, outcome.code(), outcome.says());
  }

  @Test
  void itsOwnRunIsWholeAndRecorded() {
    migrated();

    assertEquals(List.of("APPLIED", "APPLIED"), workshop.verdicts());
    assertTrue(workshop.status().exact());
    assertEquals(List.of(), workshop.drift());
  }

  /** It keeps no checksum: an edit shows where it changes the schema. */
  @Test
  void whatAnEditAddsIsNotThere() {
    migrated();
    workshop.file(
        "20240102000000_email.sql",
        """
        -- migrate:up
        ALTER TABLE users ADD email text;
        ALTER TABLE users ADD phone text;
        -- migrate:down
        """);

    assertEquals(List.of("APPLIED", "PARTIAL"), workshop.verdicts());
  }

  @Test
  void whatFailsInATransactionLeavesNothing() {
    workshop.file(
        "20240103000000_half.sql",
        """
        -- migrate:up
        CREATE TABLE a (id int);
        SELECT 1 / 0;
        -- migrate:down
        """);

    assertNotEquals(0, migrate().code());

    assertEquals(List.of("APPLIED", "APPLIED", "PENDING"), workshop.verdicts());
    assertTrue(workshop.status().exact());
  }

  @Test
  void whatFailsBehindACommitIsStarted() {
    workshop.file(
        "20240103000000_half.sql",
        """
        -- migrate:up transaction:false
        CREATE TABLE a (id int);
        COMMIT;
        SELECT 1 / 0;
        CREATE TABLE b (id int);
        -- migrate:down
        """);

    assertNotEquals(0, migrate().code());

    assertEquals(List.of("APPLIED", "APPLIED", "STARTED"), workshop.verdicts());
    assertEquals(new Point(2, 1), workshop.status().point());
  }

  @Test
  void itRunsWhatComesLate() {
    migrated();
    workshop.file("20240101120000_late.sql", up("CREATE TABLE late (id int);"));
    assertEquals(List.of("APPLIED", "PENDING", "APPLIED"), workshop.verdicts());

    migrated();

    assertEquals(List.of("APPLIED", "APPLIED", "APPLIED"), workshop.verdicts());
  }

  @Test
  void itAcceptsTheRecordThatARepairWrites() {
    migrated();
    workshop.file("20240103000000_more.sql", up("CREATE TABLE a (id int);"));
    TestPostgres.execute(workshop.url(), "CREATE TABLE a (id int)");
    assertEquals(List.of("APPLIED", "APPLIED", "UNRECORDED"), workshop.verdicts());

    workshop.repair();
    workshop.repair();

    migrated();
    assertEquals(List.of("APPLIED", "APPLIED", "APPLIED"), workshop.verdicts());
  }
}
