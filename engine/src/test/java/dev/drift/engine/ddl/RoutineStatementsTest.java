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
        "a + 1", script.get(Routine.class, "public.r(integer)").standardBody().orElseThrow().sql());
    assertEquals("sql", script.get(Routine.class, "public.r(integer)").language());
  }

  @Test
  void functionsOfLibrariesAreLinkedByTheirOwnName() {
    Script script = Script.of("CREATE FUNCTION c(int) RETURNS int LANGUAGE C AS 'lib'").clean();
    assertEquals("lib,c", script.get(Routine.class, "public.c(integer)").body());
  }

  @Test
  void parametersInStandardBodiesGoByTheirNames() {
    Script script =
        Script.of(
                "CREATE FUNCTION f(int, \"B c\" int, d int, OUT o int) RETURN $1 + $2 * $3 +"
                    + " ($5)")
            .clean();
    assertEquals(
        "$1 + \"B c\" * d + ($5)",
        script
            .get(Routine.class, "public.f(integer, integer, integer)")
            .standardBody()
            .orElseThrow()
            .sql());
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
