package dev.drift.engine.source;

import static dev.drift.engine.source.Tree.files;
import static dev.drift.engine.source.Tree.problems;
import static dev.drift.engine.source.Tree.statements;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainLayoutTest {
  private @TempDir Path root;
  private Tree tree;

  @BeforeEach
  void plant() {
    tree = new Tree(root);
  }

  @Test
  void ordersByNumberThenByName() {
    MigrationSet set =
        tree.file("10_c.sql", "SELECT 4;")
            .file("2_b.sql", "SELECT 3;")
            .file("000_schema_migrations.sql", "SELECT 0;")
            .file("01/2-x.sql", "SELECT 2;")
            .file("01/1-x.sql", "SELECT 1;")
            .file("views.sql", "SELECT 6;")
            .file("Functions.sql", "SELECT 5;")
            .file("2_b.down.sql", "SELECT -1;")
            .file("2_b_down.sql", "SELECT -1;")
            .file("2_b.undo.sql", "SELECT -1;")
            .file("11_scale_down.sql", "SELECT 4;")
            .read();

    assertEquals("plain", set.tool());
    assertEquals(
        List.of(
            "000_schema_migrations.sql",
            "01/1-x.sql",
            "01/2-x.sql",
            "2_b.sql",
            "10_c.sql",
            "11_scale_down.sql",
            "Functions.sql",
            "views.sql"),
        files(set));
    assertEquals("000", set.migrations().get(0).version());
    assertEquals("schema_migrations", set.migrations().get(0).name());
    assertEquals("views", set.migrations().get(7).version());
  }

  @Test
  void ordersDottedVersions() {
    MigrationSet set = tree.file("v1.10/a.sql", "SELECT 2;").file("v1.9/a.sql", "SELECT 1;").read();

    assertEquals(List.of("v1.9/a.sql", "v1.10/a.sql"), files(set));
  }

  @Test
  void severalDirectoriesFollowEachOther() {
    MigrationSet set =
        tree.file("x/db/2.sql", "SELECT 1;")
            .file("y/db/1.sql", "SELECT 2;")
            .read(List.of("x/db", "y/db"), Optional.empty(), Map.of());

    assertEquals(List.of("x/db/2.sql", "y/db/1.sql"), files(set));
  }

  @Test
  void followsIncludes() {
    MigrationSet set =
        tree.file("1.sql", "SELECT 1;\n\\ir parts/a.sql\nSELECT 3;\n\\i parts/none.sql\n")
            .file("parts/a.sql", "\n SELECT 2;\n\\ir b.sql")
            .file("parts/b.sql", "SELECT 22;")
            .read();

    assertEquals(
        List.of(
            "1.sql:1:1 SELECT 1",
            "parts/a.sql:2:2 SELECT 2",
            "parts/b.sql:1:1 SELECT 22",
            "1.sql:3:1 SELECT 3"),
        statements(set));
    assertEquals(
        List.of("UNPARSED 1.sql:4:1 the file parts/none.sql that it includes is not there"),
        problems(set));
  }

  @Test
  void aFileThatIncludesItselfEnds() {
    MigrationSet set = tree.file("1.sql", "SELECT 1;\n\\ir 1.sql\n").as("schema");

    assertEquals(List.of("UNPARSED 1.sql:1:1 the file includes itself"), problems(set));
  }

  @Test
  void fillsInVariables() {
    tree.file(
        "1.sql",
        """
        \\set t users
        \\set name 'it''s'
        CREATE TABLE :t (a text DEFAULT :'name', ":t" int, b int[1:2]); SELECT :"t", ':t', a::t;
        SELECT :given, :missing;
        """);

    assertEquals(
        List.of(
            "1.sql:3:1 CREATE TABLE users (a text DEFAULT 'it''s', \":t\" int, b int[1:2])",
            "1.sql:3:65 SELECT \"users\", ':t', a::t",
            "1.sql:4:1 SELECT 5, :missing"),
        statements(tree.read(List.of(""), Optional.empty(), Map.of("given", "5"))));
  }

  @Test
  void tokensAfterAVariableKeepTheirPlaces() {
    MigrationSet set = tree.file("1.sql", "\\set t a_long_name\nDROP TABLE :t, b;").read();

    assertEquals(
        List.of("2:1", "2:6", "2:12", "2:14", "2:16"),
        set.migrations().get(0).statements().get(0).tokens().stream()
            .map(t -> t.line() + ":" + t.column())
            .toList());
  }

  @Test
  void takesTheBranchThatIsTrue() {
    MigrationSet set =
        tree.file(
                "1.sql",
                """
                \\set yes on
                \\if :yes
                SELECT 1;
                \\if false
                SELECT 2;
                \\else
                SELECT 3;
                \\endif
                \\elif true
                SELECT 4;
                \\else
                SELECT 5;
                \\endif
                \\if :{?no}
                SELECT 6;
                \\endif
                \\if :no
                SELECT 7;
                \\endif
                """)
            .read();

    assertEquals(List.of("1.sql:3:1 SELECT 1", "1.sql:7:1 SELECT 3"), statements(set));
    assertEquals(
        List.of(
            "UNPARSED 1.sql:17:1 the condition of \\if depends on :no, which has no value; say"
                + " --placeholder no=true or =false"),
        problems(set));
  }

  @Test
  void aQueryThatWritesStatementsIsMarked() {
    MigrationSet set = tree.file("1.sql", "SELECT 'x' \\gexec\n").read();

    assertEquals(List.of(), problems(set));
    assertEquals(List.of("1.sql:1:1 SELECT 'x' \\gexec"), statements(set));
  }

  @Test
  void aDumpsEmptyPathDoesNotReachTheNextFile() {
    MigrationSet set =
        tree.file("1.sql", "SELECT pg_catalog.set_config('search_path', '', false);")
            .file("2.sql", "SELECT 2;")
            .file("3.sql", "SELECT 3;")
            .read();

    assertEquals(
        List.of(false, true, false),
        set.migrations().stream().map(Migration::freshSession).toList());
  }
}
