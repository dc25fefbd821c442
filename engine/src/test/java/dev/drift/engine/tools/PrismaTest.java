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

class PrismaTest {
  private static NodeTool prisma;

  @TempDir private Path directory;
  private Workshop workshop;

  @BeforeAll
  static void install() {
    prisma = NodeTool.installed("prisma");
  }

  @BeforeEach
  void twoMigrations() {
    workshop = Workshop.at(directory, "prisma");
    workshop.file("migration_lock.toml", "provider = \"postgresql\"\n");
    migration("20240101000000_users", "CREATE TABLE users (id int PRIMARY KEY);\n");
    migration("20240102000000_email", "ALTER TABLE users ADD email text; -- ä\n");
  }

  private void migration(String name, String sql) {
    directory.resolve(name).toFile().mkdir();
    workshop.file(name + "/migration.sql", sql);
  }

  /** Its native engines, which no package brings, count as found: nothing is fetched. */
  private Outcome deploy() {
    String engine = prisma.home().resolve("schema.prisma").toString();
    return prisma.run(
        Map.of(
            "DATABASE_URL",
            workshop.url(),
            "MIGRATIONS",
            directory.toString(),
            "CHECKPOINT_DISABLE",
            "1",
            "PRISMA_HIDE_UPDATE_MESSAGE",
            "1",
            "PRISMA_QUERY_ENGINE_LIBRARY",
            engine,
            "PRISMA_SCHEMA_ENGINE_BINARY",
            engine),
        "node_modules/.bin/prisma",
        "migrate",
        "deploy");
  }

  private void deployed() {
    Outcome outcome = deploy();
    assertEquals(0, outcome.code(), outcome.says());
  }

  @Test
  void itsOwnRunIsWholeAndRecorded() {
    deployed();

    assertEquals(List.of("APPLIED", "APPLIED"), workshop.verdicts());
    assertTrue(workshop.status().exact());
    assertEquals(List.of(), workshop.drift());
    migration("20240102000000_email", "ALTER TABLE users ADD COLUMN email text;\n");
    assertEquals(List.of("APPLIED", "APPLIED [EDITED]"), workshop.verdicts());
  }

  /** Through the driver every statement is a transaction of its own. */
  @Test
  void whatBrokeOffHasFailedUntilARepairFinishesIt() {
    deployed();
    TestPostgres.execute(workshop.url(), "INSERT INTO users VALUES (0)");
    migration(
        "20240103000000_half",
        """
        CREATE TABLE a (id int);
        ALTER TABLE users ADD CONSTRAINT positive CHECK (id > 0);
        CREATE TABLE b (id int);
        """);
    assertNotEquals(0, deploy().code());
    assertEquals(List.of("APPLIED", "APPLIED", "FAILED"), workshop.verdicts());
    assertEquals(new Point(2, 1), workshop.status().point());
    assertNotEquals(0, deploy().code());

    TestPostgres.execute(workshop.url(), "DELETE FROM users");
    workshop.repair();

    deployed();
    assertEquals(List.of("APPLIED", "APPLIED", "APPLIED"), workshop.verdicts());
  }

  @Test
  void itAcceptsTheRecordThatARepairWrites() {
    deployed();
    migration("20240103000000_more", "CREATE TABLE a (id int);\n");
    TestPostgres.execute(workshop.url(), "CREATE TABLE a (id int)");
    assertEquals(List.of("APPLIED", "APPLIED", "UNRECORDED"), workshop.verdicts());

    workshop.repair();
    workshop.repair();

    deployed();
    assertEquals(List.of("APPLIED", "APPLIED", "APPLIED"), workshop.verdicts());
  }
}
