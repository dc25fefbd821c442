package dev.drift.engine.property;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.stream.IntStream;

/** ALTER TABLE: columns and constraints, one action or several. */
final class AlterDdl {
  private final World world;
  private final Values values;

  AlterDdl(World world) {
    this.world = world;
    this.values = new Values(world);
  }

  String statement() {
    Table table = world.table();
    String head =
        "ALTER TABLE "
            + world.maybe(5, "IF EXISTS ")
            + world.maybe(10, "ONLY ")
            + world.sql(table.id())
            + " ";
    if (world.chance(20)) {
      return head + rename(table);
    }
    int count = world.chance(20) ? 2 + world.number(2) : 1;
    List<String> actions = IntStream.range(0, count).mapToObj(i -> action(table)).toList();
    requireNoneOnDropped(actions);
    return head + String.join(", ", actions);
  }

  /**
   * What is done to a column before it is dropped is done to the heirs' afterwards, where it fails.
   */
  private static void requireNoneOnDropped(List<String> actions) {
    for (String drop : actions) {
      String column = drop.replaceFirst("DROP COLUMN (IF EXISTS )?", "").replace(" CASCADE", "");
      boolean again =
          actions.stream().anyMatch(other -> other.startsWith("ALTER COLUMN " + column + " "));
      if (drop.startsWith("DROP COLUMN") && again) {
        throw new World.Nothing();
      }
    }
  }

  private String rename(Table table) {
    return world.chance(70)
        ? "RENAME COLUMN " + column(table) + " TO " + world.name()
        : "RENAME CONSTRAINT "
            + World.quoted(
                world
                    .child(
                        table.id(),
                        Kind.PRIMARY_KEY,
                        Kind.UNIQUE,
                        Kind.CHECK,
                        Kind.FOREIGN_KEY,
                        Kind.EXCLUSION)
                    .id())
            + " TO "
            + world.name();
  }

  private String column(Table table) {
    return World.quoted(world.column(table.id()).id());
  }

  private String action(Table table) {
    return switch (world.number(20)) {
      case 0, 1, 2, 3 ->
          "ADD COLUMN "
              + world.maybe(15, "IF NOT EXISTS ")
              + new TableDdl(world).column(world.name());
      case 4, 5, 6 ->
          "DROP COLUMN "
              + world.maybe(15, "IF EXISTS ")
              + column(table)
              + world.maybe(40, " CASCADE");
      case 7, 8 -> type(table);
      case 9 -> byDefault(table);
      case 10 ->
          "ALTER COLUMN "
              + column(table)
              + world.either(" SET NOT NULL", " DROP NOT NULL", " DROP DEFAULT");
      case 11 -> identity(table);
      case 12, 13, 14 -> "ADD " + constraint(table);
      case 15, 16 ->
          "DROP CONSTRAINT "
              + World.quoted(
                  world
                      .child(
                          table.id(),
                          Kind.PRIMARY_KEY,
                          Kind.UNIQUE,
                          Kind.CHECK,
                          Kind.FOREIGN_KEY,
                          Kind.EXCLUSION)
                      .id())
              + world.maybe(40, " CASCADE");
      case 17 -> generated(table);
      case 18 ->
          world.either(
              "SET LOGGED",
              "SET UNLOGGED",
              "ENABLE ROW LEVEL SECURITY",
              "DISABLE ROW LEVEL SECURITY",
              "FORCE ROW LEVEL SECURITY",
              "SET (fillfactor = 80)",
              "RESET (fillfactor)",
              "REPLICA IDENTITY FULL",
              "SET WITHOUT CLUSTER");
      default ->
          "VALIDATE CONSTRAINT "
              + World.quoted(world.child(table.id(), Kind.CHECK, Kind.FOREIGN_KEY).id());
    };
  }

