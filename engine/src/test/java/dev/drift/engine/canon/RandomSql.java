package dev.drift.engine.canon;

import java.util.List;
import java.util.Random;

/**
 * Random expressions and queries over one small schema. Most are valid; which, the server says. The
 * same seed makes the same SQL.
 */
final class RandomSql {
  /** The schema that they are over. */
  static final String SCHEMA =
      """
      CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
      CREATE DOMAIN label AS varchar(40);
      CREATE DOMAIN amount AS numeric(12,2);
      CREATE TYPE pair AS (a integer, b text);
      CREATE FUNCTION twice(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 * 2';
      CREATE FUNCTION twice(text) RETURNS text LANGUAGE sql AS 'SELECT $1 || $1';
      CREATE FUNCTION pick(VARIADIC text[]) RETURNS text LANGUAGE sql AS 'SELECT $1[1]';
      CREATE FUNCTION rows_of(n bigint, title varchar DEFAULT 'x')
        RETURNS TABLE (place bigint, name varchar) LANGUAGE sql AS 'SELECT $1, $2';
      CREATE TABLE t (
        s smallint, i integer, l bigint, n numeric, m numeric(10,2), r real, d double precision,
        b boolean, x text, v varchar, w varchar(20), c char(5), nm name,
        dt date, ts timestamp, tz timestamptz, tm time, iv interval,
        j json, jb jsonb, u uuid, e mood, by bytea, ip inet,
        ia integer[], ta text[], va varchar(10)[], ea mood[], rg int4range, tr tstzrange,
        g label, p amount, pr pair);
      CREATE TABLE k (i bigint, x varchar(30), z timestamp, q numeric(8,3), e mood);
      """;

  private static final List<String> NUMBERS =
      List.of("s", "i", "l", "n", "m", "r", "d", "p", "i", "l", "n");
  private static final List<String> TEXTS = List.of("x", "v", "w", "c", "g", "nm", "x", "v", "w");
  private static final List<String> TIMES = List.of("dt", "ts", "tz", "ts", "tz");
  private static final List<String> ARRAYS = List.of("ia", "ta", "va", "ea");
  private static final List<String> TYPES =
      List.of(
          "integer",
          "bigint",
          "smallint",
          "numeric",
          "numeric(10,2)",
          "numeric(6,1)",
          "real",
          "double precision",
          "text",
          "varchar",
          "varchar(20)",
          "varchar(5)",
          "char(3)",
          "name",
          "date",
          "timestamp",
          "timestamptz",
          "timestamp(3)",
          "time",
          "interval",
          "boolean",
          "json",
          "jsonb",
          "uuid",
          "mood",
          "label",
          "amount",
          "text[]",
          "varchar[]",
          "integer[]",
          "inet",
          "bpchar",
          "bytea");

  private final Random random;

  RandomSql(long seed) {
    this.random = new Random(seed);
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }

  /** A query for a view: mostly a few expressions, sometimes joins, unions and the like. */
  String query() {
    return switch (random.nextInt(14)) {
      case 0 -> "SELECT " + columns(2) + " FROM t JOIN k USING (i) WHERE " + bool(2);
      case 1 ->
          "SELECT "
              + any(1)
              + " AS a1, "
              + any(1)
              + " AS a2 FROM t UNION ALL SELECT "
              + any(1)
              + ", "
              + any(1)
              + " FROM t";
      case 2 ->
          "SELECT "
              + one(TEXTS)
              + " AS a1, "
              + aggregate()
              + " AS a2 FROM t GROUP BY 1 HAVING "
              + aggregate()
              + one(" > ", " = ", " < ")
              + number(0)
              + " ORDER BY 1";
      case 3 ->
          "WITH w AS (SELECT "
              + any(2)
              + " AS f, "
              + number(1)
              + " AS h FROM t) SELECT w.f, h + 1 AS a2, "
              + any(1)
              + " AS a3 FROM w, t WHERE h > "
              + number(0);
      case 4 ->
          "SELECT a.f, sub.h FROM (SELECT "
              + any(2)
              + " AS f FROM t) a LEFT JOIN LATERAL (SELECT "
              + any(1)
              + " AS h FROM k WHERE k.x = 'y') sub ON true";
      case 5 -> "SELECT " + columns(1) + ", f.* FROM t, " + source() + " WHERE " + bool(1);
      case 6 ->
          "SELECT i, "
              + one("sum", "avg", "max", "min", "count", "first_value", "lag")
              + "("
              + number(0)
              + ") OVER (PARTITION BY "
              + one(TEXTS)
              + " ORDER BY "
              + one(TIMES)
              + ") AS a2, row_number() OVER () AS a3 FROM t";
      case 7 ->
          "SELECT " + any(1) + " AS a1 FROM t WHERE " + one(NUMBERS) + " IN (SELECT i FROM k)";
      case 8 ->
          "VALUES (" + any(0) + ", " + literal() + "), (" + literal() + ", " + literal() + ")";
      default -> "SELECT " + columns(3) + " FROM t WHERE " + bool(3);
    };
  }

