package dev.drift.engine.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.canon.Match;
import dev.drift.engine.canon.ParameterNames;
import dev.drift.engine.canon.Queries;
import dev.drift.engine.canon.Surroundings;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.Routine;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StandardBodiesTest {
  private static final String TABLE =
      "CREATE TYPE mood AS ENUM ('sad'); CREATE TABLE t (id int PRIMARY KEY, name varchar(9), m"
          + " mood);";

  @Test
  void parametersAreNamedAsTheServerDoes() {
    assertEquals("RETURN (n + 1)", named("RETURN n + 1"));
    assertEquals(
        "BEGIN ATOMIC SELECT t.name FROM public.t WHERE (t.id = f.n); END",
        named("BEGIN ATOMIC SELECT name FROM t WHERE id = n; END"));
  }

  @Test
  void whereAColumnMayHaveTheNameParametersKeepTheirPlace() {
    assertEquals(
        "BEGIN ATOMIC SELECT f.name FROM public.t f WHERE (f.id = $1); END",
        named("BEGIN ATOMIC SELECT name FROM t AS f WHERE id = n; END"));
  }

  @Test
  void whatAServerPrintsMeansTheSame() {
    assertEquals(
        Match.EQUAL,
        compared(
            "INSERT INTO t VALUES (n, 'x', 'sad') RETURNING *",
            "INSERT INTO public.t (id, name, m) VALUES (f.n, 'x'::character varying,"
                + " 'sad'::public.mood) RETURNING t.id, t.name, t.m"));
    assertEquals(
        Match.EQUAL,
        compared(
            "INSERT INTO t AS a (id) VALUES (n) ON CONFLICT (id) DO UPDATE SET m = 'sad', name ="
                + " excluded.name WHERE a.name <> 'x'",
            "INSERT INTO public.t AS a (id) VALUES (f.n) ON CONFLICT(id) DO UPDATE SET m ="
                + " 'sad'::public.mood, name = excluded.name WHERE ((a.name)::text <> 'x'::text)"));
    assertEquals(
        Match.EQUAL,
        compared(
            "WITH c AS (SELECT n AS x) UPDATE t SET (name, id) = (SELECT 'y', x) FROM c",
            "WITH c AS (SELECT f.n AS x) UPDATE public.t SET (name, id) = (SELECT 'y'::text, c.x)"
                + " FROM c"));
  }

  @Test
  void anotherCommandIsToldFromIt() {
    for (String printed :
        List.of(
            "INSERT INTO public.t (id, name) VALUES (f.n, 'y'::character varying)",
            "INSERT INTO public.t (id, name) VALUES (f.n, f.n)",
            "INSERT INTO public.t (id, m) VALUES (f.n, 'x'::public.mood)",
            "INSERT INTO public.t (id, name) VALUES (f.n, 'x'::character varying) ON CONFLICT DO"
                + " NOTHING",
            "INSERT INTO public.t (id, name) OVERRIDING USER VALUE VALUES (f.n, 'x'::character"
                + " varying)",
            "INSERT INTO public.t (id, name) VALUES (f.n, 'x'::character varying) RETURNING t.id",
            "DELETE FROM public.t")) {
      assertEquals(
          Match.DIFFERENT, compared("INSERT INTO t (id, name) VALUES (n, 'x')", printed), printed);
    }
  }

  @Test
  void whatMayBeAColumnOrAParameterIsUnknown() {
    assertEquals(
        Match.UNKNOWN,
        compared(
            "SELECT name FROM t AS f WHERE id = n",
            "SELECT f.name FROM public.t f WHERE f.id = f.n"));
    assertEquals(Match.UNKNOWN, compared("SELECT nowhere FROM t", "SELECT t.name FROM public.t"));
  }

  private static String named(String body) {
    Routine routine = routine(body);
    return ParameterNames.in(routine.standardBody().orElseThrow(), routine).sql();
  }

  private static Match compared(String statement, String printed) {
    Routine routine = routine("BEGIN ATOMIC " + statement + "; END");
    return Queries.compare(
        routine.standardBody().orElseThrow().statements().getFirst(),
        new Query(printed, true, new TreeSet<>()),
        Surroundings.of(Script.of(TABLE).replayed().model()).of(routine));
  }

  private static Routine routine(String body) {
    return Script.of(TABLE + "CREATE FUNCTION f(n int) RETURNS int LANGUAGE sql " + body)
        .clean()
        .get(Routine.class, "public.f(integer)");
  }
}
