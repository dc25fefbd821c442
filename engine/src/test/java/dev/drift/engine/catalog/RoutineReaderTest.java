package dev.drift.engine.catalog;

import static dev.drift.engine.catalog.Snapshots.builtin;
import static dev.drift.engine.catalog.Snapshots.find;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.model.Comment;
import dev.drift.engine.model.Deferral;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.Routine.Mode;
import dev.drift.engine.model.Routine.Parameter;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.Trigger;
import dev.drift.engine.model.Trigger.Enabled;
import dev.drift.engine.testing.TestPostgres;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class RoutineReaderTest {
  @Test
  void readsFunctionsAndProcedures() {
    SchemaModel model =
        Snapshots.after(
            """
            CREATE FUNCTION f(a int, INOUT d date DEFAULT '2020-01-01', OUT c int,
                VARIADIC b text[] DEFAULT ARRAY['x, y', '(z)'])
              LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER LEAKPROOF PARALLEL SAFE COST 7
              SET search_path = app, public SET work_mem = '4MB' AS 'BEGIN c := 1; END';
            CREATE FUNCTION rows() RETURNS TABLE (a int, b varchar(5)) LANGUAGE sql ROWS 5
              AS $$ SELECT 1, 'x'::varchar $$;
            CREATE FUNCTION h(character, "char", timestamptz[]) RETURNS SETOF text
              LANGUAGE sql IMMUTABLE AS 'SELECT ''x''::text';
            CREATE PROCEDURE p(x int) LANGUAGE sql AS 'SELECT 1';
            COMMENT ON PROCEDURE p(int) IS 'said';
            CREATE AGGREGATE ag(int) (SFUNC = int4pl, STYPE = int);
            CREATE TYPE r AS RANGE (SUBTYPE = float8);
            """);

    var f = ObjectId.of(Kind.FUNCTION, "public", "f(integer, date, text[])");
    assertEquals(
        new Routine(
            f,
            List.of(
                new Parameter(Mode.IN, "a", builtin("integer", ""), Optional.empty()),
                new Parameter(
                    Mode.INOUT,
                    "d",
                    builtin("date", ""),
                    Optional.of(new Expression("'2020-01-01'::date"))),
                new Parameter(Mode.OUT, "c", builtin("integer", ""), Optional.empty()),
                new Parameter(
                    Mode.VARIADIC,
                    "b",
                    builtin("text", "").toArray(),
                    Optional.of(new Expression("ARRAY['x, y'::text, '(z)'::text]")))),
            Optional.empty(),
            false,
            "plpgsql",
            "BEGIN c := 1; END",
            Optional.empty(),
            "stable",
            true,
            true,
            true,
            false,
            "safe",
            7,
            0,
            Optional.empty(),
            new LinkedHashMap<>(Map.of("search_path", "app, public", "work_mem", "4MB"))),
        find(model, f, Routine.class));
    Routine rows = find(model, ObjectId.of(Kind.FUNCTION, "public", "rows()"), Routine.class);
    assertEquals(Optional.empty(), rows.returns());
    assertTrue(rows.returnsSet());
    assertEquals(5, rows.rows());
    assertEquals(
        List.of(Mode.TABLE, Mode.TABLE), rows.parameters().stream().map(Parameter::mode).toList());
    Routine h =
        find(
            model,
            ObjectId.of(
                Kind.FUNCTION, "public", "h(character, \"char\", timestamp with time zone[])"),
            Routine.class);
    assertEquals(Optional.of(builtin("text", "")), h.returns());
    var p = ObjectId.of(Kind.PROCEDURE, "public", "p(integer)");
    assertEquals(Optional.empty(), find(model, p, Routine.class).returns());
    Comment said = Comment.on(p, "said");
    assertEquals(said, find(model, said.id(), Comment.class));
    assertEquals(3, model.ofKind(Kind.FUNCTION).size());
  }

  @Test
  void readsStandardBodies() {
    Assumptions.assumeTrue(TestPostgres.majorVersion() >= 14);
    SchemaModel model =
        Snapshots.after(
            "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql RETURN a + 1; CREATE PROCEDURE p(a"
                + " int) LANGUAGE sql BEGIN ATOMIC SELECT a; SELECT CASE WHEN a > 1 THEN 2 END;"
                + " END");

    Routine f = find(model, ObjectId.of(Kind.FUNCTION, "public", "f(integer)"), Routine.class);
    assertEquals("RETURN (a + 1)", f.standardBody().orElseThrow().sql());
    assertEquals("", f.body());
    Routine p = find(model, ObjectId.of(Kind.PROCEDURE, "public", "p(integer)"), Routine.class);
    assertEquals(2, p.standardBody().orElseThrow().statements().size());
  }

  @Test
  void readsTriggers() {
    SchemaModel model =
        Snapshots.after(
            """
            CREATE TABLE o (a int);
            CREATE TABLE t (a int, b text);
            CREATE VIEW v AS SELECT a FROM t;
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER one BEFORE INSERT OR UPDATE OF b, a ON t FOR EACH ROW
              WHEN (NEW.a > 0 AND NEW.b <> 'x') EXECUTE FUNCTION f('p', '', 'ü\\');
            ALTER TABLE t DISABLE TRIGGER one;
            CREATE TRIGGER two AFTER DELETE ON t REFERENCING OLD TABLE AS old_rows
              FOR EACH STATEMENT EXECUTE FUNCTION f();
            ALTER TABLE t ENABLE ALWAYS TRIGGER two;
            CREATE CONSTRAINT TRIGGER three AFTER INSERT ON t FROM o
              DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f();
            CREATE TRIGGER four INSTEAD OF UPDATE ON v FOR EACH ROW EXECUTE FUNCTION f();
            CREATE TRIGGER five BEFORE TRUNCATE ON t EXECUTE FUNCTION f();
            COMMENT ON TRIGGER five ON t IS 'said';
            """);

    var t = ObjectId.table("public", "t");
    assertEquals(
        new Trigger(
            t.child(Kind.TRIGGER, "one"),
            "before",
            new TreeSet<>(Set.of("insert", "update")),
            new TreeSet<>(Set.of("a", "b")),
            true,
            false,
            Deferral.NOT_DEFERRABLE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Expression("(new.a > 0) AND (new.b <> 'x'::text)")),
            new QualifiedName("public", "f"),
            List.of("p", "", "ü\\"),
            Enabled.DISABLED),
        find(model, t.child(Kind.TRIGGER, "one"), Trigger.class));
    Trigger two = find(model, t.child(Kind.TRIGGER, "two"), Trigger.class);
    assertEquals(Optional.of("old_rows"), two.oldTable());
    assertEquals(Enabled.ALWAYS, two.enabled());
    Trigger three = find(model, t.child(Kind.TRIGGER, "three"), Trigger.class);
    assertTrue(three.constraint());
    assertEquals(Deferral.INITIALLY_DEFERRED, three.deferral());
    assertEquals(Optional.of(ObjectId.table("public", "o")), three.referenced());
    var v = ObjectId.of(Kind.VIEW, "public", "v");
    assertEquals("instead of", find(model, v.child(Kind.TRIGGER, "four"), Trigger.class).timing());
    Trigger five = find(model, t.child(Kind.TRIGGER, "five"), Trigger.class);
    assertEquals(Set.of("truncate"), five.events());
    Comment said = Comment.on(five.id(), "said");
    assertEquals(said, find(model, said.id(), Comment.class));
  }
}
