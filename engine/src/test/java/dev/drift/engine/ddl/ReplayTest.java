package dev.drift.engine.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.event.Fold;
import dev.drift.engine.event.Recorded;
import dev.drift.engine.event.SchemaEvent;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sessions, transactions, provenance, and what is not certain. */
class ReplayTest {

  @Test
  void searchPathDecidesWhereThingsAre() {
    Script script =
        Script.of(
                """
                CREATE SCHEMA a; CREATE SCHEMA b;
                SET search_path = nowhere, a;
                CREATE TABLE one (id integer);
                SELECT pg_catalog.set_config('search_path', 'b', false);
                CREATE TABLE two (id integer);
                RESET search_path;
                CREATE TABLE three (id integer);
                """)
            .clean();
    assertEquals(List.of("a.one", "b.two", "public.three"), script.names(Kind.TABLE));
  }

  @Test
  void setLocalEndsWithItsTransaction() {
    Script script =
        Script.of(
                """
                CREATE SCHEMA a;
                COMMIT; BEGIN;
                SET LOCAL search_path = a;
                CREATE TABLE inside (id integer);
                COMMIT;
                CREATE TABLE outside (id integer);
                """)
            .clean();
    assertEquals(List.of("a.inside", "public.outside"), script.names(Kind.TABLE));
  }

  @Test
  void rollbackTakesStatementsAndSettingsBack() {
    Script script =
        Script.of(
                """
                CREATE TABLE kept (id integer, gone text);
                COMMIT; BEGIN;
                CREATE SCHEMA a;
                SET search_path = a;
                CREATE TABLE undone (id integer);
                ALTER TABLE public.kept DROP COLUMN gone;
                ALTER TABLE public.kept RENAME TO renamed;
                ROLLBACK;
                CREATE TABLE after (id integer);
                """)
            .clean();
    assertEquals(List.of("public.after", "public.kept"), script.names(Kind.TABLE));
    assertEquals(
        List.of("public.after.id", "public.kept.gone", "public.kept.id"),
        script.names(Kind.COLUMN));
    assertEquals(5, script.replayed().events().size(), "kept and its columns, after and its one");
  }

  @Test
  void savepointsAreTakenBackAlone() {
    Script script =
        Script.of(
                """
                CREATE TABLE a (id integer);
                SAVEPOINT s; CREATE TABLE b (id integer); ROLLBACK TO SAVEPOINT s;
                CREATE TABLE c (id integer);
                """)
            .clean();
    assertEquals(List.of("public.a", "public.c"), script.names(Kind.TABLE));
  }

  @Test
  void everyEventKnowsItsClause() {
    Script script =
        Script.of(
            """
            CREATE TABLE users (
              id integer,
              email text
            );
            ALTER TABLE users
              ADD COLUMN age integer,
              ADD CONSTRAINT adult CHECK (age > 17);
            """);
    List<String> origins =
        script.replayed().events().stream()
            .map(recorded -> recorded.event().subject().name() + ' ' + place(recorded))
            .toList();
    assertEquals(List.of("users 1:1", "id 2:3", "email 3:3", "age 6:14", "adult 7:7"), origins);
  }

  private static String place(Recorded recorded) {
    return recorded.origin().line() + ":" + recorded.origin().column();
  }

  @Test
  void theModelIsTheFoldOfTheEvents() {
    Replayed replayed =
        Script.of(
                """
                CREATE TABLE t (id serial PRIMARY KEY, a text UNIQUE, b integer);
                ALTER TABLE t RENAME TO u;
                ALTER TABLE u DROP COLUMN b;
                CREATE INDEX ON u (a);
                DROP TABLE u CASCADE;
                CREATE TABLE v (x integer);
                """)
            .clean()
            .replayed();
    List<SchemaEvent> events = replayed.events().stream().map(Recorded::event).toList();
    assertEquals(replayed.model(), Fold.fold(Replay.EMPTY_DATABASE, events));
  }

  @Test
  void whatIsMadeOfATemporaryTableIsNotKnown() {
    assertEquals(
        List.of(
            "OPAQUE 2: reads a temporary table",
            "OPAQUE 3: reads a temporary table",
            "OPAQUE 4: copies a temporary table"),
        Script.of(
                """
                CREATE TEMP TABLE some (a int); CREATE TABLE others (a int);
                CREATE TABLE kept AS SELECT a FROM some;
                SELECT a INTO chosen FROM others JOIN some USING (a);
                CREATE TABLE alike (LIKE some, b int)
                """)
            .problems());
  }

  @Test
  void temporaryTablesLeaveNothing() {
    Script script =
        Script.of(
                """
                CREATE TEMP TABLE scratch (id integer PRIMARY KEY);
                CREATE INDEX ON scratch (id);
                ALTER TABLE scratch ADD COLUMN a text;
                DROP TABLE scratch;
                """)
            .clean();
    assertEquals(List.of(), script.replayed().events());
  }

  @Test
  void nothingIsRejectedForWhatAnOpaqueStatementMayHaveMade() {
    Script script =
        Script.of(
            """
            DO $$ BEGIN EXECUTE (SELECT string_agg(sql, ';') FROM commands); END $$;
            ALTER TABLE made_there ADD COLUMN a integer;
            """);
    assertTrue(
        script.problems().stream().noneMatch(problem -> problem.startsWith("REJECTED 2")),
        () -> String.join("\n", script.problems()));
  }

  @Test
  void positionsHaveNoGaps() {
    Script script =
        Script.of(
            "CREATE TABLE t (a integer, b integer, c integer);"
                + "ALTER TABLE t DROP COLUMN b, ADD COLUMN d integer");
    assertEquals(2, script.get(Column.class, "public.t.c").position());
    assertEquals(3, script.get(Column.class, "public.t.d").position());
    assertEquals("default", script.get(Table.class, "public.t").replicaIdentity());
  }
}
