package dev.drift.engine.property;

import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables: made, renamed, moved, dropped. */
final class TableDdl {
  private final World world;
  private final Values values;

  TableDdl(World world) {
    this.world = world;
    this.values = new Values(world);
  }

  String statement() {
    return switch (world.number(11)) {
      case 0, 1, 2, 3 -> create();
      case 4, 5 -> new PartitionDdl(world).statement();
      case 6, 7 -> new HeirDdl(world).statement();
      case 8 -> "ALTER TABLE " + name() + " RENAME TO " + world.name();
      case 9 -> "ALTER TABLE " + name() + " SET SCHEMA " + world.schema();
      default -> drop();
    };
  }

  private String name() {
    return world.sql(world.table().id());
  }

  String create() {
    return "CREATE "
        + world.maybe(5, "UNLOGGED ")
        + "TABLE "
        + world.maybe(10, "IF NOT EXISTS ")
        + world.newName("t")
        + " ("
        + elements()
        + ")"
        + world.maybe(10, " WITH (fillfactor = 70)");
  }

  /** {@return the columns of a table that has no constraints} */
  String columns() {
    return Stream.of("a", "b", "c")
        .limit(1 + world.number(3))
        .map(name -> name + " " + values.type() + world.maybe(20, " NOT NULL"))
        .collect(Collectors.joining(", "));
  }

  /** {@return columns and constraints of a new table} */
  String elements() {
    var elements = new ArrayList<String>();
    var names = new ArrayList<String>();
    int count = 1 + world.number(5);
    for (int i = 0; i < count; i++) {
      String name = world.name();
      if (!names.contains(name)) {
        names.add(name);
        elements.add(column(name));
      }
    }
    if (world.chance(20)) {
      elements.add(
          world.maybe(40, "CONSTRAINT " + world.name() + " ")
              + world.either("PRIMARY KEY", "UNIQUE")
              + " ("
              + world.pick(names)
              + ")");
    }
    if (world.chance(20)) {
      elements.add("CHECK (" + world.pick(names) + " IS NOT NULL)");
    }
    return String.join(", ", elements);
  }

  /** {@return a column as CREATE TABLE and ADD COLUMN write it} */
  String column(String name) {
    if (world.chance(12)) {
      return name
          + " "
          + world.either("serial", "bigserial", "smallserial", "serial8")
          + world.maybe(40, " PRIMARY KEY");
    }
    if (world.chance(10)) {
      return name
          + " "
          + world.either("integer", "bigint", "smallint")
          + " GENERATED "
          + world.either("ALWAYS", "BY DEFAULT")
          + " AS IDENTITY"
          + world.maybe(30, " (START WITH 10 INCREMENT BY 5)")
          + world.maybe(30, " PRIMARY KEY");
    }
    String type = values.type();
    return name
        + " "
        + type
        + world.maybe(25, " NOT NULL")
        + world.maybe(25, " DEFAULT " + fitting(type))
        + world.maybe(8, " UNIQUE")
        + world.maybe(8, " PRIMARY KEY")
        + world.maybe(10, " CHECK (" + name + " IS NOT NULL)")
        + (world.chance(8) ? reference() : "");
  }

  private String fitting(String type) {
    try {
      var read =
          dev.drift.engine.canon.Types.read(
              new dev.drift.engine.sql.TokenReader(dev.drift.engine.sql.Tokenizer.tokenize(type)),
              new dev.drift.engine.canon.Scope(world.model(), List.of("public")));
      return values.value(read);
    } catch (RuntimeException e) {
      return "NULL";
    }
  }

  private String reference() {
    try {
      Table table = world.table();
      return " REFERENCES "
          + world.sql(table.id())
          + world.maybe(50, " (" + World.quoted(world.column(table.id()).id()) + ")")
          + world.maybe(30, " ON DELETE " + world.either("CASCADE", "SET NULL", "RESTRICT"));
    } catch (World.Nothing e) {
      return "";
    }
  }

  private String drop() {
    SchemaObject table = world.table();
    return "DROP TABLE "
        + world.maybe(20, "IF EXISTS ")
        + world.sql(table.id())
        + world.maybe(50, " CASCADE");
  }
}