  private String columns(int depth) {
    var text = new StringBuilder();
    int count = 1 + random.nextInt(3);
    for (int i = 1; i <= count; i++) {
      text.append(i > 1 ? ", " : "").append(any(depth)).append(" AS a").append(i);
    }
    return text.toString();
  }

  private String source() {
    return one(
        "generate_series(1, 5) f(n1)",
        "generate_series(s, l) AS f",
        "generate_series(ts, ts + '1 day', '1 hour') AS f",
        "unnest(ta) f",
        "unnest(ia, va) WITH ORDINALITY f(a, b, o)",
        "jsonb_array_elements(jb) f",
        "jsonb_each_text(jb) f(key, value)",
        "json_to_recordset(j) AS f(a integer, b varchar(9))",
        "rows_of(s) f",
        "LATERAL (SELECT max(q) AS mq, count(*) AS c FROM k WHERE k.i = t.i) f",
        "regexp_split_to_table(v, ',') f",
        "(VALUES (1, 'a'), (2.5, NULL)) f(vn, vt)",
        "string_to_array(x, ',') f");
  }

  private String aggregate() {
    return one(
        "count(*)",
        "count(DISTINCT " + any(0) + ")",
        one("sum", "avg", "max", "min") + "(" + number(1) + ")",
        one("max", "min") + "(" + one(TIMES) + ")",
        "string_agg(" + text(0) + ", ',')",
        "array_agg(" + any(0) + " ORDER BY i)",
        "bool_or(" + bool(1) + ")",
        "json_agg(x)",
        "count(*) FILTER (WHERE " + bool(1) + ")",
        "percentile_cont(0.5) WITHIN GROUP (ORDER BY " + one(NUMBERS) + ")");
  }

  /** An expression of any kind. */
  String any(int depth) {
    return switch (random.nextInt(depth <= 0 ? 7 : 16)) {
      case 0 -> one(NUMBERS);
      case 1 -> one(TEXTS);
      case 2 -> one(TIMES);
      case 3 -> literal();
      case 4 -> one("e", "jb", "j", "u", "b", "iv", "rg", "tm", "by", "ip", "g", "p");
      case 5 -> one(ARRAYS);
      case 6 -> number(0);
      case 7, 8 -> number(depth);
      case 9, 10 -> text(depth);
      case 11 -> time();
      case 12 -> bool(depth);
      case 13 -> "(" + any(depth - 1) + ")::" + one(TYPES);
      case 14 -> json();
      default -> choice(depth);
    };
  }

  private String literal() {
    return one(
        "'x'",
        "'12'",
        "''",
        "NULL",
        "1",
        "0",
        "2.50",
        "100000000000",
        "true",
        "'2020-01-02'",
        "'ok'",
        "'{1,2}'",
        "'a'::varchar",
        "'b'::char(3)",
        "3::bigint",
        "'4'::smallint",
        "1.5e3",
        "'{}'",
        "'1 day'::interval",
        "date '2021-03-04'",
        "'x'::text",
        "-7",
        "'5'::numeric");
  }

  private String choice(int depth) {
    String a = any(depth - 1);
    String b = any(depth - 1);
    return switch (random.nextInt(7)) {
      case 0 -> "coalesce(" + a + ", " + literal() + ")";
      case 1 -> "CASE WHEN " + bool(depth - 1) + " THEN " + a + " ELSE " + literal() + " END";
      case 2 -> "CASE WHEN " + bool(depth - 1) + " THEN " + a + " END";
      case 3 -> "nullif(" + a + ", " + literal() + ")";
      case 4 -> one("greatest", "least") + "(" + a + ", " + b + ")";
      case 5 ->
          "CASE " + any(0) + " WHEN " + literal() + " THEN " + a + " ELSE " + literal() + " END";
      default -> one("ARRAY[", "ARRAY[") + a + ", " + literal() + "]";
    };
  }

