package dev.drift.engine.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutineStatementsTest {

  @Test
  void optionsComeInAnyOrder() {
    Routine routine =
        Script.of(
                "CREATE FUNCTION f(a int, IN b text DEFAULT 'x', OUT c bigint) STRICT COST 5"
                    + " AS $$ SELECT 1 $$ SET search_path = '', public SET work_mem TO '1MB'"
                    + " SECURITY DEFINER LANGUAGE sql IMMUTABLE PARALLEL SAFE")
            .clean()
            .get(Routine.class, "public.f(integer, text)");
    assertEquals(" SELECT 1 ", routine.body());
    assertEquals("immutable", routine.volatility());
    assertEquals(5, routine.cost());
    assertTrue(routine.strict() && routine.securityDefiner());
    assertEquals(Optional.empty(), routine.returns());
    assertEquals(Map.of("search_path", "\"\", public", "work_mem", "1MB"), routine.settings());
  }

  @Test
  void defaultsAreThoseOfTheLanguageAndOfSets() {
    Script script =
        Script.of(
                "CREATE FUNCTION s() RETURNS SETOF int LANGUAGE sql AS 'SELECT 1';CREATE FUNCTION"
                    + " t() RETURNS TABLE (a int, b text) LANGUAGE sql AS 'SELECT 1';CREATE"
                    + " FUNCTION c(int) RETURNS int LANGUAGE C AS 'lib', 'sym';CREATE FUNCTION r(a"
                    + " int) RETURNS int RETURN a + 1")
            .clean();
    assertEquals(1000, script.get(Routine.class, "public.s()").rows());
    assertTrue(script.get(Routine.class, "public.t()").returnsSet());
    assertEquals(1, script.get(Routine.class, "public.c(integer)").cost());
    assertEquals("lib,sym", script.get(Routine.class, "public.c(integer)").body());
    assertEquals(
        "RETURN ($1 + 1)",
        script.get(Routine.class, "public.r(integer)").standardBody().orElseThrow().sql());
    assertEquals("sql", script.get(Routine.class, "public.r(integer)").language());
  }

  @Test
  void functionsOfLibrariesAreLinkedByTheirOwnName() {
    Script script = Script.of("CREATE FUNCTION c(int) RETURNS int LANGUAGE C AS 'lib'").clean();
    assertEquals("lib,c", script.get(Routine.class, "public.c(integer)").body());
  }

  @Test
  void parametersInStandardBodiesGoByTheirPlaces() {
    assertEquals(
        "RETURN ((($1 + $2) + $3) + (($4).x))",
        body(
            "CREATE TYPE p AS (x int); CREATE FUNCTION f(int, \"B c\" int, d int, e p) RETURNS int"
                + " RETURN $1 + \"B c\" + f.d + e.x",
            "public.f(integer, integer, integer, public.p)"));
  }

  @Test
  void columnsComeBeforeParameters() {
    String table = "CREATE TABLE t (id int, a int);";
    assertEquals(
        "BEGIN ATOMIC SELECT t.id FROM public.t WHERE ((t.id = t.id) AND (t.a = $2) AND (t.id ="
            + " $1)); END",
        body(
            table
                + "CREATE FUNCTION f(id int, b int) RETURNS int BEGIN ATOMIC SELECT id FROM t WHERE"
                + " t.id = id AND a = b AND t.id = f.id; END",
            "public.f(integer, integer)"));
    assertEquals(
        "BEGIN ATOMIC SELECT ($1).id AS id, ($1).a AS a; END",
        body(
            table + "CREATE FUNCTION g(r t) RETURNS t BEGIN ATOMIC SELECT r.*; END",
            "public.g(public.t)"));
  }

  @Test
  void commandsOfStandardBodiesAreResolved() {
    assertEquals(
        "BEGIN ATOMIC INSERT INTO public.t (id, a) VALUES ($1, DEFAULT) ON CONFLICT (id) DO UPDATE"
            + " SET a = excluded.a WHERE (t.a <> $1) RETURNING t.id, t.a; UPDATE public.t SET id ="
            + " $1, a = 2 FROM public.t u WHERE (u.id = t.a) RETURNING t.id, t.a, u.id, u.a; END",
        body(
            "CREATE TABLE t (id int PRIMARY KEY, a int); CREATE PROCEDURE f(x int) BEGIN ATOMIC"
                + " INSERT INTO t VALUES (x, DEFAULT) ON CONFLICT (id) DO UPDATE SET a = excluded.a"
                + " WHERE t.a <> x RETURNING *; UPDATE t SET (id, a) = (x, 2) FROM t u WHERE u.id ="
                + " t.a RETURNING *; END",
            "public.f(integer)"));
  }

  private static String body(String sql, String routine) {
    Routine found = Script.of(sql).clean().get(Routine.class, routine);
    return found.standardBody().orElseThrow().sql();
  }

  @Test
  void typesOfSeveralWordsAreNoNames() {
    assertEquals(
        List.of("public.f(double precision, timestamp with time zone, character varying, text)"),
        Script.of(
                "CREATE FUNCTION f(double precision, at timestamp with time zone,"
                    + " character varying(3), name text) RETURNS void LANGUAGE sql AS ''")
            .clean()
            .names(Kind.FUNCTION));
  }

  @Test
  void overloadsAreTwoFunctions() {
    Script script =
        Script.of(
            "CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';"
                + "CREATE FUNCTION f(text) RETURNS int LANGUAGE sql AS 'SELECT 1';\n"
                + "DROP FUNCTION f;\nDROP FUNCTION f(integer)");
    assertEquals(List.of("REJECTED 2: function name \"f\" is not unique"), script.problems());
    assertEquals(List.of("public.f(text)"), script.names(Kind.FUNCTION));
  }

  @Test
  void replacingMustKeepTheResult() {
    Script script =
        Script.of(
            "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';"
                + "CREATE OR REPLACE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 2';\n"
                + "CREATE OR REPLACE FUNCTION f(a int) RETURNS text LANGUAGE sql AS '';\n"
                + "CREATE OR REPLACE FUNCTION f(b int) RETURNS int LANGUAGE sql AS '';\n"
                + "CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS ''");
    assertEquals(
        List.of(
            "REJECTED 2: cannot change return type of existing function",
            "REJECTED 3: cannot change name of input parameter \"a\"",
            "REJECTED 4: function \"f\" already exists with same argument types"),
        script.problems());
    assertEquals("SELECT 2", script.get(Routine.class, "public.f(integer)").body());
  }

  @Test
  void alteringChangesWhatItSays() {
    Script script =
        Script.of(
                "CREATE SCHEMA s; CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';"
                    + "ALTER FUNCTION f(int) STABLE SET search_path TO s;"
                    + "ALTER FUNCTION f RENAME TO g; ALTER ROUTINE g(int) SET SCHEMA s")
            .clean();
    Routine routine = script.get(Routine.class, "s.g(integer)");
    assertEquals("stable", routine.volatility());
    assertEquals(Map.of("search_path", "s"), routine.settings());
    assertEquals(Optional.of(TypeName.builtin("integer")), routine.returns());
  }
}
