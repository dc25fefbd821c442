package dev.drift.engine.property;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;

/** What is in no schema: publications, event triggers and casts. */
final class GlobalDdl {
  private final World world;
  private final Values values;

  GlobalDdl(World world) {
    this.world = world;
    this.values = new Values(world);
  }

  String statement() {
    return world.oneOf(this::publication, this::changePublication, this::eventTrigger, this::cast);
  }

  private String publication() {
    return "CREATE PUBLICATION "
        + world.name("_pub")
        + world.oneOf(
            () -> " FOR TABLE " + published(),
            () -> " FOR TABLE " + published() + ", " + published(),
            () -> world.major() >= 15 ? " FOR TABLES IN SCHEMA " + world.schema() : "",
            () -> " FOR ALL TABLES",
            () -> "")
        + world.maybe(30, " WITH (publish = 'insert, update')");
  }

  private String published() {
    Table table = world.table();
    return world.maybe(15, "ONLY ")
        + world.sql(table.id())
        + (world.major() >= 15
            ? world.maybe(25, " (" + world.someColumns(table.id(), 2) + ")")
                + world.maybe(25, " WHERE (" + values.condition(world.column(table.id())) + ")")
            : "");
  }

  private String changePublication() {
    String head = "ALTER PUBLICATION " + World.quoted(world.any(Kind.PUBLICATION).id());
    return world.oneOf(
        () -> head + " ADD TABLE " + published(),
        () -> head + " DROP TABLE " + world.sql(world.table().id()),
        () -> head + " SET TABLE " + published(),
        () -> head + " SET (publish = 'delete')",
        () -> head + " RENAME TO " + world.name("_pub"),
        () -> head.replace("ALTER", "DROP"));
  }

  private String eventTrigger() {
    if (world.chance(40)) {
      String name = World.quoted(world.any(Kind.EVENT_TRIGGER).id());
      return world.either(
          "DROP EVENT TRIGGER " + name,
          "ALTER EVENT TRIGGER " + name + " DISABLE",
          "ALTER EVENT TRIGGER " + name + " ENABLE ALWAYS",
          "ALTER EVENT TRIGGER " + name + " RENAME TO " + world.name("_evt"));
    }
    if (world.chance(40)) {
      return "CREATE FUNCTION "
          + world.newName("ev")
          + "() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$";
    }
    return "CREATE EVENT TRIGGER "
        + world.name("_evt")
        + " ON "
        + world.either("ddl_command_end", "ddl_command_start", "sql_drop")
        + world.maybe(40, " WHEN TAG IN ('CREATE TABLE', 'DROP TABLE')")
        + " EXECUTE FUNCTION "
        + world.functionFor("event_trigger")
        + "()";
  }

  private String cast() {
    SchemaObject type = world.any(Kind.ENUM, Kind.COMPOSITE_TYPE, Kind.RANGE_TYPE);
    String types = "(" + world.sql(type.id()) + " AS " + world.either("text", "integer") + ")";
    return world.either(
        "CREATE CAST " + types + " WITH INOUT",
        "CREATE CAST " + types + " WITH INOUT AS ASSIGNMENT",
        "CREATE CAST " + types + " WITH INOUT AS IMPLICIT",
        "DROP CAST IF EXISTS " + types,
        "COMMENT ON CAST " + types + " IS 'said'");
  }
}
