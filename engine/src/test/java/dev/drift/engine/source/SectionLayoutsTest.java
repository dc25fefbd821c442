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

/** Tools that keep both ways in one file. */
class SectionLayoutsTest {
  private @TempDir Path root;
  private Tree tree;

  @BeforeEach
  void plant() {
    tree = new Tree(root);
  }

  private static List<Boolean> transactional(MigrationSet set) {
    return set.migrations().stream().map(Migration::transactional).toList();
  }

  private static List<String> recorded(MigrationSet set) {
    return set.migrations().stream().map(Migration::recorded).toList();
  }

  @Test
  void sqlMigrateRunsTheUpSections() {
    MigrationSet set =
        tree.file(
                "10_c.sql",
                """
                -- +migrate Up notransaction
                -- +migrate StatementBegin
                CREATE FUNCTION f() AS $$ ; $$;
                -- +migrate StatementEnd
                -- +migrate Down
                DROP FUNCTION f;
                -- +migrate Up
                SELECT 3;
                """)
            .file("2_b.sql", "-- +migrate Up\nSELECT 2;\n-- +migrate Down\nSELECT -2;")
            .file("views.sql", "-- +migrate Up\nSELECT 4;")
            .file("3_x.sql", "SELECT 0;")
            .read();

    assertEquals("sql-migrate", set.tool());
    assertEquals(
        List.of(
            "2_b.sql:2:1 SELECT 2",
            "10_c.sql:3:1 CREATE FUNCTION f() AS $$ ; $$",
            "10_c.sql:8:1 SELECT 3",
            "views.sql:2:1 SELECT 4"),
        statements(set));
    assertEquals(List.of("2_b.sql", "3_x.sql", "10_c.sql", "views.sql"), recorded(set));
    assertEquals(List.of(true, true, false, true), transactional(set));
    assertEquals(
        List.of(
            "UNPARSED 3_x.sql:1:1 the file has no \"-- +migrate Up\" section, which sql-migrate"
                + " refuses"),
        problems(set));
  }

  @Test
  void filesOfOneWayEachAreNotSqlMigrates() {
    MigrationSet set =
        tree.file("1_a.up.sql", "-- +migrate Up\nSELECT 1;").file("1_a.down.sql", "").read();

    assertEquals("golang-migrate", set.tool());
  }

  @Test
  void nodePgMigrateCutsAtItsComments() {
    MigrationSet set =
        tree.file("1700000000000_a.sql", "-- Up Migration\nSELECT 1;\n\n-- Down Migration\nx;")
            .file("1700000000001_b.sql", "-- no transaction\n\nSELECT 2;\n")
            .file("1700000000002_c.js", "")
            .read();

    assertEquals("node-pg-migrate", set.tool());
    assertEquals(
        List.of("1700000000000_a.sql:2:1 SELECT 1", "1700000000001_b.sql:3:1 SELECT 2"),
        statements(set));
    assertEquals(List.of("1700000000000_a", "1700000000001_b"), recorded(set));
    assertEquals(List.of(true, false), transactional(set));
    assertEquals(
        List.of(
            "OPAQUE 1700000000002_c.js:1:1 a migration written in JavaScript or TypeScript; what it"
                + " does to the schema is not known"),
        problems(set));
  }

  @Test
  void ternReadsWhatStandsAboveAndFillsItsTemplatesIn() {
    tree.file(
            "001_a.sql",
            """
            {{/* a comment */}}
            CREATE TABLE {{.prefix}}_t (a int);
            {{ template "shared/b.sql" . }}
            SELECT 3;
            ---- create above / drop below ----
            DROP TABLE {{.prefix}}_t;
            """)
        .file("002_b.sql", "---- tern: disable-tx ----\nSELECT {{ if .x }}1{{ end }};")
        .file("shared/b.sql", "\nSELECT 2;");
    MigrationSet set = tree.read(List.of(""), Optional.empty(), Map.of("prefix", "app"));

    assertEquals("tern", set.tool());
    assertEquals(
        List.of(
            "001_a.sql:2:1 CREATE TABLE app_t (a int)",
            "shared/b.sql:2:1 SELECT 2",
            "001_a.sql:4:1 SELECT 3"),
        statements(set).subList(0, 3));
    assertEquals(List.of(true, false), transactional(set));
    assertTrue(set.migrations().get(0).freshSession());
    assertEquals(
        List.of(
            "UNPARSED 002_b.sql:2:8 the template action {{ if .x }} is not understood",
            "UNPARSED 002_b.sql:2:20 the template action {{ end }} is not understood"),
        problems(set));
    assertEquals(
        "UNPARSED 001_a.sql:2:14 the placeholder {{.prefix}} has no value; say --placeholder"
            + " prefix=VALUE",
        problems(tree.read()).get(0));
  }

