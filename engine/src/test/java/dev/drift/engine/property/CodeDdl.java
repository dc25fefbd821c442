package dev.drift.engine.property;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.sql.Identifiers;

/** Functions, triggers, policies and schemas. */
final class CodeDdl {
  private final World world;
  private final Values values;

  CodeDdl(World world) {
    this.world = world;
    this.values = new Values(world);
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
