package dev.drift.engine.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.testing.TestPostgres;
import dev.drift.engine.tools.NodeTool.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrizzleTest {
  private static NodeTool drizzle;

  @TempDir private Path directory;
  private Workshop workshop;

  @BeforeAll
  static void install() {
    drizzle = NodeTool.installed("drizzle");
  }

  @BeforeEach
  void twoMigrations() {
    workshop = Workshop.at(directory, "drizzle");
    directory.resolve("meta").toFile().mkdir();
    workshop.file(
        "0000_users.sql",
        """
        CREATE TABLE "users" ("id" serial PRIMARY KEY NOT NULL);
        --> statement-breakpoint
        CREATE INDEX "users_id" ON "users" ("id");
        """);
    workshop.file("0001_email.sql", "ALTER TABLE \"users\" ADD COLUMN \"email\" text;\n");
    journal("0000_users 1000", "0001_email 2000");
  }

  /** Names, and when they were made. */
  private void journal(String... entries) {
    workshop.file(
        "meta/_journal.json",
        """
        {"version": "7", "dialect": "postgresql", "entries": [%s]}
        """
            .formatted(
                Stream.of(entries)
                    .map(each -> each.split(" "))
                    .map(
                        each ->
                            """
                            {"idx": 0, "version": "7", "tag": "%s", "when": %s, "breakpoints": true}
                            """
                                .formatted(each[0], each[1]))
                    .collect(Collectors.joining(", "))));
  }

  private Outcome migrate() {
    return drizzle.run(
        Map.of("DATABASE_URL", workshop.url()), "node", "migrate.mjs", directory.toString());
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

  @Test
  void anEditChangesTheHash() {
    migrated();
    workshop.file("0001_email.sql", "ALTER TABLE users ADD email text;\n");

    assertEquals(List.of("APPLIED", "APPLIED [EDITED]"), workshop.verdicts());
  }

  /** It runs all that is pending in one transaction. */
  @Test
  void whatFailsTakesTheOthersBack() {
    workshop.file(
        "0002_half.sql", "CREATE TABLE a (id int);\n--> statement-breakpoint\nSELECT 1 / 0;\n");
    journal("0000_users 1000", "0001_email 2000", "0002_half 3000");

    assertNotEquals(0, migrate().code());

    assertEquals(List.of("PENDING", "PENDING", "PENDING"), workshop.verdicts());
    assertTrue(workshop.status().exact());
  }

  @Test
  void itPassesOverWhatIsOlderThanTheNewest() {
    migrated();
    workshop.file("0002_other.sql", "CREATE TABLE other (id int);\n");
    workshop.file("0003_last.sql", "CREATE TABLE last (id int);\n");
    journal("0000_users 1000", "0001_email 2000", "0002_other 1500", "0003_last 3000");

    migrated();

    assertEquals(List.of("APPLIED", "APPLIED", "SKIPPED", "APPLIED"), workshop.verdicts());
  }

  @Test
  void itAcceptsTheRecordThatARepairWrites() {
    migrated();
    workshop.file("0002_more.sql", "CREATE TABLE a (id int);\n");
    journal("0000_users 1000", "0001_email 2000", "0002_more 3000");
    TestPostgres.execute(workshop.url(), "CREATE TABLE a (id int)");
    assertEquals(List.of("APPLIED", "APPLIED", "UNRECORDED"), workshop.verdicts());

    workshop.repair();
    workshop.repair();

    migrated();
    assertEquals(List.of("APPLIED", "APPLIED", "APPLIED"), workshop.verdicts());
  }
}
