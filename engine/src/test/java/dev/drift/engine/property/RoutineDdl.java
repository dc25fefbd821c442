package dev.drift.engine.property;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;

/** Functions, procedures and aggregates. */
final class RoutineDdl {
  private final World world;
  private final Values values;

  RoutineDdl(World world) {
    this.world = world;
    this.values = new Values(world);
  }

  String statement() {
    return world.oneOf(
        this::function,
        this::ofMoreKinds,
        this::forTriggers,
        this::change,
        this::change,
        this::procedure,
        this::aggregate,
        this::changeAggregate);
  }

  private String create(String kind) {
    return "CREATE " + world.maybe(40, "OR REPLACE ") + kind;
  }

  private String function() {
    String returns = world.either("integer", "text");
    return create("FUNCTION ")
        + world.newName("f")
        + "("
        + world.either("", "x integer", "x integer DEFAULT 1, y text DEFAULT 'q'", "text")
        + ") RETURNS "
        + world.maybe(20, "SETOF ")
        + returns
        + " LANGUAGE sql "
        + world.either("", "IMMUTABLE ", "STABLE STRICT ")
        + "AS 'SELECT NULL::"
        + returns
        + "'";
  }

  private String forTriggers() {
    return create("FUNCTION ")
        + world.newName("g")
        + "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$";
  }

  private String procedure() {
    return create("PROCEDURE ")
        + world.newName("r")
        + "(INOUT x integer) LANGUAGE plpgsql AS $$ BEGIN x := 1; END $$";
  }

  private String ofMoreKinds() {
    String type = values.type();
    String rows = world.sql(world.table().id());
    return create("FUNCTION ")
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
    ObjectId id = world.any(Kind.FUNCTION, Kind.PROCEDURE).id();
    boolean function = id.kind() == Kind.FUNCTION;
    String name =
        (function ? "FUNCTION " : "PROCEDURE ")
            + world.sql(id)
            + world.maybe(70, World.arguments(id));
    return world.either(
        "DROP " + name,
        "DROP " + name + " CASCADE",
        "ALTER " + name + " RENAME TO " + world.name("_f"),
        "ALTER " + name + " SET SCHEMA " + world.schema(),
        "ALTER " + name + " SECURITY DEFINER",
        "ALTER " + name + " SET work_mem = '8MB'",
        "ALTER " + name + " RESET ALL",
        function
            ? "ALTER " + name + " IMMUTABLE STRICT PARALLEL RESTRICTED COST 3"
            : "ALTER " + name + " SECURITY INVOKER",
        "COMMENT ON " + name + " IS 'said'",
        "REVOKE EXECUTE ON " + name + " FROM PUBLIC");
  }

  private String aggregate() {
    return create("AGGREGATE ")
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
    String signature = world.routine(world.any(Kind.AGGREGATE).id());
    String name = "AGGREGATE " + signature;
    return world.either(
        "DROP " + name,
        "ALTER " + name + " RENAME TO " + world.name("_agg"),
        "ALTER " + name + " SET SCHEMA " + world.schema(),
        "COMMENT ON " + name + " IS 'said'",
        "GRANT EXECUTE ON FUNCTION " + signature + " TO pg_monitor");
  }
}
