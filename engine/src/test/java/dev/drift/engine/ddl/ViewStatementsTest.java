package dev.drift.engine.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.MaterializedView;
import dev.drift.engine.model.View;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewStatementsTest {
  private static final String TABLE = "CREATE TABLE t (id int, name text);";

  @Test
  void theColumnListNamesTheFirstColumns() {
    View view =
        Script.of(TABLE + "CREATE VIEW v (number) AS SELECT * FROM t")
            .clean()
            .get(View.class, "public.v");
    assertEquals(List.of("number", "name"), view.columns());
  }

  @Test
  void theCheckOptionIsAnOption() {
    View view =
        Script.of(
                TABLE
                    + "CREATE VIEW v WITH (security_barrier) AS SELECT id FROM t"
                    + " WITH LOCAL CHECK OPTION")
            .clean()
            .get(View.class, "public.v");
    assertEquals(Map.of("security_barrier", "true", "check_option", "local"), view.options());
  }

  @Test
  void replacingMayOnlyAppendColumns() {
    Script script =
        Script.of(
            TABLE
                + "CREATE VIEW v AS SELECT id FROM t;"
                + "CREATE OR REPLACE VIEW v AS SELECT id, name FROM t;\n"
                + "CREATE OR REPLACE VIEW v AS SELECT id FROM t;\n"
                + "CREATE OR REPLACE VIEW v AS SELECT name AS other, id FROM t");
    assertEquals(
        List.of(
            "REJECTED 2: cannot drop columns from view",
            "REJECTED 3: cannot change name of view column \"id\" to \"other\""),
        script.problems());
  }

  @Test
  void aColumnThatIsNotThereIsRejectedAtItsPlace() {
    Script script = Script.of(TABLE + "\nCREATE MATERIALIZED VIEW m AS\n  SELECT h.gone FROM t h");
    assertEquals(List.of("REJECTED 3: column h.gone does not exist"), script.problems());
  }

  @Test
  void aRecursiveViewReadsItself() {
    View view =
        Script.of("CREATE RECURSIVE VIEW n (i) AS VALUES (1) UNION ALL SELECT i + 1 FROM n")
            .clean()
            .get(View.class, "public.n");
    assertEquals(List.of("i"), view.columns());
  }

  @Test
  void aMaterializedViewKeepsItsClauses() {
    MaterializedView view =
        Script.of(
                TABLE
                    + "CREATE MATERIALIZED VIEW m WITH (fillfactor = 70) AS SELECT id FROM t"
                    + " WITH NO DATA; CREATE MATERIALIZED VIEW IF NOT EXISTS m AS SELECT 1;"
                    + "ALTER MATERIALIZED VIEW m SET (autovacuum_enabled = off)")
            .clean()
            .get(MaterializedView.class, "public.m");
    assertEquals(Map.of("fillfactor", "70", "autovacuum_enabled", "off"), view.options());
    assertEquals(List.of("id"), view.columns());
  }

  @Test
  void viewsOfTemporaryTablesAreTemporary() {
    Script script = Script.of("CREATE TEMP TABLE x (id int); CREATE VIEW v AS SELECT id FROM x");
    assertEquals(List.of(), script.clean().names(Kind.VIEW));
  }
}
