package dev.drift.engine.source;

import static dev.drift.engine.source.Tree.files;
import static dev.drift.engine.source.Tree.problems;
import static dev.drift.engine.source.Tree.statements;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prisma, Drizzle, Supabase and graphile-migrate. */
class NodeLayoutsTest {
  private @TempDir Path root;
  private Tree tree;

  @BeforeEach
  void plant() {
    tree = new Tree(root);
  }

  private static Migration only(MigrationSet set) {
    assertEquals(1, set.migrations().size(), set::toString);
    return set.migrations().get(0);
  }

  @Test
  void prismaIsOrderedByDirectory() {
    MigrationSet set =
        tree.file("migration_lock.toml", "provider = \"postgresql\"\n")
            .file("20240201000000_b/migration.sql", "SELECT 2;")
            .file("20240101000000_init/migration.sql", "SELECT 1;\nSELECT 11;")
            .read();

    assertEquals("prisma", set.tool());
    assertEquals(
        List.of("20240101000000_init/migration.sql", "20240201000000_b/migration.sql"), files(set));
    Migration first = set.migrations().get(0);
    assertEquals("20240101000000_init", first.recorded());
    assertEquals("init", first.name());
    assertTrue(first.transactional());
    assertFalse(set.migrations().get(1).transactional());
  }

  @Test
  void prismaRecordsTheDigestOfTheFile() {
    MigrationSet set = tree.file("1_a/migration.sql", "abc").read();

    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", only(set).checksum());
  }

  @Test
  void prismaIsFoundFromTheDirectoryOfItsSchema() {
    tree.file("schema.prisma", "").file("seed.sql", "x").file("migrations/1_a/migration.sql", "a");

    assertEquals(List.of("1_a/migration.sql"), files(tree.read()));
  }

  @Test
  void drizzleFollowsItsJournal() {
    MigrationSet set =
        tree.file(
                "meta/_journal.json",
                """
                {"version": "7", "dialect": "postgresql", "entries": [
                  {"idx": 0, "version": "7", "when": 1700000000000, "tag": "0000_init", "breakpoints": true},
                  {"idx": 1, "version": "7", "when": 1700000000001, "tag": "0001_more", "breakpoints": true},
                  {"idx": 2, "version": "7", "when": 1700000000002, "tag": "0002_lost", "breakpoints": true}
                ]}
                """)
            .file("0001_more.sql", "SELECT 2")
            .file("0000_init.sql", "SELECT 1--> statement-breakpoint\nSELECT 11;\n")
            .file("0009_unlisted.sql", "SELECT 9;")
            .read();

    assertEquals("drizzle", set.tool());
    assertEquals(
        List.of(
            "0000_init.sql:1:1 SELECT 1",
            "0000_init.sql:2:1 SELECT 11",
            "0001_more.sql:1:1 SELECT 2"),
        statements(set));
    assertEquals("1700000000000", set.migrations().get(0).recorded());
    assertEquals(
        List.of(
            "UNPARSED meta/_journal.json:4:3 the journal names 0002_lost.sql, which is not there"),
        problems(set));
  }

  @Test
  void drizzleMayKeepAFolderAMigration() {
    MigrationSet set =
        tree.file("20240101000000_a/migration.sql", "SELECT 1;")
            .file("20240101000000_a/snapshot.json", "{}")
            .read();

    assertEquals("drizzle", set.tool());
    assertEquals("1704067200000", only(set).recorded());
  }

  @Test
  void drizzleLeavesAnIntrospectedSchemaCommentedOut() {
    MigrationSet set =
        tree.file("meta/_journal.json", "{\"entries\": [{\"when\": 1, \"tag\": \"0000_a\"}]}")
            .file("0000_a.sql", "/*\nSELECT 1;\n--> statement-breakpoint\nSELECT 2;\n*/")
            .read();

    assertEquals(List.of(), statements(set));
    assertEquals(List.of(), problems(set));
  }

  @Test
  void supabaseIsKnownByItsDirectory() {
    MigrationSet set =
        tree.file("supabase/config.toml", "")
            .file("supabase/seed.sql", "SELECT 9;")
            .file("supabase/migrations/20240102_b.sql", "SELECT 2;")
            .file("supabase/migrations/20240101_a.sql", "SELECT 1;")
            .file("supabase/migrations/README.md", "")
            .read("supabase");

    assertEquals("supabase", set.tool());
    assertEquals(List.of("20240101_a.sql", "20240102_b.sql"), files(set));
    assertTrue(set.migrations().get(0).freshSession());
    assertEquals(set, tree.read("supabase/migrations"));
  }

  @Test
  void supabaseLeavesTheOldInitialFileOut() {
    MigrationSet set =
        tree.file("supabase/migrations/20210101000000_init.sql", "SELECT 0;")
            .file("supabase/migrations/20220101000000_init.sql", "SELECT 1;")
            .read("supabase/migrations");

    assertEquals(List.of("20220101000000_init.sql"), files(set));
  }

  @Test
  void graphileMigrateRunsWhatIsCommitted() {
    tree.file(
            "committed/000001.sql",
            "--! Previous: -\n--! Hash: sha1:abc\n\nGRANT x TO :OWNER; SELECT a::TEXT;")
        .file("committed/000002-more.sql", "--! Previous: sha1:abc\n--! no-transaction\nSELECT 2;")
        .file("current.sql", "SELECT 3;");
    MigrationSet set = tree.read(List.of(""), Optional.empty(), Map.of("OWNER", "me"));

    assertEquals("graphile-migrate", set.tool());
    assertEquals(
        List.of(
            "committed/000001.sql:4:1 GRANT x TO me",
            "committed/000001.sql:4:20 SELECT a::TEXT",
            "committed/000002-more.sql:3:1 SELECT 2"),
        statements(set));
    assertEquals("sha1:abc", set.migrations().get(0).checksum());
    assertEquals("000001.sql", set.migrations().get(0).recorded());
    assertEquals(
        List.of(true, false), set.migrations().stream().map(Migration::transactional).toList());
  }

  @Test
  void graphileMigrateTakesWhatItsSettingsSay() {
    tree.file(
            ".gmrc",
            """
            {
              // who
              "placeholders": {
                ":APP_ROLE": "app",
                ':OTHER_ROLE': '!ENV',
              },
            }
            """)
        .file(
            "migrations/committed/000001.sql",
            "--! Previous: -\n\nGRANT x TO :APP_ROLE, :OTHER_ROLE;");

    assertEquals(
        List.of("committed/000001.sql:3:1 GRANT x TO app, :OTHER_ROLE"),
        statements(tree.read("migrations")));
  }
}
