package dev.drift.engine.property;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import java.util.List;

/** GRANT, REVOKE and ALTER DEFAULT PRIVILEGES, to roles that every server has. */
final class PrivilegeDdl {
  private static final List<String> ROLES = List.of("PUBLIC", "pg_monitor", "pg_signal_backend");

  private final World world;

  PrivilegeDdl(World world) {
    this.world = world;
  }

  String statement() {
    return switch (world.number(9)) {
      case 0, 1, 2 -> onRelation();
      case 3 -> onColumns();
      case 4 -> onRoutine();
      case 5 -> changed(world.either("USAGE", "ALL"), "TYPE " + name(Kind.ENUM, Kind.DOMAIN));
      case 6 ->
          changed(world.either("USAGE", "CREATE", "ALL"), "SCHEMA " + World.quoted(schema().id()));
      case 7 ->
          changed(
              world.either("SELECT", "ALL", "INSERT, UPDATE"),
              "ALL "
                  + world.either("TABLES", "TABLES", "SEQUENCES")
                  + " IN SCHEMA "
                  + World.quoted(schema().id()));
      default -> byDefault();
    };
  }

  private SchemaObject schema() {
    return world.any(Kind.SCHEMA);
  }

  private String name(Kind... kinds) {
    return world.sql(world.any(kinds).id());
  }

  private String onRelation() {
    if (world.chance(25)) {
      return changed(
          world.either("USAGE", "SELECT, UPDATE", "ALL PRIVILEGES"),
          "SEQUENCE " + name(Kind.SEQUENCE));
    }
    return changed(
        world.either("SELECT", "INSERT, UPDATE", "ALL", "TRUNCATE, TRIGGER", "REFERENCES"),
        world.maybe(50, "TABLE ") + name(Kind.TABLE, Kind.TABLE, Kind.VIEW));
  }

  private String onColumns() {
    Table table = world.table();
    String columns = world.someColumns(table.id(), 2);
    return changed(
        world.either("SELECT", "UPDATE", "ALL") + " (" + columns + ")", world.sql(table.id()));
  }

  private String onRoutine() {
    ObjectId routine = world.any(Kind.FUNCTION, Kind.PROCEDURE).id();
    return changed(
        world.either("EXECUTE", "ALL"),
        (routine.kind() == Kind.FUNCTION ? "FUNCTION " : "PROCEDURE ") + world.routine(routine));
  }

  private String byDefault() {
    return "ALTER DEFAULT PRIVILEGES "
        + world.maybe(50, "IN SCHEMA " + World.quoted(schema().id()) + " ")
        + world.oneOf(
            () -> changed(world.either("SELECT", "ALL", "INSERT, DELETE"), "TABLES"),
            () -> changed(world.either("USAGE", "ALL"), "SEQUENCES"),
            () -> changed("EXECUTE", world.either("FUNCTIONS", "ROUTINES")),
            () -> changed("USAGE", "TYPES"));
  }

  private String changed(String rights, String on) {
    String role = world.pick(ROLES);
    if (world.chance(40)) {
      return "REVOKE "
          + world.maybe(15, "GRANT OPTION FOR ")
          + rights
          + " ON "
          + on
          + " FROM "
          + world.either(role, role, "CURRENT_USER")
          + world.maybe(20, " CASCADE");
    }
    return "GRANT "
        + rights
        + " ON "
        + on
        + " TO "
        + role
        + (role.equals("PUBLIC") ? "" : world.maybe(20, " WITH GRANT OPTION"));
  }
}