  @Test
  void playRunsTheUps() {
    MigrationSet set =
        tree.file("2.sql", "-- !Ups\nSELECT 2;\n-- !Downs\nSELECT -2;")
            .file(
                "1.sql",
                """
                # --- !Ups
                # a comment; of its own
                CREATE FUNCTION f() AS $$ BEGIN;; END $$;
                # --- !Downs
                DROP FUNCTION f;
                """)
            .read();

    assertEquals("play", set.tool());
    assertEquals(
        List.of("1.sql:3:1 CREATE FUNCTION f() AS $$ BEGIN; END $$", "2.sql:2:1 SELECT 2"),
        statements(set));
    assertEquals(List.of("1", "2"), recorded(set));
  }

  @Test
  void mybatisLeavesTheUndoOut() {
    MigrationSet set =
        tree.file("20240101_first_one.sql", "-- // first\nSELECT ${n};\n\n-- //@UNDO\nSELECT -1;\n")
            .file("bootstrap.sql", "SELECT 0;")
            .read(List.of(""), Optional.empty(), Map.of("n", "1"));

    assertEquals("mybatis", set.tool());
    assertEquals(List.of("20240101_first_one.sql:2:1 SELECT 1"), statements(set));
    assertEquals("first one", set.migrations().get(0).name());
  }

  @Test
  void mybatisKnowsItsEnvironmentsValues() {
    MigrationSet set =
        tree.file("scripts/1_a.sql", "SELECT ${n}, ${m}; DROP TABLE ${changelog};\n-- //@UNDO\n")
            .file("environments/development.properties", "# values\nn = 1\nm=2\n")
            .read(List.of("scripts"), Optional.empty(), Map.of("m", "3"));

    assertEquals(
        List.of("1_a.sql:1:1 SELECT 1, 3", "1_a.sql:1:20 DROP TABLE CHANGELOG"), statements(set));
  }

  @Test
  void yoyoOrdersByDependencies() {
    MigrationSet set =
        tree.file("0001.a.sql", "-- first\n-- depends: z_base\n\nSELECT 2;")
            .file("0001.a.rollback.sql", "SELECT -2;")
            .file("0002.b.sql", "-- depends: 0001.a nobody\n-- transactional: false\nSELECT 3;")
            .file("z_base.sql", "SELECT 1;")
            .file("post-apply.sql", "SELECT 4;")
            .file("0003.py", "")
            .read();

    assertEquals("yoyo", set.tool());
    assertEquals(List.of("z_base.sql", "0001.a.sql", "0002.b.sql", "post-apply.sql"), files(set));
    assertEquals(List.of("z_base", "0001.a", "0002.b", ""), recorded(set));
    assertEquals(List.of(true, true, false, true), transactional(set));
    assertEquals(
        List.of(
            "UNPARSED 0002.b.sql:1:1 the migration nobody, which it names, is not there",
            "OPAQUE 0003.py:1:1 a migration written in Python; what it does to the schema is not"
                + " known"),
        problems(set));
  }

  @Test
  void plainFilesMayMarkTheWayDownAsWell() {
    MigrationSet set =
        tree.file("1.sql", "-- UP\nSELECT 1;\n-- DOWN\nSELECT -1;")
            .file("2.sql", "-- rambler up\nSELECT 2;\n-- rambler down\nSELECT -2;")
            .file("3.sql", "-- scale up\nSELECT 3;\n-- scale down\nSELECT 33;")
            .file("4.undo.x.sql", "SELECT -4;")
            .file("4.do.x.sql", "SELECT 4;")
            .file("down/1.sql", "SELECT -1;")
            .file("down/6.sql", "SELECT 6;")
            .read();

    assertEquals("plain", set.tool());
    assertEquals(
        List.of(
            "1.sql:2:1 SELECT 1",
            "2.sql:2:1 SELECT 2",
            "3.sql:2:1 SELECT 3",
            "3.sql:4:1 SELECT 33",
            "4.do.x.sql:1:1 SELECT 4",
            "down/6.sql:1:1 SELECT 6"),
        statements(set));
    assertFalse(set.migrations().get(0).transactional());
  }
}
