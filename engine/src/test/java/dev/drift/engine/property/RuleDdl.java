package dev.drift.engine.property;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;

/** Rewrite rules and extended statistics. */
final class RuleDdl {
  private final World world;
  private final Values values;

  RuleDdl(World world) {
    this.world = world;
    this.values = new Values(world);
  }

  String statement() {
    return world.oneOf(
        this::rule, this::rule, this::changeRule, this::statistics, this::changeStatistics);
  }

  private String rule() {
    Table table = world.table();
    return "CREATE "
        + world.maybe(25, "OR REPLACE ")
        + "RULE "
        + world.name("_rule")
        + " AS ON "
        + world.either("INSERT", "UPDATE", "DELETE")
        + " TO "
        + world.sql(world.chance(80) ? table.id() : world.any(Kind.VIEW).id())
        + world.maybe(30, " WHERE " + values.condition("old", world.column(table.id())))
        + " DO "
        + world.either("", "ALSO ", "INSTEAD ")
        + action();
  }

  private String action() {
    Table table = world.table();
    String on = world.sql(table.id());
    String column = World.quoted(world.column(table.id()).id());
    return world.either(
        "NOTHING",
        "DELETE FROM " + on,
        "INSERT INTO " + on + " DEFAULT VALUES",
        "UPDATE " + on + " SET " + column + " = DEFAULT WHERE " + column + " IS NULL",
        "(DELETE FROM " + on + "; SELECT " + column + " FROM " + on + ")",
        "SELECT * FROM " + on);
  }

  private String changeRule() {
    ObjectId rule = world.any(Kind.RULE).id();
    String on = World.owner(rule);
    String name = World.quoted(rule);
    return world.either(
        "DROP RULE " + name + " ON " + on,
        "ALTER RULE " + name + " ON " + on + " RENAME TO " + world.name("_rule"),
        "ALTER TABLE " + on + " DISABLE RULE " + name,
        "ALTER TABLE " + on + " ENABLE REPLICA RULE " + name,
        "COMMENT ON RULE " + name + " ON " + on + " IS 'said'");
  }

  private String statistics() {
    Table table = world.table();
    return "CREATE STATISTICS "
        + world.newName("x")
        + world.either("", " (ndistinct)", " (dependencies, mcv)", " (mcv)")
        + " ON "
        + world.someColumns(table.id(), 3)
        + (world.major() >= 14 ? world.maybe(30, ", " + expression(table)) : "")
        + " FROM "
        + world.sql(table.id());
  }

  private String expression(Table table) {
    return "(" + values.condition(world.column(table.id())) + ")";
  }

  private String changeStatistics() {
    SchemaObject statistics = world.any(Kind.STATISTICS);
    String name = "STATISTICS " + world.sql(statistics.id());
    return world.either(
        "DROP " + name,
        "ALTER " + name + " RENAME TO " + world.name("_x"),
        "ALTER " + name + " SET SCHEMA " + world.schema(),
        world.major() >= 13 ? "ALTER " + name + " SET STATISTICS 50" : "DROP " + name,
        "COMMENT ON " + name + " IS 'said'");
  }
}
