package dev.drift.engine.source;

import static dev.drift.engine.source.Tree.files;
import static dev.drift.engine.source.Tree.problems;
import static dev.drift.engine.source.Tree.statements;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changelogs of Liquibase, in SQL or of SQL files. */
class LiquibaseLayoutTest {
  private @TempDir Path root;
  private Tree tree;

  @BeforeEach
  void plant() {
    tree = new Tree(root);
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
}