  private String number(int depth) {
    if (depth <= 0) {
      return random.nextInt(3) == 0 ? one("1", "2.5", "'3'", "10", "0", "-1") : one(NUMBERS);
    }
    return switch (random.nextInt(11)) {
      case 0, 1, 2 ->
          "("
              + number(depth - 1)
              + one(" + ", " - ", " * ", " / ", " % ")
              + number(depth - 1)
              + ")";
      case 3 ->
          one("abs", "round", "floor", "sqrt", "sign", "ceil") + "(" + number(depth - 1) + ")";
      case 4 -> "round(" + number(depth - 1) + ", " + one("2", "s", "i") + ")";
      case 5 -> one("length", "char_length", "ascii") + "(" + text(depth - 1) + ")";
      case 6 ->
          one("extract(epoch from ", "extract(year from ", "date_part('day', ") + one(TIMES) + ")";
      case 7 ->
          number(depth - 1) + "::" + one("integer", "bigint", "numeric(8,2)", "numeric", "real");
      case 8 -> "coalesce(" + number(depth - 1) + ", " + one("0", "1.0", "'0'") + ")";
      case 9 -> "twice(" + one("i", "s", "3") + ")";
      default ->
          one(
              "array_length(ta, 1)",
              "cardinality(ia)",
              "(-i)",
              "power(i, 2)",
              "(pr).a",
              "ia[1]",
              "ia[s]",
              "jsonb_array_length(jb)",
              "mod(l, 3)",
              "(dt - '2020-01-01')");
    };
  }

  private String text(int depth) {
    if (depth <= 0) {
      return random.nextInt(4) == 0 ? one("'x'", "''", "'y'::varchar", "'z'::text") : one(TEXTS);
    }
    return switch (random.nextInt(10)) {
      case 0, 1 -> "(" + text(depth - 1) + " || " + any(0) + ")";
      case 2 -> one("lower", "upper", "trim", "md5", "initcap") + "(" + text(depth - 1) + ")";
      case 3 -> "substring(" + text(depth - 1) + one(" from 1 for 3)", ", 2)", " from 'a.')");
      case 4 -> "concat(" + any(depth - 1) + ", ' ', " + text(0) + ")";
      case 5 -> "replace(" + text(depth - 1) + ", 'a', " + text(0) + ")";
      case 6 -> "to_char(" + one(one(TIMES) + ", 'YYYY'", "n, '99'", "i, '9'") + ")";
      case 7 -> "coalesce(" + text(depth - 1) + ", " + text(0) + ")";
      case 8 -> text(depth - 1) + "::" + one("text", "varchar", "varchar(9)", "char(2)", "label");
      default ->
          one(
              "format('%s', x)",
              "split_part(v, ',', 1)",
              "left(w, 3)",
              "(pr).b",
              "ta[1]",
              "twice(v)",
              "twice('q')",
              "pick(x, v)",
              "pick('a', 'b')",
              "e::text",
              "va[1]",
              "jb->>'k'",
              "array_to_string(ta, ',')",
              "position('a' in x)::text",
              "quote_ident(nm)",
              "lpad(w, 10, '0')",
              "current_user",
              "overlay(x placing 'q' from 2)");
    };
  }

  private String time() {
    return switch (random.nextInt(9)) {
      case 0 ->
          "("
              + one(TIMES)
              + one(" + ", " - ")
              + one("'1 day'::interval", "interval '2h'", "iv", "'3 days'")
              + ")";
      case 1 -> "date_trunc('day', " + one(TIMES) + ")";
      case 2 -> one("now()", "current_timestamp", "current_date", "localtimestamp");
      case 3 -> "(" + one(TIMES) + " AT TIME ZONE " + one("'UTC'", "x") + ")";
      case 4 -> one(TIMES) + "::" + one("date", "timestamp", "timestamptz", "timestamp(0)", "time");
      case 5 -> "coalesce(" + one(TIMES) + ", " + one(TIMES) + ")";
      case 6 -> "(" + one(TIMES) + " - " + one(TIMES) + ")";
      case 7 -> "(dt + " + one("1", "s", "tm") + ")";
      default ->
          one(
              one(TIMES),
              "to_timestamp(d)",
              "make_interval(days => 2)",
              "age(ts)",
              "(iv * 2)",
              "to_date(x, 'YYYY')");
    };
  }

