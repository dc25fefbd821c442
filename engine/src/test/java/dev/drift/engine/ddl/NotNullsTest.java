package dev.drift.engine.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.NotNullConstraint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The constraints behind NOT NULL, as PostgreSQL 18 names, hands on and refuses them. */
class NotNullsTest {
  private static final String START =
      """
      CREATE TABLE t (id int PRIMARY KEY, a int CONSTRAINT given NOT NULL, b int NOT NULL, c int,
        d int CONSTRAINT here NOT NULL NO INHERIT);
      CREATE TABLE heir (e int, b int CONSTRAINT own_b NOT NULL) INHERITS (t);
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT 1                                    | t.id    | t_id_not_null, chosen, local",
        "SELECT 1                                    | t.a     | given, local",
        "SELECT 1                                    | t.d     | here, no inherit, local",
        "SELECT 1                                    | heir.a  | given",
        "SELECT 1                                    | heir.b  | own_b, local",
        "SELECT 1                                    | heir.d  | none",
        "ALTER TABLE t RENAME TO u                   | u.b     | t_b_not_null, chosen, local",
        "ALTER TABLE t RENAME a TO z                 | t.z     | given, local",
        "ALTER TABLE t RENAME CONSTRAINT given TO g  | heir.a  | g",
        "ALTER TABLE t ALTER c SET NOT NULL          | t.c     | t_c_not_null, chosen, local",
        "ALTER TABLE t ALTER c SET NOT NULL          | heir.c  | t_c_not_null, chosen",
        "ALTER TABLE ONLY t ALTER c SET NOT NULL     | t.c     | t_c_not_null, chosen, no inherit,"
            + " local",
        "ALTER TABLE ONLY t ALTER c SET NOT NULL     | heir.c  | none",
        "ALTER TABLE t ALTER b DROP NOT NULL         | heir.b  | own_b, local",
        "ALTER TABLE t DROP CONSTRAINT given         | heir.a  | none",
        "ALTER TABLE ONLY t ALTER a DROP NOT NULL    | heir.a  | given, local",
        "ALTER TABLE t ADD CONSTRAINT n NOT NULL c NOT VALID | heir.c | n, not valid",
        "ALTER TABLE t ADD NOT NULL c NOT VALID      | t.c     | t_c_not_null, chosen, not valid,"
            + " local",
        "ALTER TABLE t ALTER CONSTRAINT given NO INHERIT | heir.a | given, local",
        "ALTER TABLE t ALTER CONSTRAINT here INHERIT | heir.d  | here",
        "ALTER TABLE t VALIDATE CONSTRAINT t_b_not_null | t.b  | t_b_not_null, local",
        "ALTER TABLE heir NO INHERIT t               | heir.a  | given, local",
        "CREATE TABLE copy (LIKE heir)               | copy.a  | given, local",
        "CREATE TABLE t_b (x int, CONSTRAINT t_b_x_not_null CHECK (x > 0), NOT NULL x) | t_b.x |"
            + " t_b_x_not_null1, chosen, local",
      })
  void is(String statement, String column, String constraint) {
    Script script = Script.of(START + statement, 18).clean();

    assertEquals(
        constraint,
        script
            .get(Column.class, "public." + column)
            .notNullConstraint()
            .map(NotNullsTest::words)
            .orElse("none"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE t RENAME CONSTRAINT t_b_not_null TO x | constraint \"t_b_not_null\" for table"
            + " \"heir\" does not exist",
        "ALTER TABLE heir RENAME CONSTRAINT given TO x     | cannot rename inherited constraint"
            + " \"given\"",
        "ALTER TABLE heir DROP CONSTRAINT given            | cannot drop inherited constraint"
            + " \"given\" of relation \"heir\"",
        "ALTER TABLE heir ALTER a DROP NOT NULL            | cannot drop inherited constraint"
            + " \"given\" of relation \"heir\"",
        "ALTER TABLE t DROP CONSTRAINT t_id_not_null       | column \"id\" is in a primary key",
        "ALTER TABLE t ADD CONSTRAINT x NOT NULL b         | cannot create not-null constraint"
            + " \"x\" on column \"b\" of table \"t\"",
        "ALTER TABLE t ALTER d SET NOT NULL                | cannot change NO INHERIT status of NOT"
            + " NULL constraint \"here\" on relation \"t\"",
        "ALTER TABLE t ADD CONSTRAINT given CHECK (a > 0)  | constraint \"given\" for relation"
            + " \"t\" already exists",
        "ALTER TABLE t RENAME CONSTRAINT nothing TO x      | constraint \"nothing\" for table \"t\""
            + " does not exist",
        "CREATE TABLE late (a int); ALTER TABLE late ADD NOT NULL a NOT VALID; ALTER TABLE late ADD"
            + " PRIMARY KEY (a) | cannot create primary key on column \"a\"",
        "CREATE TABLE late (id int, a int, b int, c int, d int); ALTER TABLE late INHERIT t |"
            + " column \"id\" in child table \"late\" must be marked NOT NULL",
      })
  void isRefused(String statement, String message) {
    List<String> problems = Script.of(START + statement, 18).problems();

    assertEquals(1, problems.size(), problems::toString);
    assertEquals(message, problems.getFirst().replaceFirst("^REJECTED \\d+: ", ""));
  }

  @Test
  void hasNoNameBefore18() {
    Script script = Script.of("CREATE TABLE t (a int CONSTRAINT given NOT NULL)", 17).clean();

    assertEquals(
        "none",
        script
            .get(Column.class, "public.t.a")
            .notNullConstraint()
            .map(NotNullsTest::words)
            .orElse("none"));
  }

  private static String words(NotNullConstraint constraint) {
    return constraint.name()
        + (constraint.chosen() ? ", chosen" : "")
        + (constraint.noInherit() ? ", no inherit" : "")
        + (constraint.validated() ? "" : ", not valid")
        + (constraint.local() ? ", local" : "");
  }
}