  private String type(Table table) {
    Column column = world.column(table.id());
    if (isInExpression(table, column)) {
      throw new World.Nothing();
    }
    String name = World.quoted(column.id());
    String type = values.type();
    return "ALTER COLUMN "
        + name
        + world.maybe(30, " SET DATA")
        + " TYPE "
        + type
        + world.maybe(60, " USING " + name + "::text::" + type);
  }

  /**
   * The server reads expressions anew when a type changes, from its own spelling, in which stands
   * what was coerced to the old type; the replay does not know that.
   */
  private boolean isInExpression(Table table, Column column) {
    return world.model().childrenOf(table.id()).stream()
        .filter(part -> part.id().kind() != Kind.COLUMN)
        .anyMatch(part -> part.toString().matches("(?s).*\\b" + column.id().name() + "\\b.*"));
  }

  private String byDefault(Table table) {
    Column column = world.column(table.id());
    return "ALTER "
        + world.maybe(60, "COLUMN ")
        + World.quoted(column.id())
        + " SET DEFAULT "
        + values.value(column.type());
  }

  private String identity(Table table) {
    String column = column(table);
    return "ALTER COLUMN "
        + column
        + " "
        + world.either(
            "ADD GENERATED ALWAYS AS IDENTITY",
            "ADD GENERATED BY DEFAULT AS IDENTITY (START 3)",
            "DROP IDENTITY",
            "DROP IDENTITY IF EXISTS",
            "SET GENERATED ALWAYS",
            "RESTART WITH 5",
            "SET INCREMENT BY 2",
            "DROP EXPRESSION",
            "SET STATISTICS 100",
            "SET STORAGE EXTERNAL");
  }

  private String generated(Table table) {
    Column base = world.column(table.id());
    if (base.type().array() || !base.type().schema().equals("pg_catalog")) {
      throw new World.Nothing();
    }
    String from = World.quoted(base.id());
    String type = world.type(base.type());
    String expression =
        switch (base.type().name()) {
          case "integer", "bigint", "numeric" -> from + " * 2";
          case "text" -> "lower(" + from + ")";
          case "character varying" -> from + " || 'x'";
          default -> from;
        };
    return "ADD COLUMN "
        + world.name()
        + " "
        + type
        + " GENERATED ALWAYS AS ("
        + expression
        + ")"
        + world.either(" STORED", world.major() >= 18 ? world.either("", " VIRTUAL") : " STORED");
  }

  private String constraint(Table table) {
    String name =
        world.maybe(50, "CONSTRAINT " + world.name() + world.either("", "_key", "_chk") + " ");
    return name
        + switch (world.number(6)) {
          case 0 -> "PRIMARY KEY (" + world.someColumns(table.id(), 2) + ")";
          case 1 ->
              "UNIQUE (" + world.someColumns(table.id(), 2) + ")" + world.maybe(20, " DEFERRABLE");
          case 2, 3 -> foreignKey(table);
          default ->
              "CHECK ("
                  + values.condition(world.column(table.id()))
                  + ")"
                  + world.maybe(10, " NO INHERIT")
                  + world.maybe(15, " NOT VALID");
        };
  }

  private String foreignKey(Table table) {
    Table other = world.table();
    Column column = world.column(table.id());
    TypeName type = column.type();
    var targets = world.columns(other.id()).stream().filter(c -> c.type().equals(type)).toList();
    String target =
        targets.isEmpty() ? "" : " (" + World.quoted(world.pickObject(targets).id()) + ")";
    return "FOREIGN KEY ("
        + World.quoted(column.id())
        + ") REFERENCES "
        + world.sql(other.id())
        + world.maybe(70, target)
        + world.maybe(20, " ON DELETE " + world.either("CASCADE", "SET NULL", "SET DEFAULT"))
        + world.maybe(20, " ON UPDATE " + world.either("CASCADE", "RESTRICT", "NO ACTION"))
        + world.maybe(10, " DEFERRABLE INITIALLY DEFERRED")
        + world.maybe(15, " NOT VALID");
  }
}
