package dev.drift.engine.source;

import static dev.drift.engine.source.Tree.files;
import static dev.drift.engine.source.Tree.problems;
import static dev.drift.engine.source.Tree.statements;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Atlas. */
class AtlasLayoutTest {
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
}
