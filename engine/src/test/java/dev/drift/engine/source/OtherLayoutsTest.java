package dev.drift.engine.source;

import static dev.drift.engine.source.Tree.files;
import static dev.drift.engine.source.Tree.problems;
import static dev.drift.engine.source.Tree.statements;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherLayoutsTest {
  private @TempDir Path root;
  private Tree tree;

  @BeforeEach
  void plant() {
    tree = new Tree(root);
  }

  @Test
  void atlasReadsDirectivesAndItsSum() {
    MigrationSet set =
        tree.file("atlas.sum", "h1:all=\n1_a.sql h1:one=\n2.sql h1:two=\n")
            .file("2.sql", "-- atlas:txmode none\n\nSELECT 2;")
            .file("1_a.sql", "-- atlas:delimiter \\n\\n\n\nSELECT 1\n\nSELECT 11\n")
            .read();

    assertEquals("atlas", set.tool());
    assertEquals(
        List.of("1_a.sql:3:1 SELECT 1", "1_a.sql:5:1 SELECT 11", "2.sql:3:1 SELECT 2"),
        statements(set));
    assertEquals(
        List.of("one=", "two="), set.migrations().stream().map(Migration::checksum).toList());
    assertEquals(
        List.of(true, false), set.migrations().stream().map(Migration::transactional).toList());
  }

  @Test
  void atlasRunsOneSectionOfSeveral() {
    MigrationSet set =
        tree.file("atlas.sum", "h1:x=\n")
            .file(
                "1_a.sql",
                """
                -- atlas:txtar

                -- checks.sql --
                SELECT NOT EXISTS (SELECT FROM t);

                -- migration.sql --
                DROP TABLE t;
                -- down.sql --
                CREATE TABLE t ();
                """)
            .file("2_b.sql", "-- atlas:txtar\n\n-- checks.sql --\nSELECT 1;")
            .read();

    assertEquals(List.of("1_a.sql:7:1 DROP TABLE t"), statements(set));
    assertEquals(
        List.of("UNPARSED 2_b.sql:1:1 the file has no section \"-- migration.sql --\""),
        problems(set));
  }

  @Test
  void atlasStartsAtTheLastCheckpoint() {
    MigrationSet set =
        tree.file("atlas.sum", "h1:x=\n")
            .file("1_a.sql", "SELECT 1;")
            .file("2_c.sql", "-- atlas:checkpoint\n\nSELECT 12;")
            .file("3_b.sql", "SELECT 3;")
            .read();

    assertEquals(List.of("2_c.sql", "3_b.sql"), files(set));
  }

  @Test
  void atlasMayWatchOverAnotherToolsFiles() {
    assertEquals(
        "goose",
        tree.file("atlas.sum", "h1:x=\n").file("1_a.sql", "-- +goose Up\nSELECT 1;").read().tool());
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

  @Test
  void sqitchFollowsItsPlan() {
    MigrationSet set =
        tree.file(
                "sqitch.plan",
                """
                %syntax-version=1.0.0
                %project=shop

                # first
                users 2024-01-01T00:00:00Z A <a@b.c> # adds users
                schema/app [users] 2024-01-01T00:00:00Z A <a@b.c>
                @v1 2024-01-01T00:00:00Z A <a@b.c>

                users [users@v1] 2024-01-02T00:00:00Z A <a@b.c>
                lost 2024-01-02T00:00:00Z A <a@b.c>
                """)
            .file("deploy/users.sql", "BEGIN; SELECT 3; COMMIT;")
            .file("deploy/users@v1.sql", "SELECT 1;")
            .file("deploy/schema/app.sql", "SELECT 2;")
            .file("revert/users.sql", "SELECT -1;")
            .read();

    assertEquals("sqitch", set.tool());
    assertEquals(
        List.of("deploy/users@v1.sql", "deploy/schema/app.sql", "deploy/users.sql"), files(set));
    assertEquals("adds users", set.migrations().get(0).name());
    assertEquals(
        List.of("UNPARSED sqitch.plan:10:1 deploy/lost.sql, which it names, is not there"),
        problems(set));
  }

  @Test
  void liquibaseCutsFilesIntoChangesets() {
    MigrationSet set =
        tree.file(
                "b.sql",
                """
                --liquibase formatted sql
                --property name:t value:users dbms:postgresql
                --property name:t value:other

                --changeset ann:1 labels:x
                --comment: it's a comment
                CREATE TABLE ${t} (a int);
                --rollback DROP TABLE ${t};

                -- changeset Bob Bee:"two words" runInTransaction:false endDelimiter:GO
                SELECT 2 GO
                SELECT 3
                GO
                /* liquibase rollback
                DROP TABLE x;
                */
                --changeset ann:3 dbms:mysql
                SELECT 4;
                --changeset ann:4 dbms:!mysql
                SELECT 5;
                --ignoreLines:start
                SELECT 'nothing;
                --ignoreLines:end
                SELECT 6;
                """)
            .file("a.sql", "-- liquibase formatted sql\n-- changeset ann:5\nSELECT 7;\n")
            .file("notes.sql", "SELECT 8;")
            .read();

    assertEquals("liquibase", set.tool());
    assertEquals(
        List.of(
            "a.sql:3:1 SELECT 7",
            "b.sql:7:1 CREATE TABLE users (a int)",
            "b.sql:11:1 SELECT 2",
            "b.sql:12:1 SELECT 3",
            "b.sql:20:1 SELECT 5",
            "b.sql:24:1 SELECT 6"),
        statements(set));
    assertEquals(
        List.of("ann:5", "ann:1", "Bob Bee:two words", "ann:4"),
        set.migrations().stream().map(Migration::recorded).toList());
    assertEquals(
        List.of(true, true, false, true),
        set.migrations().stream().map(Migration::transactional).toList());
  }

  @Test
  void liquibaseFollowsAChangelogsOrder() {
    MigrationSet set =
        tree.file(
                "master.yaml",
                """
                databaseChangeLog:
                  - include:
                      file: changes/z.sql
                  - include:
                      file: db/changes/a.sql
                  - changeSet:
                      id: 9
                """)
            .file("changes/a.sql", "--liquibase formatted sql\n--changeset x:2\nSELECT 2;")
            .file("changes/z.sql", "--liquibase formatted sql\n--changeset x:1\nSELECT 1;")
            .read();

    assertEquals(List.of("changes/z.sql", "changes/a.sql"), files(set));
    assertEquals(
        List.of(
            "OPAQUE master.yaml:6:5 changes in XML, YAML or JSON are not read, of Liquibase's"
                + " changelogs only formatted SQL is; what \"liquibase update-sql\" prints can be"
                + " read with --tool schema"),
        problems(set));
  }

  @Test
  void liquibaseFollowsIncludesOfIncludes() {
    String sql = "--liquibase formatted sql\n--changeset x:1\nSELECT 1;";
    MigrationSet set =
        tree.file(
                "master.xml",
                """
                <databaseChangeLog>
                  <include file="z/inner.yaml" relativeToChangelogFile="true"/>
                  <include file="classpath:db/m.sql"/>
                  <includeAll path="db/all/"/>
                </databaseChangeLog>
                """)
            .file("z/inner.yaml", "databaseChangeLog:\n  - include:\n      file: b.sql\n")
            .file("z/b.sql", sql)
            .file("m.sql", sql)
            .file("all/2.sql", sql)
            .file("all/1.sql", sql)
            .file("a.sql", sql)
            .file("pom.xml", "<project/>")
            .read();

    assertEquals(List.of("z/b.sql", "m.sql", "all/1.sql", "all/2.sql", "a.sql"), files(set));
    assertEquals(List.of(), problems(set));
  }

  @Test
  void liquibaseSaysWhichPreconditionsItCannotKnow() {
    MigrationSet set =
        tree.file(
                "a.sql",
                """
                --liquibase formatted sql
                --changeset x:1
                --preconditions onFail:MARK_RAN
                --precondition-sql-check expectedResult:0 SELECT count(*) FROM t
                --precondition-sql-check expectedResult:0 SELECT count(*) FROM information_schema.tables
                SELECT 1;
                --changeset x:2
                --preconditions onFail:HALT
                --precondition-sql-check expectedResult:0 SELECT count(*) FROM t
                SELECT 2;
                """)
            .read();

    assertEquals(
        List.of(
            "OPAQUE a.sql:4:1 whether the changeset runs depends on this precondition, which is not"
                + " evaluated; it is read as one that runs"),
        problems(set));
    assertEquals(2, statements(set).size());
  }

  @Test
  void aChangelogInXmlAloneIsRefused() {
    tree.file("db.xml", "<databaseChangeLog/>");

    assertEquals(
        "migrations: "
            + root
            + " holds Liquibase's changelogs in XML, YAML or JSON, which are not read; write what"
            + " \"liquibase update-sql\" prints into a file and say --migrations FILE",
        assertThrows(SourceException.class, () -> tree.read()).getMessage());
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
