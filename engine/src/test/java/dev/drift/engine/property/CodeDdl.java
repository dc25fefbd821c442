package dev.drift.engine.property;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.MaterializedView;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.View;
import dev.drift.engine.sql.Identifiers;
import java.util.List;

/** Views, functions, triggers, policies, comments and schemas. */
final class CodeDdl {
  private final World world;
  private final Values values;

  CodeDdl(World world) {
    this.world = world;
    this.values = new Values(world);
  }

  String view() {
    return switch (world.number(8)) {
      case 0, 1, 2 ->
          "CREATE "
              + world.maybe(30, "OR REPLACE ")
              + "VIEW "
              + world.newName("v")
              + world.maybe(10, " (" + world.name() + "_1)")
              + " AS "
              + query();
      case 3 ->
          "CREATE MATERIALIZED VIEW "
              + world.newName("m")
              + " AS "
              + query()
              + world.maybe(30, " WITH NO DATA");
      case 4 -> rename();
      case 5 -> drop();
      case 6 -> "CREATE OR REPLACE VIEW " + world.sql(world.any(Kind.VIEW).id()) + " AS " + query();
      default -> alter();
    };
  }

  private String rename() {
    SchemaObject view = world.any(Kind.VIEW, Kind.MATERIALIZED_VIEW);
    List<String> columns =
        view instanceof View plain ? plain.columns() : ((MaterializedView) view).columns();
    return "ALTER "
        + words(view)
        + world.sql(view.id())
        + (world.chance(50)
            ? " RENAME TO " + world.name("_v")
            : " RENAME COLUMN " + Identifiers.quote(world.pick(columns)) + " TO " + world.name());
  }

  private static String words(SchemaObject view) {
    return view instanceof View ? "VIEW " : "MATERIALIZED VIEW ";
  }

  private String drop() {
    SchemaObject view = world.any(Kind.VIEW, Kind.MATERIALIZED_VIEW);
    return "DROP " + words(view) + world.sql(view.id()) + world.maybe(50, " CASCADE");
  }

  private String alter() {
    SchemaObject view = world.any(Kind.VIEW, Kind.MATERIALIZED_VIEW);
    return "ALTER " + words(view) + world.sql(view.id()) + " SET SCHEMA " + world.schema();
  }