  private String json() {
    return one(
        "jb->'a'",
        "jb->0",
        "jb#>'{a,b}'",
        "j->>'x'",
        "jsonb_build_object('a', " + any(0) + ")",
        "to_jsonb(" + any(0) + ")",
        "jb || '{}'",
        "jb - 'a'",
        "jsonb_set(jb, '{a}', '1')",
        "row_to_json(pr)",
        "'{}'::jsonb",
        "coalesce(jb, '[]')",
        "array_append(ia, i)",
        "ia || 5",
        "ta || " + text(0),
        "array_cat(va, va)",
        "ta || '{x}'",
        "array_remove(ta, v)",
        "ta || v");
  }

  /** A condition. */
  String bool(int depth) {
    if (depth <= 0) {
      return one("b", "true", "i > 0", "x = 'a'", "b IS TRUE");
    }
    return switch (random.nextInt(18)) {
      case 0, 1 -> number(depth - 1) + comparison() + number(depth - 1);
      case 2, 3 -> text(depth - 1) + comparison() + text(depth - 1);
      case 4 -> one(TIMES) + comparison() + one("'2020-01-01'", "now()", time(), "current_date");
      case 5 -> text(depth - 1) + one(" IN ", " NOT IN ") + "('a', 'b', 'c')";
      case 6 ->
          number(depth - 1)
              + one(" IN ", " NOT IN ")
              + one("(1, 2)", "(1, 2.5)", "('1', 3)", "(i, 4)", "(1, l, 3)", "(7)");
      case 7 -> number(0) + one(" BETWEEN ", " NOT BETWEEN ") + number(0) + " AND " + number(0);
      case 8 ->
          text(depth - 1)
              + one(" LIKE ", " NOT LIKE ", " ILIKE ", " ~ ", " !~* ", " SIMILAR TO ")
              + "'a%'";
      case 9 -> any(depth - 1) + one(" IS NULL", " IS NOT NULL");
      case 10 -> "(" + bool(depth - 1) + one(" AND ", " OR ") + bool(depth - 1) + ")";
      case 11 -> "NOT (" + bool(depth - 1) + ")";
      case 12 ->
          "e"
              + one(
                  " = 'ok'", " IN ('ok', 'sad')", " > 'sad'", "::text = 'ok'", " <> ALL ('{ok}')");
      case 13 ->
          text(0)
              + one(" = ANY (", " <> ALL (", " LIKE ANY (")
              + one(
                  "ARRAY['a', 'b']",
                  "'{a,b}'",
                  "ta",
                  "va",
                  "ARRAY['a'::varchar, 'b']",
                  "string_to_array(x, ',')")
              + ")";
      case 14 ->
          number(0)
              + one(" = ANY (", " > ALL (")
              + one("ARRAY[1, 2]", "'{1,2}'", "ia", "ARRAY[1, 2.5]")
              + ")";
      case 15 ->
          any(0) + one(" IS DISTINCT FROM ", " IS NOT DISTINCT FROM ", " = ", " <> ") + literal();
      case 16 ->
          one(
              "(i, x) = (1, 'a')",
              "(l, v) < (2, 'b')",
              "ta @> ARRAY['a']",
              "ia && '{1}'",
              "jb ? 'a'",
              "jb @> '{\"a\":1}'",
              "rg @> 5",
              "rg @> i",
              "tr @> tz",
              "u = 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'",
              "ip << '10.0.0.0/8'",
              "(ts, iv) OVERLAPS (ts, iv)",
              "starts_with(v, 'a')",
              "by = '\\x00'",
              "va @> '{a}'",
              "va = ARRAY['a']::varchar[]",
              "exists (SELECT 1 FROM k WHERE k.i = t.i AND k.x = t.x)",
              "i = (SELECT max(i) FROM k)",
              "e = ANY (ea)",
              "pr = ROW(1, 'a')::pair");
      default -> any(depth - 1) + comparison() + any(0);
    };
  }

  private String comparison() {
    return one(" = ", " <> ", " < ", " > ", " <= ", " >= ");
  }
}
