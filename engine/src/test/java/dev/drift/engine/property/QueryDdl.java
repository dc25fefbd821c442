package dev.drift.engine.property;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;

/** Queries of what there is. */
final class QueryDdl {
  private final World world;
  private final Values values;

  QueryDdl(World world) {
    this.world = world;
    this.values = new Values(world);
  }

  String query() {
    return world.chance(20) ? deep(1 + world.number(2)) : flat();
  }

  /** Queries in queries. */
  private String deep(int depth) {
    String inner = depth == 0 ? flat() : deep(depth - 1);
    String limit = " LIMIT " + world.number(5);
    return world.oneOf(
        () -> "SELECT q.* FROM (" + inner + ") q",
        () -> "WITH w AS (" + inner + "), more AS (SELECT * FROM w) SELECT * FROM more" + limit,
        () -> "SELECT count(*) AS n FROM (" + inner + ") q WHERE q IS NOT NULL",
        () -> "(" + inner + ") UNION (" + inner + ")" + limit,
        () -> "SELECT q.*, row_number() OVER () AS nr FROM (" + inner + ") q",
        () -> "SELECT x.*, y.n AS ny FROM (" + inner + ") x, (SELECT 1 AS n) y",
        () ->
            "SELECT EXISTS (" + inner + ") AS some, ARRAY(SELECT 1 FROM (" + flat() + ") z) AS ar",
        () -> "SELECT l.* FROM (VALUES (1), (2)) v(i), LATERAL (" + inner + ") l WHERE v.i > 1",
        () -> "SELECT DISTINCT ON (nr) nr FROM (SELECT 1 AS nr FROM (" + inner + ") q) r",
        () ->
            "WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r WHERE i < 3) SELECT"
                + " r.i, q.* FROM r LEFT JOIN ("
                + inner
                + ") q ON true",
        () -> "SELECT 1 AS a, 2 AS b, sum(1) AS c FROM (" + inner + ") q GROUP BY ROLLUP (1, 2)",
        () -> "SELECT coalesce(to_jsonb(q), '{}') AS js, q AS whole FROM (" + inner + ") q");
  }

  private String flat() {
    SchemaObject relation = world.any(Kind.TABLE, Kind.TABLE, Kind.TABLE, Kind.VIEW);
    String name = world.sql(relation.id());
    if (!(relation instanceof Table table)) {
      return world.either(
          "SELECT * FROM " + name,
          "SELECT v.* FROM " + name + " v WHERE v IS NOT NULL",
          "SELECT count(*) AS n FROM " + name);
    }
    Column column = world.column(table.id());
    return world.chance(50)
        ? simple(table, name, column, World.quoted(column.id()))
        : more(name, column, World.quoted(column.id()));
  }

  private String simple(Table table, String name, Column column, String quoted) {
    return switch (world.number(7)) {
      case 0 -> "SELECT * FROM " + name;
      case 1 ->
          "SELECT "
              + world.someColumns(table.id(), 3)
              + " FROM "
              + name
              + " WHERE "
              + values.condition(column);
      case 2 ->
          "SELECT x." + quoted + " AS q, count(*) AS n FROM " + name + " x GROUP BY x." + quoted;
      case 3 ->
          "SELECT x."
              + quoted
              + ", y.* FROM "
              + name
              + " x LEFT JOIN "
              + name
              + " y ON x."
              + quoted
              + " IS NOT DISTINCT FROM y."
              + quoted;
      case 4 ->
          "SELECT " + quoted + " FROM " + name + " UNION ALL SELECT " + quoted + " FROM " + name;
      case 5 -> "WITH w AS (SELECT * FROM " + name + ") SELECT w." + quoted + " FROM w ORDER BY 1";
      default ->
          "SELECT "
              + quoted
              + ", CASE WHEN "
              + values.condition(column)
              + " THEN 1 ELSE 2 END AS k FROM "
              + name
              + " LIMIT 10";
    };
  }

  /** Of two tables, with subqueries, windows and aggregates. */
  private String more(String name, Column column, String quoted) {
    Table second = world.table();
    String other = world.sql(second.id());
    Column its = world.column(second.id());
    String there = World.quoted(its.id());
    String condition = values.condition("y", its);
    return world.either(
        "SELECT x." + quoted + ", y." + there + " AS z FROM " + name + " x, " + other + " y",
        "SELECT x.*, y."
            + there
            + " AS z2 FROM "
            + name
            + " x JOIN "
            + other
            + " y ON "
            + condition,
        "SELECT x."
            + quoted
            + " FROM "
            + name
            + " x WHERE EXISTS (SELECT 1 FROM "
            + other
            + " y WHERE "
            + condition
            + ")",
        "SELECT x."
            + quoted
            + ", (SELECT count(*) FROM "
            + other
            + " y WHERE "
            + condition
            + ") AS c FROM "
            + name
            + " x",
        "SELECT row_number() OVER (ORDER BY "
            + quoted
            + "::text) AS r, "
            + quoted
            + " FROM "
            + name,
        "SELECT DISTINCT " + quoted + " FROM " + name,
        "SELECT max("
            + quoted
            + "::text) FILTER (WHERE "
            + values.condition(column)
            + ") AS m FROM "
            + name,
        "SELECT coalesce("
            + quoted
            + "::text, 'none') AS t, "
            + quoted
            + " IS NULL AS is_null FROM "
            + name
            + " ORDER BY 1 DESC",
        "SELECT x." + quoted + " FROM " + name + " x NATURAL JOIN (SELECT 1 AS one) y",
        "SELECT x."
            + quoted
            + ", l.n FROM "
            + name
            + " x CROSS JOIN LATERAL (SELECT x."
            + quoted
            + "::text AS n) l",
        "SELECT x AS whole, x." + quoted + " FROM " + name + " x",
        "SELECT ARRAY[x."
            + quoted
            + "] AS arr, ROW(x."
            + quoted
            + ", 1) IS NULL AS n FROM "
            + name
            + " x",
        "SELECT "
            + quoted
            + "::text AS t FROM "
            + name
            + " EXCEPT SELECT "
            + there
            + "::text FROM "
            + other,
        "SELECT g.i, x." + quoted + " FROM generate_series(1, 3) g(i), " + name + " x",
        "SELECT string_agg("
            + quoted
            + "::text, ',' ORDER BY "
            + quoted
            + "::text) AS s FROM "
            + name
            + " HAVING count(*) > 1",
        "SELECT x." + quoted + " FROM " + name + " x JOIN " + name + " USING (" + quoted + ")",
        "SELECT '" + other.replace("'", "''") + "'::regclass AS cls, " + quoted + " FROM " + name,
        "SELECT "
            + quoted
            + " FROM ONLY "
            + name
            + " WHERE "
            + values.condition(column)
            + " FETCH FIRST 3 ROWS ONLY");
  }
}
