package dev.drift.engine.catalog;

import static dev.drift.engine.catalog.Snapshots.find;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.model.Comment;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.MaterializedView;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Policy;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ViewReaderTest {
  private static final ObjectId T = ObjectId.table("public", "t");

  @Test
  void readsViewsAndMaterializedViews() {
    SchemaModel model =
        Snapshots.after(
            """
            CREATE TABLE t (a int, b text);
            CREATE FUNCTION f(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
            CREATE VIEW v (x, y) WITH (security_barrier) AS SELECT a, b FROM t WHERE a > 1
              WITH LOCAL CHECK OPTION;
            CREATE MATERIALIZED VIEW m WITH (fillfactor = 80) AS SELECT f(x) AS n FROM v;
            CREATE UNIQUE INDEX m_n ON m (n);
            COMMENT ON VIEW v IS 'view';
            COMMENT ON COLUMN v.x IS 'column';
            COMMENT ON MATERIALIZED VIEW m IS 'materialized';
            """);

    var v = ObjectId.of(Kind.VIEW, "public", "v");
    View view = find(model, v, View.class);
    assertEquals(List.of("x", "y"), view.columns());
    assertEquals(Map.of("security_barrier", "true", "check_option", "local"), view.options());
    String query = view.query().sql();
    assertTrue(query.matches("(?s)SELECT .* WHERE \\((t\\.)?a > 1\\)"), query);
    assertEquals(Set.of(T), view.query().relations());
    var m = ObjectId.of(Kind.MATERIALIZED_VIEW, "public", "m");
    MaterializedView materialized = find(model, m, MaterializedView.class);
    assertEquals(List.of("n"), materialized.columns());
    assertEquals(Map.of("fillfactor", "80"), materialized.options());
    assertEquals(
        Set.of(v, ObjectId.of(Kind.FUNCTION, "public", "f(integer)")),
        materialized.query().relations());
    assertTrue(find(model, m.child(Kind.INDEX, "m_n"), Index.class).unique());
    for (Comment comment :
        List.of(
            Comment.on(v, "view"),
            Comment.on(ObjectId.column(v, "x"), "column"),
            Comment.on(m, "materialized"))) {
      assertEquals(comment, find(model, comment.id(), Comment.class));
    }
  }

  @Test
  void readsPolicies() {
    SchemaModel model =
        Snapshots.after(
            """
            CREATE TABLE t (a int);
            CREATE POLICY p ON t AS RESTRICTIVE FOR UPDATE USING (a > 0) WITH CHECK (a = 3);
            CREATE POLICY q ON t;
            COMMENT ON POLICY p ON t IS 'said';
            """);

    var p = T.child(Kind.POLICY, "p");
    assertEquals(
        new Policy(
            p,
            false,
            "update",
            List.of("public"),
            Optional.of(new Expression("a > 0")),
            Optional.of(new Expression("a = 3"))),
        find(model, p, Policy.class));
    assertEquals("all", find(model, T.child(Kind.POLICY, "q"), Policy.class).command());
    Comment said = Comment.on(p, "said");
    assertEquals(said, find(model, said.id(), Comment.class));
  }

  @Test
  void aNewDatabaseHoldsTheSchemaPublicAndNothingElse() {
    Introspection empty = Snapshots.read("SELECT 1");

    assertEquals(
        List.of("schema public"),
        empty.model().objects().stream().map(object -> object.id().toString()).toList());
    assertEquals(Map.of(), empty.notModelled());
    assertEquals(List.of(), empty.unreadable());
  }

  @Test
  void holdsOfEachKind() {
    Introspection read =
        Snapshots.read(
            """
            CREATE TABLE t (a int, b int);
            CREATE AGGREGATE ag(int) (SFUNC = int4pl, STYPE = int);
            CREATE RULE r AS ON INSERT TO t DO INSTEAD NOTHING;
            CREATE STATISTICS s ON a, b FROM t;
            CREATE TYPE range AS RANGE (SUBTYPE = float8);
            CREATE PUBLICATION p;
            GRANT SELECT ON t TO PUBLIC;
            """);

    assertEquals(Map.of(), read.notModelled());
    for (Kind kind :
        List.of(
            Kind.AGGREGATE,
            Kind.RULE,
            Kind.STATISTICS,
            Kind.RANGE_TYPE,
            Kind.PUBLICATION,
            Kind.PRIVILEGES)) {
      assertEquals(1, read.model().ofKind(kind).size(), kind.label());
    }
    assertEquals(0, read.model().ofKind(Kind.CAST).size());
  }
}
