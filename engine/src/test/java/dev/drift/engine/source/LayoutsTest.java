package dev.drift.engine.source;

import static dev.drift.engine.source.Tree.files;
import static dev.drift.engine.source.Tree.problems;
import static dev.drift.engine.source.Tree.statements;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutsTest {
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
  void dieselOrdersByVersion() {
    MigrationSet set =
        tree.file("2024-01-02-000000_b/up.sql", "SELECT 2;")
            .file("2024-01-02-000000_b/down.sql", "SELECT -2;")
            .file("2024-01-02-000000_b/metadata.toml", "run_in_transaction = false\n")
            .file("00000000000000_diesel_initial_setup/up.sql", "SELECT 1;")
            .read();

    assertEquals("diesel", set.tool());
    assertEquals(
        List.of("00000000000000_diesel_initial_setup/up.sql", "2024-01-02-000000_b/up.sql"),
        files(set));
    assertEquals("20240102000000", set.migrations().get(1).recorded());
    assertTrue(set.migrations().get(0).transactional());
    assertFalse(set.migrations().get(1).transactional());
  }

  @Test
  void golangMigrateOrdersByNumber() {
    MigrationSet set =
        tree.file("10_c.up.sql", "SELECT 3;")
            .file("2_b.up.sql", "SELECT 2; SELECT 22;")
            .file("000001_a.up.sql", "SELECT 1;")
            .file("10_c.down.sql", "SELECT -3;")
            .read();

    assertEquals("golang-migrate", set.tool());
    assertEquals(List.of("000001_a.up.sql", "2_b.up.sql", "10_c.up.sql"), files(set));
    assertEquals("000001", set.migrations().get(0).version());
    assertEquals("1", set.migrations().get(0).recorded());
    assertTrue(set.migrations().get(1).transactional());
  }

  @Test
  void gooseRunsTheUpSection() {
    MigrationSet set =
        tree.file(
                "00002_b.sql",
                """
                -- +goose NO TRANSACTION
                -- +goose Up
                -- +goose StatementBegin
                CREATE FUNCTION f() AS $$ ; $$;
                -- +goose StatementEnd
                SELECT 1;

                -- +goose Down
                DROP FUNCTION f;
                """)
            .file("00001_a.sql", "-- +goose up\r\nSELECT 0;\r\n")
            .file("00003_c.go", "package migrations")
            .read();

    assertEquals("goose", set.tool());
    assertEquals(
        List.of(
            "00001_a.sql:2:1 SELECT 0",
            "00002_b.sql:4:1 CREATE FUNCTION f() AS $$ ; $$",
            "00002_b.sql:6:1 SELECT 1"),
        statements(set));
    assertEquals("2", set.migrations().get(1).recorded());
    assertTrue(set.migrations().get(0).transactional());
    assertFalse(set.migrations().get(1).transactional());
    assertEquals(
        List.of(
            "OPAQUE 00003_c.go:1:1 a migration written in Go; what it does to the schema is not"
                + " known"),
        problems(set));
  }

  @Test
  void gooseFillsInVariables() {
    tree.file(
        "1_a.sql",
        """
        -- +goose Up
        SELECT '${A}';
        -- +goose ENVSUB ON
        SELECT ${A}, ${B:-2}, $A; SELECT 3;
        -- +goose ENVSUB OFF
        SELECT '$A';
        """);

    assertEquals(
        List.of(
            "1_a.sql:2:1 SELECT '${A}'",
            "1_a.sql:4:1 SELECT one, 2, one",
            "1_a.sql:4:27 SELECT 3",
            "1_a.sql:6:1 SELECT '$A'"),
        statements(tree.read(List.of(""), Optional.empty(), Map.of("A", "one"))));
    assertEquals(
        List.of(
            "UNPARSED 1_a.sql:4:8 the variable A has no value; say --placeholder A=VALUE",
            "UNPARSED 1_a.sql:4:23 the variable A has no value; say --placeholder A=VALUE"),
        problems(tree.read()));
  }

  @Test
  void dbmateRunsTheUpSection() {
    MigrationSet set =
        tree.file("2_b.sql", "-- migrate:up transaction:false\nSELECT 2;\n-- migrate:down\nx;")
            .file("1_a.sql", "-- migrate:up\nSELECT 1;\n")
            .file("3_c.sql", "SELECT 3;")
            .file("schema.sql", "SELECT 4;")
            .read();

    assertEquals("dbmate", set.tool());
    assertEquals(List.of("1_a.sql:2:1 SELECT 1", "2_b.sql:2:1 SELECT 2"), statements(set));
    assertEquals("a", set.migrations().get(0).name());
    assertTrue(set.migrations().get(0).transactional());
    assertFalse(set.migrations().get(1).transactional());
    assertEquals(
        List.of(
            "UNPARSED 3_c.sql:1:1 the file has no \"-- migrate:up\" section, which dbmate refuses"),
        problems(set));
  }

  @Test
  void sqlxReadsOneWayAndTwoWayMigrations() {
    MigrationSet set =
        tree.file("Cargo.toml", "")
            .file("migrations/2_b.up.sql", "-- no-transaction\nSELECT 2;")
            .file("migrations/2_b.down.sql", "SELECT -2;")
            .file("migrations/1_two_words.sql", "abc")
            .read("migrations");

    assertEquals("sqlx", set.tool());
    assertEquals(List.of("1_two_words.sql", "2_b.up.sql"), files(set));
    assertEquals("two words", set.migrations().get(0).name());
    assertEquals(
        "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
            + "8086072ba1e7cc2358baeca134c825a7",
        set.migrations().get(0).checksum());
    assertFalse(set.migrations().get(1).transactional());
  }

  @Test
  void refineryRunsBothKindsForward() {
    MigrationSet set =
        tree.file("V1__a.sql", "SELECT 1;")
            .file("U2__b.sql", "SELECT 2;")
            .file("V10__c.sql", "SELECT 3;")
            .read();

    assertEquals("refinery", set.tool());
    assertEquals(List.of("V1__a.sql", "U2__b.sql", "V10__c.sql"), files(set));
    assertEquals(
        RefineryChecksum.of("a", 1, "SELECT 1;".getBytes(StandardCharsets.UTF_8)),
        set.migrations().get(0).checksum());
  }

  @Test
  void refinerysHashIsRustsDefaultHasher() {
    assertEquals(
        Long.parseUnsignedLong("15130871412783076140"), RefineryChecksum.sipHash13(new byte[0]));
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
  void oneFileIsASchema() {
    MigrationSet set =
        tree.file("db/schema.sql", "\\restrict x\nSELECT 1;\n").read("db/schema.sql");

    assertEquals("schema", set.tool());
    assertEquals(List.of("schema.sql:2:1 SELECT 1"), statements(set));
  }

  @Test
  void oneFileWithSectionsIsItsToolsMigration() {
    MigrationSet set =
        tree.file("1_a.sql", "-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 2;").read("1_a.sql");

    assertEquals("goose", set.tool());
    assertEquals(List.of("1_a.sql:2:1 SELECT 1"), statements(set));
  }

  @Test
  void migrationsForAnotherDatabaseAreRefused() {
    tree.file("p/migration_lock.toml", "# no\nprovider = \"mysql\"\n")
        .file("p/1_a/migration.sql", "SELECT 1;")
        .file("d/meta/_journal.json", "{\"dialect\": \"sqlite\", \"entries\": []}")
        .file("d/0000_a.sql", "SELECT 1;");

    assertEquals(
        "migrations: "
            + root.resolve("p/migration_lock.toml")
            + " says that these are for mysql; drift reads those for PostgreSQL",
        assertThrows(SourceException.class, () -> tree.read("p")).getMessage());
    assertEquals(
        "migrations: "
            + root.resolve("d/meta/_journal.json")
            + " says that these are for sqlite; drift reads those for PostgreSQL",
        assertThrows(SourceException.class, () -> tree.read("d")).getMessage());
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
  void refineryTakesNamesOfWordsOnly() {
    MigrationSet set =
        tree.file("Cargo.toml", "")
            .file("m/V1__a.sql", "SELECT 1;")
            .file("m/V2__not-this.sql", "SELECT 2;")
            .file("m/V3__code.rs", "")
            .as("refinery");

    assertEquals(List.of("m/V1__a.sql"), files(set));
    assertEquals(
        List.of(
            "OPAQUE m/V3__code.rs:1:1 a migration written in Rust; what it does to the schema is"
                + " not known"),
        problems(set));
  }

  @Test
  void dollarQuotesAreNoVariables() {
    tree.file(
        "1_a.sql", "-- +goose Up\n-- +goose ENVSUB ON\nSELECT $$x$$, $b$ $$c $b$, $$BEGIN END$$;");

    assertEquals(List.of(), problems(tree.read()));
  }
}
