package dev.drift.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The statements of a schema made of choices; those that cannot run are to be left out. */
final class RandomSchema {
  static final List<String> TABLES =
      List.of("account", "item", "\"Order \"\"x\"\".y\"", "app.\"user\"", "app.größe");

  private final Variants choose;
  private final List<String> statements = new ArrayList<>();

  private RandomSchema(Variants choose) {
    this.choose = choose;
  }

  static List<String> of(Variants choose) {
    return new RandomSchema(choose).make();
  }

  private List<String> make() {
    add("CREATE SCHEMA app");
    add(choose.mostly("CREATE SCHEMA \"My Data\"", 4));
    types();
    functions();
    sequences();
    new RandomTables(choose, statements).make();
    views();
    triggers();
    comments();
    return statements.stream().filter(sql -> !sql.isEmpty()).toList();
  }

  private void types() {
    add(
        "CREATE TYPE mood AS ENUM ("
            + choose.of(
                "'sad', 'ok', 'happy'",
                "'sad', 'ok'",
                "'sad', 'fine', 'ok', 'happy'",
                "'happy', 'ok', 'sad'",
                "'it''s', 'sad', 'ok', 'happy', 'glad'")
            + ")");
    add("CREATE TYPE app.\"Level\" AS ENUM (" + choose.of("'Low', 'High'", "'Low'") + ")");
    add("CREATE TYPE pair AS (" + choose.of("a integer, b text", "a integer", "a bigint") + ")");
    add(
        "CREATE DOMAIN app.positive AS "
            + choose.of("integer", "bigint")
            + choose.of("", " DEFAULT 1", " DEFAULT 2")
            + choose.seldom(" NOT NULL", 4)
            + choose.of(
                " CHECK (VALUE > 0)",
                " CHECK (VALUE >= 0)",
                "",
                " CONSTRAINT c CHECK (VALUE > 0)"));
  }

  private void functions() {
    add(
        choose.of(
            "CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 2 *"
                + " n'",
            "CREATE FUNCTION twice(m integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 2 *"
                + " $1'",
            "CREATE FUNCTION twice(n integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT"
                + " 2::bigint * n'",
            "CREATE FUNCTION twice(n integer, k integer) RETURNS integer LANGUAGE sql"
                + " IMMUTABLE AS 'SELECT k * n'",
            ""));
    add(
        choose.of(
            "CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW;"
                + " END$$",
            "CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS $drift$BEGIN -- $$\n"
                + " RETURN NEW; END$drift$",
            "CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS"
                + " 'BEGIN RETURN NULL; END'"));
    add(
        choose.of(
            "CREATE FUNCTION label(text) RETURNS text LANGUAGE sql STABLE AS $$SELECT 'x\\y' ||"
                + " $1$$",
            "CREATE FUNCTION label(text) RETURNS text LANGUAGE sql VOLATILE AS $$SELECT 'x' ||"
                + " $1$$",
            "CREATE PROCEDURE label(text) LANGUAGE sql AS ''",
            ""));
  }

  private void sequences() {
    add(
        choose.of(
            "CREATE SEQUENCE app.numbers", "CREATE SEQUENCE app.numbers INCREMENT 5 CACHE 3", ""));
    add(
        choose.of(
            "CREATE SEQUENCE counter AS integer MAXVALUE 1000 CYCLE",
            "CREATE SEQUENCE counter",
            ""));
  }

  private void views() {
    add(
        choose.of(
            "CREATE VIEW v1 AS SELECT id, a FROM account",
            "CREATE VIEW v1 AS SELECT id, a, b FROM account",
            "CREATE VIEW v1 AS SELECT a AS id, id AS a FROM account",
            "CREATE MATERIALIZED VIEW v1 AS SELECT id, a FROM account",
            "CREATE TABLE v1 (id integer, a integer)"));
    add(
        choose.of(
            "CREATE VIEW app.v2 AS SELECT v1.*, item.e FROM v1 JOIN item ON true",
            "CREATE VIEW app.v2 AS SELECT id FROM v1",
            "CREATE VIEW app.v2 WITH (security_barrier) AS SELECT id FROM v1 WHERE id IS NOT NULL",
            ""));
    add(
        choose.of(
            "CREATE MATERIALIZED VIEW mv AS SELECT * FROM app.v2",
            "CREATE MATERIALIZED VIEW mv AS SELECT id, count(*) AS n FROM account GROUP BY id",
            "CREATE MATERIALIZED VIEW mv AS SELECT id FROM account WITH NO DATA",
            ""));
    add(choose.of("CREATE INDEX mv_id ON mv (id)", "CREATE UNIQUE INDEX mv_id ON mv (id)", ""));
    add(
        choose.of(
            "CREATE VIEW v3 AS SELECT twice(id::text::int) AS n FROM item",
            "CREATE VIEW v3 AS SELECT 'ok'::mood AS m, label('x') FROM item",
            "CREATE VIEW v3 AS SELECT ROW(1, 'x')::pair AS p",
            ""));
    add(
        choose.of(
            "CREATE FUNCTION rows_of() RETURNS SETOF account LANGUAGE sql AS 'SELECT * FROM"
                + " account'",
            "CREATE FUNCTION rows_of() RETURNS SETOF app.v2 LANGUAGE sql AS 'SELECT * FROM app.v2'",
            "CREATE FUNCTION rows_of(m mood) RETURNS mood LANGUAGE sql AS 'SELECT m'",
            ""));
    add(
        choose.of(
            "CREATE FUNCTION atomic() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM"
                + " item; END",
            "CREATE FUNCTION atomic() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(a) FROM"
                + " account; END",
            ""));
  }

  private void triggers() {
    for (String table : Stream.concat(TABLES.stream().limit(3), Stream.of("v1")).toList()) {
      String instead = table.equals("v1") ? "INSTEAD OF" : "BEFORE";
      add(
          choose.of(
              "CREATE TRIGGER \"tr 1\" "
                  + instead
                  + " INSERT ON "
                  + table
                  + " FOR EACH ROW EXECUTE FUNCTION app.touch()",
              "CREATE TRIGGER \"tr 1\" "
                  + instead
                  + " UPDATE ON "
                  + table
                  + " FOR EACH ROW EXECUTE FUNCTION app.touch('it''s')",
              "CREATE TRIGGER \"tr 1\" BEFORE UPDATE OF a, b ON "
                  + table
                  + " FOR EACH ROW WHEN (OLD.a IS DISTINCT FROM NEW.a) EXECUTE FUNCTION"
                  + " app.touch()",
              ""));
      add(choose.of("ALTER TABLE " + table + " DISABLE TRIGGER \"tr 1\"", "", ""));
    }
  }

  private void comments() {
    for (String target :
        List.of(
            "TABLE account",
            "COLUMN account.a",
            "COLUMN app.\"user\".\"C d\"",
            "TYPE mood",
            "DOMAIN app.positive",
            "VIEW v1",
            "INDEX ix0",
            "FUNCTION app.touch()",
            "CONSTRAINT ck ON item",
            "SCHEMA app",
            "SEQUENCE counter",
            "TRIGGER \"tr 1\" ON account",
            "POLICY \"see it\" ON item",
            "COLUMN v1.a",
            "MATERIALIZED VIEW mv")) {
      add(
          "COMMENT ON "
              + target
              + " IS "
              + choose.of("NULL", "'it''s $drift$ $$ one'", "'two; \n lines'"));
    }
  }

  private void add(String sql) {
    statements.add(sql);
  }
}
