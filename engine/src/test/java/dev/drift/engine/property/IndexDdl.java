package dev.drift.engine.property;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;

/** Indexes and sequences. */
final class IndexDdl {
  private final World world;
  private final Values values;

  IndexDdl(World world) {
    this.world = world;
    this.values = new Values(world);
  }

  String index() {
    return switch (world.number(9)) {
      case 0 ->
          "DROP INDEX " + world.maybe(20, "IF EXISTS ") + indexName() + world.maybe(30, " CASCADE");
      case 1 ->
          "ALTER INDEX "
              + world.sql(world.any(Kind.INDEX, Kind.PRIMARY_KEY, Kind.UNIQUE).id())
              + " RENAME TO "
              + world.name("_idx");
      case 2 -> usingIndex();
      case 3 -> ofOtherKinds();
      default -> create();
    };
  }

  private String indexName() {
    return world.sql(world.any(Kind.INDEX).id());
  }

  private String create() {
    SchemaObject relation = world.any(Kind.TABLE, Kind.TABLE, Kind.MATERIALIZED_VIEW);
    boolean table = relation instanceof Table;
    String keys = table && world.chance(80) ? key((Table) relation) : "1";
    if (!table) {
      throw new World.Nothing();
    }
    return "CREATE "
        + world.maybe(25, "UNIQUE ")
        + "INDEX "
        + world.maybe(60, world.maybe(20, "IF NOT EXISTS ") + world.name("_idx") + " ")
        + "ON "
        + world.maybe(5, "ONLY ")
        + world.sql(relation.id())
        + " "
        + (keys.equals("1") ? "(" + world.someColumns(relation.id(), 3) + ")" : keys)
        + world.maybe(20, " WHERE " + values.condition(world.column(relation.id())));
  }

  private String key(Table table) {
    Column column = world.column(table.id());
    String name = World.quoted(column.id());
    boolean text = column.type().name().equals("text") && !column.type().array();
    return switch (world.number(5)) {
      case 0 -> "(" + name + " DESC NULLS LAST)";
      case 1 -> text ? "(lower(" + name + "))" : "(" + name + ")";
      case 2 -> "((" + values.condition(column) + "))";
      case 3 -> "USING hash (" + name + ")";
      default -> "(" + name + ") INCLUDE (" + World.quoted(world.column(table.id()).id()) + ")";
    };
  }

  private String ofOtherKinds() {
    World.Spot spot = world.spot();
    String name = spot.name();
    return "CREATE INDEX ON "
        + spot.on()
        + world.either(
            " USING gin (" + name + ")",
            " USING gist (" + name + ")",
            " USING brin (" + name + ") WITH (pages_per_range = 64)",
            " USING spgist (" + name + ")",
            " (" + name + " text_pattern_ops)",
            " (" + name + " varchar_pattern_ops DESC)",
            " (" + name + ") WITH (fillfactor = 50)",
            " USING gin (" + name + " jsonb_path_ops)",
            " (" + name + ", (" + values.condition(spot.column()) + "))");
  }

  private String usingIndex() {
    SchemaObject index = world.any(Kind.INDEX);
    return "ALTER TABLE "
        + World.owner(index.id())
        + " ADD "
        + world.maybe(50, "CONSTRAINT " + world.name("_ukey") + " ")
        + world.either("UNIQUE", "PRIMARY KEY")
        + " USING INDEX "
        + World.quoted(index.id());
  }

  String sequence() {
    return switch (world.number(8)) {
      case 0, 1, 2 ->
          "CREATE SEQUENCE "
              + world.maybe(15, "IF NOT EXISTS ")
              + world.newName("s")
              + world.either(
                  "",
                  " AS integer",
                  " START 5",
                  " INCREMENT BY -1",
                  " MAXVALUE 100 CYCLE",
                  " MINVALUE 0 START WITH 0 CACHE 10",
                  " OWNED BY NONE");
      case 3 -> "ALTER SEQUENCE " + name() + " OWNED BY " + owner();
      case 4 -> "ALTER SEQUENCE " + name() + " RENAME TO " + world.name("_seq");
      case 5 -> "ALTER SEQUENCE " + name() + " SET SCHEMA " + world.schema();
      case 6 ->
          "ALTER SEQUENCE "
              + name()
              + world.either(
                  " AS bigint",
                  " AS smallint",
                  " INCREMENT 3",
                  " NO MAXVALUE",
                  " MINVALUE -5",
                  " RESTART",
                  " CYCLE",
                  " START 9",
                  " OWNED BY NONE");
      default ->
          world.chance(50)
              ? "DROP SEQUENCE " + name() + world.maybe(60, " CASCADE")
              : usedAsDefault();
    };
  }

  private String usedAsDefault() {
    Table table = world.table();
    return "ALTER TABLE "
        + world.sql(table.id())
        + " ALTER COLUMN "
        + World.quoted(world.column(table.id()).id())
        + " SET DEFAULT nextval('"
        + name()
        + "'"
        + world.maybe(50, "::regclass")
        + ")";
  }

  private String name() {
    return world.sql(world.any(Kind.SEQUENCE).id());
  }

  private String owner() {
    Table table = world.table();
    return world.sql(table.id()) + "." + World.quoted(world.column(table.id()).id());
  }
}
