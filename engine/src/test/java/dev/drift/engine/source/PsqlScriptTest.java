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

/** What psql itself does with a script. */
class PsqlScriptTest {
  private @TempDir Path root;
  private Tree tree;

  @BeforeEach
  void plant() {
    tree = new Tree(root);
  }

  private MigrationSet given(Map<String, String> variables) {
    return tree.read(List.of(""), Optional.empty(), variables);
  }

  @Test
  void passesOverTheDataOfCopy() {
    MigrationSet set =
        tree.file(
                "1.sql",
                """
                \\copy t from stdin csv
                it's,"one
                \\.
                SELECT 1;
                \\copy t from 'it.csv'
                SELECT 2;
                COPY t FROM stdin;
                it's; two
                \\.
                SELECT 3;
                """)
            .read();

    assertEquals(
        List.of(
            "1.sql:4:1 SELECT 1",
            "1.sql:6:1 SELECT 2",
            "1.sql:7:1 COPY t FROM stdin",
            "1.sql:10:1 SELECT 3"),
        statements(set));
    assertEquals(List.of(), problems(set));
  }

  @Test
  void endsAFileAtQuit() {
    MigrationSet set =
        tree.file("1.sql", "SELECT 1;\n\\ir x/a.sql\nSELECT 3;\n\\q\nSELECT 4;\n")
            .file("x/a.sql", "SELECT 2;\n\\if false\n\\q\n\\endif\nSELECT 22;\n\\quit\nSELECT 5;")
            .read();

    assertEquals(
        List.of(
            "1.sql:1:1 SELECT 1",
            "x/a.sql:1:1 SELECT 2",
            "x/a.sql:5:1 SELECT 22",
            "1.sql:3:1 SELECT 3"),
        statements(set));
  }

  @Test
  void fillsInPartsOfArguments() {
    MigrationSet set =
        tree.file("1.sql", "\\set dir x\n\\set both :dir'/a'.sql\n\\ir :dir/a.sql\n\\ir :both")
            .file("x/a.sql", "SELECT 2;")
            .read();

    assertEquals(List.of("x/a.sql:1:1 SELECT 2", "x/a.sql:1:1 SELECT 2"), statements(set));
    assertEquals(List.of(), problems(set));
  }

  @Test
  void aVariableWithoutAValueIsAProblemButForARole() {
    tree.file(
        "1.sql",
        """
        CREATE TABLE :t (a int DEFAULT :'b', c int[1:d]);
        GRANT SELECT ON t TO x, :role;
        ALTER TABLE t OWNER TO :"role";
        CREATE POLICY p ON t FOR SELECT TO :role USING (a = :b);
        SET ROLE :role;
        SELECT ':t', $$ :t $$, a::t;
        """);

    assertEquals(
        List.of(
            "UNPARSED 1.sql:1:14 the variable t has no value; say --placeholder t=VALUE",
            "UNPARSED 1.sql:1:32 the variable b has no value; say --placeholder b=VALUE",
            "UNPARSED 1.sql:4:53 the variable b has no value; say --placeholder b=VALUE"),
        problems(tree.read()));
    assertEquals(List.of(), problems(given(Map.of("t", "x", "b", "1"))));
  }

  @Test
  void takesConstantsOfQueries() {
    MigrationSet set =
        tree.file(
                "1.sql",
                """
                SELECT 'users' AS t, 12 n, true AS "yes", now() AS moment \\gset my_
                \\if :my_yes
                SELECT :my_n, :'my_t' FROM :my_t;
                \\endif
                SELECT :my_moment;
                """)
            .read();

    assertEquals("1.sql:3:1 SELECT 12, 'users' FROM users", statements(set).get(1));
    assertEquals(
        List.of(
            "UNPARSED 1.sql:5:8 the variable my_moment has no value; say --placeholder"
                + " my_moment=VALUE"),
        problems(set));
    assertEquals(List.of(), problems(given(Map.of("my_moment", "'now'"))));
  }

  @Test
  void aVariableFromTheShellIsNotGuessed() {
    MigrationSet set = tree.file("1.sql", "\\set v `echo x`\nSELECT :v;").read();

    assertEquals(
        List.of("UNPARSED 1.sql:2:8 the variable v has no value; say --placeholder v=VALUE"),
        problems(set));
  }

  @Test
  void aNewConnectionForgetsTheSettings() {
    MigrationSet set =
        tree.file("1.sql", "CREATE DATABASE x;\n\\connect x\nSELECT 1;\n\\if 0\n\\c y\n\\endif")
            .read();

    assertEquals(
        List.of("1.sql:1:1 CREATE DATABASE x", "1.sql:2:1 RESET ALL", "1.sql:3:1 SELECT 1"),
        statements(set));
  }

  @Test
  void whatIsIncludedRunsOnlyThere() {
    MigrationSet set =
        tree.file("all.sql", "\\set t x\n\\i parts/a.sql\n")
            .file("parts/a.sql", "SELECT :t;")
            .file("parts/0.sql", "SELECT 0;")
            .read();

    assertEquals(List.of("all.sql", "parts/0.sql"), files(set));
    assertEquals(List.of("parts/a.sql:1:1 SELECT x", "parts/0.sql:1:1 SELECT 0"), statements(set));
    assertEquals(List.of(), problems(set));
  }
}
