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

/** golang-migrate, goose, dbmate and Pop. */
class GoLayoutsTest {
  private @TempDir Path root;
  private Tree tree;

  @BeforeEach
  void plant() {
    tree = new Tree(root);
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
  void dollarQuotesAreNoVariables() {
    tree.file(
        "1_a.sql", "-- +goose Up\n-- +goose ENVSUB ON\nSELECT $$x$$, $b$ $$c $b$, $$BEGIN END$$;");

    assertEquals(List.of(), problems(tree.read()));
  }

  @Test
  void popPrefersTheFileForPostgres() {
    MigrationSet set =
        tree.file("1_a.mysql.up.sql", "SELECT 0;")
            .file("1_a.postgres.up.sql", "SELECT 1;")
            .file("1_a.up.sql", "SELECT -1;")
            .file("2_b.autocommit.up.sql", "SELECT 2;")
            .file("2_b.sqlite3.up.sql", "SELECT -2;")
            .file("3_c.up.fizz", "")
            .read();

    assertEquals("pop", set.tool());
    assertEquals(List.of("1_a.postgres.up.sql", "2_b.autocommit.up.sql"), files(set));
    assertEquals(
        List.of(true, false), set.migrations().stream().map(Migration::transactional).toList());
    assertEquals(
        List.of(
            "OPAQUE 3_c.up.fizz:1:1 a migration written in fizz; what it does to the schema is not"
                + " known"),
        problems(set));
  }
}
