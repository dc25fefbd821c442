package dev.drift.engine.property;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.sql.Identifiers;

/** Foreign-data wrappers, servers, user mappings and foreign tables. */
final class ForeignDdl {
  private final World world;

  ForeignDdl(World world) {
    this.world = world;
  }

  String statement() {
    return world.oneOf(this::create, this::create, this::change, this::ofTable, this::mapping);
  }

  private String server() {
    return World.quoted(world.any(Kind.SERVER).id());
  }

  private String create() {
    return world.oneOf(
        () -> "CREATE FOREIGN DATA WRAPPER " + world.name("_fdw") + options(),
        () ->
            "CREATE SERVER "
                + world.maybe(20, "IF NOT EXISTS ")
                + world.name("_srv")
                + world.maybe(30, " TYPE 'x' VERSION '2'")
                + " FOREIGN DATA WRAPPER "
                + World.quoted(world.any(Kind.FOREIGN_DATA_WRAPPER).id())
                + options(),
        () -> {
          String server = server();
          return "CREATE FOREIGN TABLE "
              + world.newName("ft")
              + " ("
              + new TableDdl(world).columns()
              + ") SERVER "
              + server
              + options();
        },
        () -> {
          String server = server();
          return "CREATE FOREIGN TABLE "
              + world.newName("ft")
              + " () INHERITS ("
              + world.sql(world.table().id())
              + ") SERVER "
              + server;
        });
  }

  private String options() {
    return world.maybe(40, " OPTIONS (a '1', b 'it''s')");
  }

  private String change() {
    SchemaObject object = world.any(Kind.FOREIGN_DATA_WRAPPER, Kind.SERVER, Kind.FOREIGN_TABLE);
    String words =
        switch (object.id().kind()) {
          case SERVER -> "SERVER ";
          case FOREIGN_TABLE -> "FOREIGN TABLE ";
          default -> "FOREIGN DATA WRAPPER ";
        };
    String name =
        words
            + (object.id().kind() == Kind.FOREIGN_TABLE
                ? world.sql(object.id())
                : Identifiers.quote(object.id().name()));
    return world.either(
        "ALTER " + name + " OPTIONS (ADD c '3')",
        "ALTER " + name + " OPTIONS (SET a '2', DROP b)",
        "ALTER " + name + " RENAME TO " + world.name("_f"),
        "COMMENT ON " + name + " IS 'said'",
        "DROP " + name,
        "DROP " + name + " CASCADE");
  }

  private String ofTable() {
    Table table = (Table) world.any(Kind.FOREIGN_TABLE);
    Column column = world.column(table.id());
    String name = World.quoted(column.id());
    return "ALTER FOREIGN TABLE "
        + world.sql(table.id())
        + " "
        + world.either(
            "ADD COLUMN " + world.name() + " integer",
            "DROP COLUMN " + name,
            "ALTER " + name + " OPTIONS (ADD x 'y')",
            "ALTER " + name + " OPTIONS (DROP x)",
            "ALTER " + name + " SET NOT NULL",
            "ALTER " + name + " SET DEFAULT " + new Values(world).value(column.type()),
            "ALTER " + name + " TYPE text",
            "RENAME COLUMN " + name + " TO " + world.name(),
            "ADD CHECK (" + new Values(world).condition(column) + ")",
            "SET SCHEMA " + world.schema(),
            "INHERIT " + world.sql(world.table().id()));
  }

  private String mapping() {
    String role = world.either("PUBLIC", "CURRENT_USER", "pg_monitor");
    String of = "USER MAPPING FOR " + role + " SERVER " + server();
    return world.either(
        "CREATE " + of + options(), "ALTER " + of + " OPTIONS (ADD c '3')", "DROP " + of);
  }
}
