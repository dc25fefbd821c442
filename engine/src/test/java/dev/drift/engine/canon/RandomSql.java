package dev.drift.engine.canon;

import dev.drift.engine.choice.Dice;
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

  private final Dice choose;
  private final RandomExpressions expressions;
  private final RandomConditions conditions;

  RandomSql(long seed) {
    this.choose = Dice.of(new Random(seed));
    this.expressions = new RandomExpressions(choose);
    this.conditions = expressions.conditions();
  }

  /** A query for a view: mostly a few expressions, sometimes joins, unions and the like. */
  String query() {
    return switch (choose.below(14)) {
      case 0 -> "SELECT " + columns(2) + " FROM t JOIN k USING (i) WHERE " + conditions.bool(2);
      case 1 ->
          "SELECT "
              + expressions.any(1)
              + " AS a1, "
              + expressions.any(1)
              + " AS a2 FROM t UNION ALL SELECT "
              + expressions.any(1)
              + ", "
              + expressions.any(1)
              + " FROM t";
      case 2 ->
          "SELECT "
              + choose.one(RandomExpressions.TEXTS)
              + " AS a1, "
              + expressions.aggregate()
              + " AS a2 FROM t GROUP BY 1 HAVING "
              + expressions.aggregate()
              + choose.one(" > ", " = ", " < ")
              + expressions.number(0)
              + " ORDER BY 1";
      case 3 ->
          "WITH w AS (SELECT "
              + expressions.any(2)
              + " AS f, "
              + expressions.number(1)
              + " AS h FROM t) SELECT w.f, h + 1 AS a2, "
              + expressions.any(1)
              + " AS a3 FROM w, t WHERE h > "
              + expressions.number(0);
      case 4 ->
          "SELECT a.f, sub.h FROM (SELECT "
              + expressions.any(2)
              + " AS f FROM t) a LEFT JOIN LATERAL (SELECT "
              + expressions.any(1)
              + " AS h FROM k WHERE k.x = 'y') sub ON true";
      case 5 ->
          "SELECT " + columns(1) + ", f.* FROM t, " + source() + " WHERE " + conditions.bool(1);
      case 6 ->
          "SELECT i, "
              + choose.one("sum", "avg", "max", "min", "count", "first_value", "lag")
              + "("
              + expressions.number(0)
              + ") OVER (PARTITION BY "
              + choose.one(RandomExpressions.TEXTS)
              + " ORDER BY "
              + choose.one(RandomExpressions.TIMES)
              + ") AS a2, row_number() OVER () AS a3 FROM t";
      case 7 ->
          "SELECT "
              + expressions.any(1)
              + " AS a1 FROM t WHERE "
              + choose.one(RandomExpressions.NUMBERS)
              + " IN (SELECT i FROM k)";
      case 8 ->
          "VALUES ("
              + expressions.any(0)
              + ", "
              + expressions.literal()
              + "), ("
              + expressions.literal()
              + ", "
              + expressions.literal()
              + ")";
      default -> "SELECT " + columns(3) + " FROM t WHERE " + conditions.bool(3);
    };
  }

  private String columns(int depth) {
    var text = new StringBuilder();
    int count = 1 + choose.below(3);
    for (int i = 1; i <= count; i++) {
      text.append(i > 1 ? ", " : "").append(expressions.any(depth)).append(" AS a").append(i);
    }
    return text.toString();
  }

  private String source() {
    return choose.one(
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

  /** An expression of any kind. */
  String any(int depth) {
    return expressions.any(depth);
  }

  /** A condition. */
  String bool(int depth) {
    return conditions.bool(depth);
  }
}
