package dev.drift.engine.property;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables: made, copied, partitioned, renamed, moved, dropped. */
final class TableDdl {
  private final World world;
  private final Values values;

  TableDdl(World world) {
    this.world = world;
    this.values = new Values(world);
  }

  String statement() {
    return switch (world.number(12)) {
      case 0, 1, 2, 3 -> create();
      case 4 -> partitioned();
      case 5 -> partition();
      case 6 -> heir();
      case 7 -> like();
      case 8 -> "ALTER TABLE " + name() + " RENAME TO " + world.name();
      case 9 -> "ALTER TABLE " + name() + " SET SCHEMA " + world.schema();
      case 10 -> drop();
      default -> attach();
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

  private String elements() {
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

  private String partitioned() {
    String key = world.name();
    String rest = elements().lines().findFirst().orElse("");
    String strategy = world.either("RANGE", "LIST", "HASH");
    return "CREATE TABLE "
        + world.newName("p")
        + " ("
        + key
        + "x "
        + world.either("integer", "bigint", "date", "timestamptz", "text")
        + world.maybe(30, " NOT NULL")
        + ", "
        + rest
        + ") PARTITION BY "
        + strategy
        + " ("
        + key
        + "x)";
  }

  private Table parent() {
    return world.pickObject(
        world.sorted(Kind.TABLE).stream()
            .map(Table.class::cast)
            .filter(table -> table.partitionKey().isPresent())
            .toList());
  }

  private String bound(Table parent) {
    String key = parent.partitionKey().orElseThrow().sql();
    if (key.startsWith("HASH")) {
      return "FOR VALUES WITH (MODULUS 4, REMAINDER " + world.number(4) + ")";
    }
    if (world.chance(20)) {
      return "DEFAULT";
    }
    String column = key.substring(key.indexOf('(') + 1, key.length() - 1).replace("\"", "");
    Column of =
        world
            .model()
            .find(ObjectId.column(parent.id(), column), Column.class)
            .orElseThrow(World.Nothing::new);
    int low = world.number(6);
    boolean moments = of.type().name().startsWith("timestamp") || of.type().name().equals("date");
    String from = moments ? "'20%02d-01-01'".formatted(10 + low) : "'" + low + "'";
    String to = moments ? "'20%02d-01-01'".formatted(11 + low) : "'" + (low + 1) + "'";
    return key.startsWith("LIST")
        ? "FOR VALUES IN (" + from + world.maybe(40, ", " + to) + ")"
        : "FOR VALUES FROM (" + world.either(from, from, "MINVALUE") + ") TO (" + to + ")";
  }

  private String partition() {
    Table parent = parent();
    return "CREATE TABLE "
        + world.newName("p")
        + " PARTITION OF "
        + world.sql(parent.id())
        + " "
        + bound(parent)
        + world.maybe(
            10, " PARTITION BY HASH (" + World.quoted(world.column(parent.id()).id()) + ")");
  }

  private String attach() {
    Table parent = parent();
    Table child = world.table();
    if (child.partitionOf().isPresent()) {
      return "ALTER TABLE "
          + world.sql(child.partitionOf().get().parent())
          + " DETACH PARTITION "
          + world.sql(child.id());
    }
    return "ALTER TABLE "
        + world.sql(parent.id())
        + " ATTACH PARTITION "
        + world.sql(child.id())
        + " "
        + bound(parent);
  }

  private String heir() {
    Table parent = world.table();
    return switch (world.number(4)) {
      case 0 -> "ALTER TABLE " + name() + " INHERIT " + world.sql(parent.id());
      case 1 -> {
        Table heir =
            world.pickObject(
                world.sorted(Kind.TABLE).stream()
                    .map(Table.class::cast)
                    .filter(table -> !table.inherits().isEmpty())
                    .toList());
        yield "ALTER TABLE "
            + world.sql(heir.id())
            + " NO INHERIT "
            + world.sql(world.pick(heir.inherits()));
      }
      default ->
          "CREATE TABLE "
              + world.newName("t")
              + " ("
              + world.maybe(60, elements())
              + ") INHERITS ("
              + world.sql(parent.id())
              + ")";
    };
  }

  private String like() {
    Table table = world.table();
    if (world.chance(30)) {
      String columns =
          world.columns(table.id()).stream()
              .filter(c -> c.collation().isEmpty()) // which a query's columns have is not known
              .map(c -> World.quoted(c.id()))
              .collect(Collectors.joining(", "));
      return "CREATE TABLE "
          + world.newName("t")
          + " AS SELECT "
          + columns
          + " FROM "
          + world.sql(table.id())
          + world.maybe(30, " WITH NO DATA");
    }
    return "CREATE TABLE "
        + world.newName("t")
        + " (LIKE "
        + world.sql(table.id())
        + world.either(
            "",
            " INCLUDING ALL",
            " INCLUDING DEFAULTS INCLUDING CONSTRAINTS",
            " INCLUDING INDEXES",
            " INCLUDING ALL EXCLUDING INDEXES",
            " INCLUDING IDENTITY",
            " INCLUDING GENERATED INCLUDING COMMENTS")
        + world.maybe(30, ", " + column(world.name("_l")))
        + ")";
  }

  private String drop() {
    SchemaObject table = world.table();
    return "DROP TABLE "
        + world.maybe(20, "IF EXISTS ")
        + world.sql(table.id())
        + world.maybe(50, " CASCADE");
  }
}
