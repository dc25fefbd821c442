package dev.drift.engine.property;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.sql.Identifiers;

/** Aggregates, functions of more forms, and triggers of more kinds. */
final class RoutineDdl {
  private final World world;
  private final Values values;

  RoutineDdl(World world) {
    this.world = world;
    this.values = new Values(world);
  }

  String statement() {
    return world.oneOf(
        this::aggregate, this::changeAggregate, this::function, this::change, this::trigger);
  }

  private String aggregate() {
    return "CREATE "
        + world.maybe(20, "OR REPLACE ")
        + "AGGREGATE "
        + world.newName("agg")
        + world.either(
            "(integer) (sfunc = int4pl, stype = integer)",
            "(integer) (sfunc = int4pl, stype = int4, initcond = '0')",
            "(n int) (sfunc = int4larger, stype = integer, sortop = operator(pg_catalog.>))",
            "(text) (sfunc = textcat, stype = text, parallel = safe)",
            "(anyelement) (sfunc = array_append, stype = anyarray, initcond = '{}')",
            "(*) (sfunc = int8inc, stype = bigint, initcond = '0')");
  }

  private String changeAggregate() {
    SchemaObject aggregate = world.any(Kind.AGGREGATE);
    String arguments = aggregate.id().name().substring(aggregate.id().name().indexOf('('));
    String name = "AGGREGATE " + world.sql(aggregate.id()) + arguments;
    return world.either(
        "DROP " + name,
        "ALTER " + name + " RENAME TO " + world.name("_agg"),
        "ALTER " + name + " SET SCHEMA " + world.schema(),
        "COMMENT ON " + name + " IS 'said'",
        "GRANT EXECUTE ON FUNCTION " + name.substring(10) + " TO pg_monitor");
  }

  private String function() {
    String type = values.type();
    Table table = world.table();
    String rows = world.sql(table.id());
    return "CREATE "
        + world.maybe(40, "OR REPLACE ")
        + "FUNCTION "
        + world.newName("f")
        + world.either(
            "(a " + type + ") RETURNS " + type + " LANGUAGE sql AS 'SELECT a'",
            "(OUT a integer, OUT b text) LANGUAGE sql AS $$ SELECT 1, 'x'::text $$",
            "(VARIADIC a text[]) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT a[1]'",
            "() RETURNS TABLE (a integer, b " + type + ") LANGUAGE sql AS 'SELECT 1, NULL::text'",
            "() RETURNS SETOF "
                + rows
                + " LANGUAGE sql STABLE ROWS 7 AS 'SELECT * FROM "
                + rows
                + "'",
            "(r " + rows + ") RETURNS integer LANGUAGE plpgsql AS 'BEGIN RETURN 1; END'",
            "(a int = 1) RETURNS int LANGUAGE sql PARALLEL SAFE LEAKPROOF COST 5"
                + " SET search_path = pg_catalog, public AS 'SELECT a'",
            world.major() >= 14
                ? "(a int) RETURNS int LANGUAGE sql RETURN a + 1"
                : "(a int) RETURNS int LANGUAGE sql AS 'SELECT a'",
            world.major() >= 14
                ? "() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM "
                    + rows
                    + "; END"
                : "() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'");
  }

  private String change() {
    SchemaObject function = world.any(Kind.FUNCTION);
    String arguments = function.id().name().substring(function.id().name().indexOf('('));
    String name = "FUNCTION " + world.sql(function.id()) + arguments;
    return world.either(
        "ALTER " + name + " SET work_mem = '8MB'",
        "ALTER " + name + " RESET ALL",
        "ALTER " + name + " IMMUTABLE STRICT PARALLEL RESTRICTED",
        "ALTER " + name + " COST 3",
        "COMMENT ON " + name + " IS 'said'",
        "REVOKE EXECUTE ON " + name + " FROM PUBLIC");
  }

  private String trigger() {
    Routine function =
        world.pickObject(
            world.sorted(Kind.FUNCTION).stream()
                .map(Routine.class::cast)
                .filter(r -> r.returns().filter(t -> t.isBuiltin("trigger")).isPresent())
                .toList());
    Table table = world.table();
    String on = " ON " + world.sql(table.id());
    String condition = values.condition("new", world.column(table.id()));
    String run = " EXECUTE FUNCTION " + world.sql(function.id()) + "('a', 'it''s')";
    String name = "TRIGGER " + world.name("_trg");
    return world.oneOf(
        () -> "CREATE " + name + " BEFORE TRUNCATE" + on + run,
        () ->
            "CREATE "
                + name
                + " AFTER UPDATE"
                + on
                + " FOR EACH ROW WHEN ("
                + condition
                + ")"
                + run,
        () ->
            "CREATE CONSTRAINT "
                + name
                + " AFTER INSERT"
                + on
                + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW"
                + run,
        () -> "CREATE " + name + " AFTER INSERT" + on + " REFERENCING NEW TABLE AS n" + run,
        () ->
            "CREATE "
                + name
                + " INSTEAD OF INSERT ON "
                + world.sql(world.any(Kind.VIEW).id())
                + " FOR EACH ROW"
                + run,
        () -> {
          SchemaObject old = world.any(Kind.TRIGGER);
          return "COMMENT ON TRIGGER "
              + World.quoted(old.id())
              + " ON "
              + Identifiers.quote(old.id().schema())
              + '.'
              + Identifiers.quote(old.id().parent())
              + " IS 'said'";
        });
  }
}
