package dev.drift.engine.property;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PartitionIndex;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import java.util.List;

/** Partitioned tables and partitions: made, attached, detached, and the indexes of both. */
final class PartitionDdl {
  private final World world;

  PartitionDdl(World world) {
    this.world = world;
  }

  String statement() {
    return switch (world.number(8)) {
      case 0, 1 -> partitioned();
      case 2, 3 -> partition();
      case 4, 5 -> attach();
      case 6 -> index();
      default -> ofParent();
    };
  }

  private String partitioned() {
    String key = world.name() + "x";
    String rest = new TableDdl(world).elements().lines().findFirst().orElse("");
    String strategy = world.either("RANGE", "LIST", "HASH");
    return "CREATE TABLE "
        + world.newName("p")
        + " ("
        + key
        + " "
        + world.either("integer", "bigint", "date", "timestamptz", "text")
        + world.maybe(30, " NOT NULL")
        + world.maybe(10, " PRIMARY KEY")
        + ", "
        + rest
        + ") PARTITION BY "
        + strategy
        + " ("
        + key
        + world.maybe(10, " COLLATE \"C\"")
        + ")";
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
    String column = key.substring(key.indexOf('(') + 1, key.length() - 1).replaceAll(" .*", "");
    Column of =
        world
            .model()
            .find(ObjectId.column(parent.id(), column.replace("\"", "")), Column.class)
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
    Column column = world.column(parent.id());
    String name = World.quoted(column.id());
    String own =
        world.either(
            name + " NOT NULL",
            name + " DEFAULT " + new Values(world).value(column.type()),
            name + " WITH OPTIONS UNIQUE",
            "CHECK (" + new Values(world).condition(column) + ")",
            "PRIMARY KEY (" + name + ")");
    return "CREATE TABLE "
        + world.newName("p")
        + " PARTITION OF "
        + world.sql(parent.id())
        + world.maybe(25, " (" + own + ")")
        + " "
        + bound(parent)
        + world.maybe(
            10, " PARTITION BY HASH (" + World.quoted(world.column(parent.id()).id()) + ")");
  }

  private String attach() {
    Table parent = parent();
    if (world.chance(40)) {
      Table child =
          world.pickObject(
              world.sorted(Kind.TABLE).stream()
                  .map(Table.class::cast)
                  .filter(table -> table.partitionOf().isPresent())
                  .toList());
      return "ALTER TABLE "
          + world.sql(child.partitionOf().orElseThrow().parent())
          + " DETACH PARTITION "
          + world.sql(child.id());
    }
    return "ALTER TABLE "
        + world.sql(parent.id())
        + " ATTACH PARTITION "
        + world.sql(fitting(parent).id())
        + " "
        + bound(parent);
  }

  /** A table that has the parent's columns, or any. */
  private Table fitting(Table parent) {
    List<String> names = names(parent);
    List<Table> fitting =
        world.sorted(Kind.TABLE).stream()
            .map(Table.class::cast)
            .filter(table -> table.partitionOf().isEmpty() && !table.id().equals(parent.id()))
            .filter(table -> names(table).equals(names))
            .toList();
    return fitting.isEmpty() ? world.table() : world.pickObject(fitting);
  }

  private List<String> names(Table table) {
    return world.columns(table.id()).stream()
        .map(column -> column.id().name() + " " + column.type())
        .sorted()
        .toList();
  }

  private String index() {
    if (world.chance(40)) {
      return "CREATE "
          + world.maybe(20, "UNIQUE ")
          + "INDEX "
          + world.maybe(60, world.name("_pidx") + " ")
          + "ON "
          + world.maybe(50, "ONLY ")
          + world.sql(parent().id())
          + " ("
          + world.someColumns(parent().id(), 2)
          + ")";
    }
    if (world.chance(40)) {
      SchemaObject parent = world.any(Kind.INDEX, Kind.PARTITION_INDEX);
      SchemaObject own = world.any(Kind.INDEX);
      return "ALTER INDEX " + world.sql(parent.id()) + " ATTACH PARTITION " + world.sql(own.id());
    }
    PartitionIndex index = (PartitionIndex) world.any(Kind.PARTITION_INDEX);
    String name = world.sql(index.id());
    String on = World.owner(index.id());
    return world.either(
        "ALTER INDEX " + name + " RENAME TO " + world.name("_pi"),
        "ALTER INDEX " + name + " SET (fillfactor = 55)",
        "DROP INDEX " + name,
        "COMMENT ON INDEX " + name + " IS 'of a partition'",
        "ALTER TABLE " + on + " CLUSTER ON " + World.quoted(index.id()),
        "ALTER TABLE " + on + " REPLICA IDENTITY USING INDEX " + World.quoted(index.id()),
        "ALTER TABLE " + on + " DROP CONSTRAINT " + World.quoted(index.id()));
  }

  /** What is done to the parent reaches the partitions. */
  private String ofParent() {
    Table parent = parent();
    Column column = world.column(parent.id());
    String name = World.quoted(column.id());
    return "ALTER TABLE "
        + world.maybe(20, "ONLY ")
        + world.sql(parent.id())
        + " "
        + world.either(
            "ADD COLUMN " + new TableDdl(world).column(world.name()),
            "ADD PRIMARY KEY (" + world.someColumns(parent.id(), 3) + ")",
            "ADD UNIQUE (" + world.someColumns(parent.id(), 3) + ")",
            "ADD CHECK (" + new Values(world).condition(column) + ")",
            "ALTER " + name + " SET NOT NULL",
            "ALTER " + name + " DROP NOT NULL",
            "ALTER " + name + " SET DEFAULT " + new Values(world).value(column.type()),
            "DROP COLUMN " + name,
            "RENAME COLUMN " + name + " TO " + world.name(),
            "ALTER " + name + " SET STORAGE MAIN",
            "ADD FOREIGN KEY (" + name + ") REFERENCES " + world.sql(world.table().id()));
  }
}
