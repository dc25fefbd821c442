package dev.drift.engine.property;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.CompositeType;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.sql.Identifiers;
import java.util.List;
import java.util.stream.Collectors;

/** Tables that have their columns from others: heirs, copies, and typed tables. */
final class HeirDdl {
  private final World world;

  HeirDdl(World world) {
    this.world = world;
  }

  String statement() {
    return switch (world.number(7)) {
      case 0, 1 -> heir();
      case 2 -> ofHeir();
      case 3 -> like();
      case 4 -> as();
      case 5 -> typed();
      default -> inherit();
    };
  }

  private String heir() {
    return "CREATE TABLE "
        + world.newName("t")
        + " ("
        + world.maybe(60, new TableDdl(world).elements())
        + ") INHERITS ("
        + world.sql(world.table().id())
        + world.maybe(25, ", " + world.sql(world.table().id()))
        + ")";
  }

  private Table someHeir() {
    return world.pickObject(
        world.sorted(Kind.TABLE).stream()
            .map(Table.class::cast)
            .filter(table -> !table.inherits().isEmpty())
            .toList());
  }

  private String inherit() {
    if (world.chance(50)) {
      Table heir = someHeir();
      ObjectId parent = world.pick(heir.inherits());
      return "ALTER TABLE " + world.sql(heir.id()) + " NO INHERIT " + world.sql(parent);
    }
    Table parent = world.table();
    List<String> names = names(parent);
    List<Table> fitting =
        world.sorted(Kind.TABLE).stream()
            .map(Table.class::cast)
            .filter(table -> !table.id().equals(parent.id()) && names(table).containsAll(names))
            .toList();
    Table heir = fitting.isEmpty() ? world.table() : world.pickObject(fitting);
    return "ALTER TABLE " + world.sql(heir.id()) + " INHERIT " + world.sql(parent.id());
  }

  private List<String> names(Table table) {
    return world.columns(table.id()).stream()
        .map(column -> column.id().name() + " " + column.type())
        .toList();
  }

  /** What is done to a parent, or by one of its heirs to what it inherits. */
  private String ofHeir() {
    Table heir = someHeir();
    ObjectId parent = world.pick(heir.inherits());
    Column column = world.column(parent);
    String name = World.quoted(column.id());
    String table = world.sql(world.chance(50) ? heir.id() : parent);
    SchemaObject check = world.child(parent, Kind.COLUMN, Kind.CHECK);
    return "ALTER TABLE "
        + world.maybe(25, "ONLY ")
        + table
        + " "
        + world.either(
            "VALIDATE CONSTRAINT " + World.quoted(check.id()),
            "DROP CONSTRAINT " + World.quoted(check.id()),
            "RENAME CONSTRAINT " + World.quoted(check.id()) + " TO " + world.name("_ck"),
            "ADD CONSTRAINT " + world.name("_ck") + " CHECK (" + name + " IS NOT NULL) NOT VALID",
            "ADD COLUMN " + name + " " + world.type(column.type()),
            "DROP COLUMN " + name,
            "RENAME COLUMN " + name + " TO " + world.name(),
            "ALTER " + name + " SET NOT NULL",
            "ALTER " + name + " DROP NOT NULL",
            "ALTER " + name + " TYPE text USING " + name + "::text",
            "ALTER " + name + " SET DEFAULT " + new Values(world).value(column.type()));
  }

  private String as() {
    Table table = world.table();
    String columns =
        world.columns(table.id()).stream()
            .filter(c -> c.collation().isEmpty()) // which a query's columns have is not known
            .map(c -> World.quoted(c.id()))
            .collect(Collectors.joining(", "));
    String query = "SELECT " + columns + " FROM " + world.sql(table.id());
    return world.chance(80)
        ? "CREATE TABLE " + world.newName("t") + " AS " + query + world.maybe(30, " WITH NO DATA")
        : "SELECT " + columns + " INTO " + world.newName("t") + " FROM " + world.sql(table.id());
  }

  private String like() {
    SchemaObject table =
        world.any(Kind.TABLE, Kind.TABLE, Kind.TABLE, Kind.COMPOSITE_TYPE, Kind.VIEW);
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
            " INCLUDING STORAGE INCLUDING STATISTICS",
            " INCLUDING GENERATED INCLUDING COMMENTS")
        + world.maybe(30, ", " + new TableDdl(world).column(world.name("_l")))
        + ")"
        + world.maybe(10, " INHERITS (" + world.sql(world.table().id()) + ")");
  }

  /** Tables of a composite type, and what becomes of them as the type changes. */
  private String typed() {
    var type = (CompositeType) world.any(Kind.COMPOSITE_TYPE);
    if (type.fields().isEmpty()) {
      throw new World.Nothing();
    }
    String field = Identifiers.quote(world.pick(type.fields()).name());
    String alter = "ALTER TYPE " + world.sql(type.id()) + " ";
    return world.oneOf(
        () -> "CREATE TABLE " + world.newName("t") + " OF " + world.sql(type.id()),
        () ->
            "CREATE TABLE "
                + world.newName("t")
                + " OF "
                + world.sql(type.id())
                + " ("
                + field
                + world.either(" NOT NULL", " PRIMARY KEY", " DEFAULT NULL", " UNIQUE")
                + ")",
        () -> alter + "ADD ATTRIBUTE " + world.name() + " " + new Values(world).type() + " CASCADE",
        () -> alter + "DROP ATTRIBUTE " + field + " CASCADE",
        () -> alter + "RENAME ATTRIBUTE " + field + " TO " + world.name() + " CASCADE",
        () -> alter + "ALTER ATTRIBUTE " + field + " TYPE text CASCADE",
        () ->
            "ALTER TABLE "
                + world.sql(world.table().id())
                + world.either(" NOT OF", " OF " + world.sql(type.id())));
  }
}
