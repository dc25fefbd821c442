package dev.drift.engine.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.event.Recorded;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoStatementsTest {
  private static final Session SESSION = Session.fresh(17, Session.SERVER_PATH);

  private static Script block(String before, String code) {
    return Script.of(before + "DO $$ BEGIN " + code + " END $$");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXISTS (SELECT 1 FROM pg_type WHERE typname = 'mood')",
        "EXISTS (SELECT FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace"
            + " WHERE t.typname = 'mood' AND n.nspname = 'public' AND t.typtype = 'e')",
        "NOT EXISTS (SELECT 1 FROM pg_class WHERE relname = 'nothing')",
        "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_schema = current_schema()"
            + " AND table_name = 't' AND column_name IN ('id', 'x') AND is_nullable = 'NO')",
        "EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 't_pkey' AND conrelid ="
            + " 't'::regclass)",
        "to_regclass('public.t') IS NOT NULL AND to_regclass('nothing') IS NULL",
        "(SELECT count(*) FROM pg_indexes WHERE tablename = 't') = 1",
        "(SELECT data_type FROM information_schema.columns WHERE table_name = 't' AND"
            + " column_name = 'id') = 'integer'",
        "'happy' = ANY (SELECT enumlabel FROM pg_enum WHERE enumtypid = 'mood'::regtype)",
        "current_setting('server_version_num')::int >= 120000",
        "EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = 'x') IS FALSE",
        "'a_b' LIKE 'a\\_%' AND NOT 'ab' ILIKE 'C%' AND 2 BETWEEN 1 AND 3"
      })
  void guardsAreEvaluatedOnTheModel(String condition) {
    Script script =
        block(
            "CREATE TYPE mood AS ENUM ('happy'); CREATE TABLE t (id int PRIMARY KEY);",
            "IF " + condition + " THEN CREATE TABLE yes (); ELSE CREATE TABLE no (); END IF;");
    assertEquals(List.of("public.t", "public.yes"), script.clean().names(Kind.TABLE));
  }

  @Test
  void handlersCatchWhatTheyName() {
    Script script =
        block(
            "CREATE TYPE mood AS ENUM ('sad');",
            "BEGIN CREATE TYPE mood AS ENUM ('x'); EXCEPTION WHEN duplicate_object THEN NULL; END;"
                + " CREATE TABLE t (a int);"
                + " BEGIN CREATE TABLE u (); ALTER TABLE t ADD COLUMN a int;"
                + " EXCEPTION WHEN duplicate_column THEN RAISE NOTICE 'there'; END;");
    assertEquals(List.of("public.t"), script.clean().names(Kind.TABLE));
  }

  @Test
  void anErrorThatNobodyCatchesRejectsTheBlock() {
    Script script =
        Script.of(
            "DO $$\nBEGIN\n  CREATE TABLE t ();\n  DROP TABLE gone;\n"
                + "EXCEPTION WHEN duplicate_table THEN NULL;\nEND $$");
    assertEquals(List.of("REJECTED 4: table \"gone\" does not exist"), script.problems());
    assertEquals(List.of(), script.names(Kind.TABLE));
  }

  @Test
  void commandsOfConstantTextAreRun() {
    Script script =
        Script.of(
                """
                DO $$
                DECLARE
                  name text;
                  prefix CONSTANT text := 'log';
                BEGIN
                  FOREACH name IN ARRAY ARRAY['a', 'B c'] LOOP
                    EXECUTE format('CREATE TABLE %I (id int)', prefix || '_' || name);
                  END LOOP;
                  FOR i IN 1..2 LOOP
                    EXECUTE 'CREATE TABLE n' || i || ' ()';
                  END LOOP;
                END $$
                """)
            .clean();
    assertEquals(
        List.of("public.log_B c", "public.log_a", "public.n1", "public.n2"),
        script.names(Kind.TABLE));
  }

  @Test
  void loopsOverTheCatalogsSeeTheModel() {
    Script script =
        Script.of(
                """
                CREATE TABLE a (id int); CREATE TABLE b (id int);
                DO $$
                DECLARE r record;
                BEGIN
                  FOR r IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
                    EXECUTE format('ALTER TABLE %I ADD COLUMN at timestamptz', r.tablename);
                  END LOOP;
                END $$
                """)
            .clean();
    assertEquals(
        List.of("public.a.at", "public.a.id", "public.b.at", "public.b.id"),
        script.names(Kind.COLUMN));
  }

  @Test
  void eventsStandWhereTheirStatementStands() {
    Script script = Script.of("DO $body$\nBEGIN\n  CREATE TABLE t (\n    id int\n  );\nEND $body$");
    Recorded column =
        script.replayed().events().stream()
            .filter(event -> event.event().subject().kind() == Kind.COLUMN)
            .findFirst()
            .orElseThrow();
    assertEquals("script.sql:4", column.origin().toString());
  }

  @Test
  void whatDataDecidesIsOpaqueAndBounded() {
    Script script =
        block(
            "CREATE TABLE t (id int); CREATE TABLE u (id int); INSERT INTO t VALUES (1);",
            "IF EXISTS (SELECT 1 FROM t) THEN ALTER TABLE u ADD COLUMN x int; END IF;");
    assertEquals(List.of("OPAQUE 1: depends on data"), script.problems());
    assertEquals(
        Set.of(ObjectId.column(ObjectId.table("public", "u"), "x")), script.replayed().opaque());
  }

  @Test
  void dataThatDecidesNothingOfTheSchemaIsNoMatter() {
    block(
            "CREATE TABLE t (id int);",
            "IF EXISTS (SELECT 1 FROM t WHERE id < 0) THEN RAISE EXCEPTION 'bad data'; END IF;"
                + " UPDATE t SET id = 1; DELETE FROM t;")
        .clean();
  }

  @Test
  void aCommandKnownInPartTellsItsTable() {
    Script script =
        Script.of(
            """
            CREATE TABLE t (id int);
            INSERT INTO t VALUES (7);
            DO $$
            DECLARE n text;
            BEGIN
              SELECT max(id) INTO n FROM t;
              EXECUTE 'ALTER TABLE t ADD COLUMN c' || n || ' int';
            END $$
            """);
    assertEquals(List.of("OPAQUE 3: dynamic SQL"), script.problems());
    assertEquals(Set.of(ObjectId.table("public", "t")), script.replayed().opaque());
  }

  @Test
  void tablesThatNothingFilledAreEmpty() {
    Script script =
        Script.of(
            """
            CREATE TABLE t (id int, name text);
            DO $$
            DECLARE r record;
            BEGIN
              FOR r IN SELECT id, row_number() OVER (PARTITION BY name) AS n FROM t LOOP
                EXECUTE format('DROP TABLE part_%s', r.id);
              END LOOP;
              IF NOT EXISTS (SELECT 1 FROM (SELECT name FROM t GROUP BY 1 HAVING count(*) > 1) d) THEN
                CREATE UNIQUE INDEX by_name ON t (name);
              END IF;
            END $$
            """);
    assertEquals(List.of("public.t.by_name"), script.clean().names(Kind.INDEX));
    assertEquals(Set.of(ObjectId.table("public", "part_*")), script.replayed().opaque());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t VALUES (1)",
        "COPY t (id) FROM '/tmp/t'",
        "WITH x AS (INSERT INTO t VALUES (1) RETURNING id) SELECT 1 FROM x",
        "DO 'BEGIN EXECUTE ''INSERT INTO t VALUES (1)''; END'",
        "INSERT INTO u VALUES (1)",
        "UPDATE u SET id = 1",
        "SELECT fill()",
        "ALTER TABLE t RENAME TO v; INSERT INTO v VALUES (1); ALTER TABLE v RENAME TO t"
      })
  void rowsComeInManyWays(String filling) {
    Script script =
        Script.of(
            """
            CREATE TABLE t (id int);
            CREATE TABLE u (id int);
            CREATE FUNCTION fill() RETURNS int LANGUAGE sql AS 'INSERT INTO t VALUES (1) RETURNING 1';
            CREATE FUNCTION log() RETURNS trigger LANGUAGE plpgsql AS
              'BEGIN INSERT INTO t VALUES (2); RETURN NULL; END';
            CREATE TRIGGER log AFTER INSERT OR UPDATE ON u FOR EACH ROW EXECUTE FUNCTION log();
            """
                + filling
                + "; DO 'BEGIN IF EXISTS (SELECT FROM t) THEN DROP TABLE u; END IF; END'");
    assertEquals(1, script.problems().size(), () -> filling + script.problems());
  }

  @Test
  void whatAQueryWritesIsRun() {
    String table = "SELECT format('CREATE TABLE %I ()', t) FROM unnest(ARRAY['a', 'b']) t ";
    var tokens = new ArrayList<>(Tokenizer.tokenize(table));
    tokens.add(0, new Token(Token.Type.WORD, "\\gexec", "\\gexec", 0, 1, 1));
    Decision decision = Decide.decide(tokens, new Context(Replay.EMPTY_DATABASE, SESSION));
    assertEquals(2, ((Decision.Effects) decision).effects().size());
  }

  @Test
  void settingsWithinCodeLast() {
    Script script =
        Script.of(
            """
            CREATE SCHEMA s;
            DO $$ BEGIN PERFORM set_config('search_path', 's', false); END $$;
            CREATE TABLE t (id int)
            """);
    assertEquals(List.of("s.t"), script.clean().names(Kind.TABLE));
  }

  @Test
  void functionsThatRunDdlAreRunWhenCalled() {
    Script script =
        Script.of(
                """
                CREATE FUNCTION add_stamp(target text, name text DEFAULT 'at') RETURNS void
                LANGUAGE plpgsql AS $$
                BEGIN
                  EXECUTE format('ALTER TABLE %s ADD COLUMN %I timestamptz', target, name);
                END $$;
                CREATE PROCEDURE twice(target text) LANGUAGE plpgsql AS $$
                BEGIN PERFORM add_stamp(target, 'b'); PERFORM add_stamp(target, 'c'); END $$;
                CREATE TABLE t (id int);
                SELECT add_stamp('t');
                CALL twice('public.t');
                """)
            .clean();
    assertEquals(
        List.of("public.t.at", "public.t.b", "public.t.c", "public.t.id"),
        script.names(Kind.COLUMN));
  }

  @Test
  void endlessCodeIsLeftAlone() {
    Script script = Script.of("DO $$ BEGIN LOOP NULL; END LOOP; END $$");
    assertEquals(List.of("OPAQUE 1: runs for too long"), script.problems());
  }

  @Test
  void otherLanguagesAreOpaque() {
    assertTrue(Script.of("DO LANGUAGE plpython3u 'pass'").problems().get(0).startsWith("OPAQUE"));
  }
}