  private String query() {
    SchemaObject relation = world.any(Kind.TABLE, Kind.TABLE, Kind.VIEW);
    String name = world.sql(relation.id());
    if (!(relation instanceof Table table)) {
      return "SELECT * FROM " + name;
    }
    Column column = world.column(table.id());
    String quoted = World.quoted(column.id());
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

  String routine() {
    return switch (world.number(9)) {
      case 0, 1 -> function(world.either("integer", "text"));
      case 2 ->
          "CREATE OR REPLACE FUNCTION "
              + world.newName("g")
              + "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$";
      case 3, 4 -> trigger();
      case 5 -> changeTrigger();
      case 6, 7 -> changeRoutine();
      default ->
          "CREATE PROCEDURE "
              + world.newName("r")
              + "(INOUT x integer) LANGUAGE plpgsql AS "
              + "$$ BEGIN x := 1; END $$";
    };
  }

  private String function(String returns) {
    return "CREATE "
        + world.maybe(40, "OR REPLACE ")
        + "FUNCTION "
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

  private String trigger() {
    Table table = world.table();
    Routine function =
        world.pickObject(
            world.sorted(Kind.FUNCTION).stream()
                .map(Routine.class::cast)
                .filter(r -> r.returns().filter(t -> t.isBuiltin("trigger")).isPresent())
                .toList());
    return "CREATE TRIGGER "
        + world.name("_trg")
        + " "
        + world.either("BEFORE", "AFTER")
        + " "
        + world.either(
            "INSERT",
            "UPDATE",
            "DELETE",
            "INSERT OR UPDATE",
            "UPDATE OF " + world.someColumns(table.id(), 2))
        + " ON "
        + world.sql(table.id())
        + " FOR EACH "
        + world.either("ROW", "STATEMENT")
        + " EXECUTE "
        + world.either("FUNCTION ", "PROCEDURE ")
        + world.sql(function.id())
        + "()";
  }

  private String changeTrigger() {
    SchemaObject trigger = world.any(Kind.TRIGGER);
    String on =
        Identifiers.quote(trigger.id().schema()) + '.' + Identifiers.quote(trigger.id().parent());
    String name = World.quoted(trigger.id());
    return world.either(
        "DROP TRIGGER " + name + " ON " + on,
        "ALTER TRIGGER " + name + " ON " + on + " RENAME TO " + world.name("_trg"),
        "ALTER TABLE " + on + " DISABLE TRIGGER " + name,
        "ALTER TABLE " + on + " ENABLE ALWAYS TRIGGER " + name,
        "ALTER TABLE " + on + " ENABLE TRIGGER " + name);
  }

  private String changeRoutine() {
    SchemaObject routine = world.any(Kind.FUNCTION, Kind.PROCEDURE);
    String kind = routine.id().kind() == Kind.FUNCTION ? "FUNCTION " : "PROCEDURE ";
    String arguments = routine.id().name().substring(routine.id().name().indexOf('('));
    String name = world.sql(routine.id()) + world.maybe(70, arguments);
    return world.either(
        "DROP " + kind + name + world.maybe(50, " CASCADE"),
        "ALTER " + kind + name + " RENAME TO " + world.name("_f"),
        "ALTER " + kind + name + " SET SCHEMA " + world.schema(),
        "ALTER " + kind + name + " SECURITY DEFINER");
  }

  String policy() {
    Table table = world.table();
    String on = world.sql(table.id());
    if (world.chance(60)) {
      return "CREATE POLICY "
          + world.name()
          + "_pol ON "
          + on
          + world.maybe(50, " FOR " + world.either("ALL", "SELECT", "UPDATE", "DELETE"))
          + " USING ("
          + values.condition(world.column(table.id()))
          + ")";
    }
    SchemaObject policy = world.any(Kind.POLICY);
    String at =
        Identifiers.quote(policy.id().schema()) + '.' + Identifiers.quote(policy.id().parent());
    return world.either(
        "DROP POLICY " + World.quoted(policy.id()) + " ON " + at,
        "ALTER POLICY " + World.quoted(policy.id()) + " ON " + at + " RENAME TO " + world.name());
  }

  String comment() {
    String text = world.either("'some text'", "NULL", "''", "E'two\\nlines'");
    SchemaObject object =
        world.any(
            Kind.TABLE,
            Kind.VIEW,
            Kind.SEQUENCE,
            Kind.INDEX,
            Kind.ENUM,
            Kind.DOMAIN,
            Kind.SCHEMA,
            Kind.MATERIALIZED_VIEW);
    if (world.chance(50)) {
      Table table = world.table();
      return "COMMENT ON COLUMN "
          + world.sql(table.id())
          + "."
          + World.quoted(world.column(table.id()).id())
          + " IS "
          + text;
    }
    String kind = object.id().kind() == Kind.ENUM ? "TYPE" : object.id().kind().words();
    return "COMMENT ON "
        + kind
        + " "
        + (object.id().kind() == Kind.SCHEMA ? World.quoted(object.id()) : world.sql(object.id()))
        + " IS "
        + text;
  }

  String schema() {
    ObjectId some = world.any(Kind.SCHEMA).id();
    boolean keep = some.name().equals("public");
    return world.oneOf(
        () ->
            "CREATE SCHEMA "
                + world.maybe(30, "IF NOT EXISTS ")
                + world.either("s1", "s2", "\"S3\""),
        () ->
            keep
                ? "CREATE SCHEMA s1"
                : "DROP SCHEMA " + World.quoted(some) + world.maybe(50, " CASCADE"),
        () ->
            keep
                ? "CREATE SCHEMA s2"
                : "ALTER SCHEMA " + World.quoted(some) + " RENAME TO " + world.either("s1", "s4"));
  }
}
