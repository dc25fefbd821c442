package dev.drift.engine.property;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.sql.Identifiers;

/** How tables, columns and indexes are stored, replicated, clustered and scanned. */
final class StorageDdl {
  private final World world;

  StorageDdl(World world) {
    this.world = world;
  }

  String statement() {
    return world.oneOf(this::column, this::column, this::byIndex, this::table, this::index);
  }

  private String column() {
    Table table = world.table();
    Column column = world.column(table.id());
    return "ALTER TABLE "
        + world.maybe(10, "ONLY ")
        + world.sql(table.id())
        + " ALTER COLUMN "
        + World.quoted(column.id())
        + " "
        + world.either(
            "SET STORAGE PLAIN",
            "SET STORAGE EXTERNAL",
            "SET STORAGE EXTENDED",
            "SET STORAGE MAIN",
            world.major() >= 16 ? "SET STORAGE DEFAULT" : "SET STORAGE MAIN",
            world.major() >= 14 ? "SET COMPRESSION pglz" : "SET STATISTICS 10",
            world.major() >= 14 ? "SET COMPRESSION default" : "SET STATISTICS 10",
            "SET STATISTICS 0",
            "SET STATISTICS -1",
            "SET (n_distinct = 5)",
            "SET (n_distinct_inherited = -0.5)",
            "RESET (n_distinct)");
  }

  /** By an index or a key of a table. */
  private String byIndex() {
    ObjectId index = world.any(Kind.INDEX, Kind.PRIMARY_KEY, Kind.UNIQUE).id();
    String on = World.owner(index);
    String name = World.quoted(index);
    return world.either(
        "ALTER TABLE " + on + " REPLICA IDENTITY USING INDEX " + name,
        "ALTER TABLE " + on + " CLUSTER ON " + name,
        "CLUSTER " + on + " USING " + name,
        "COMMENT ON INDEX " + Identifiers.quote(index.schema()) + '.' + name + " IS 'said'");
  }

  private String table() {
    return "ALTER TABLE "
        + world.sql(world.table().id())
        + world.either(
            " REPLICA IDENTITY FULL",
            " REPLICA IDENTITY NOTHING",
            " REPLICA IDENTITY DEFAULT",
            " SET WITHOUT CLUSTER",
            " SET (autovacuum_enabled = false, fillfactor = 90)",
            " RESET (autovacuum_enabled, fillfactor)",
            " SET (parallel_workers = 3)");
  }

  private String index() {
    SchemaObject index = world.any(Kind.INDEX);
    String name = "ALTER INDEX " + world.sql(index.id());
    return world.either(
        name + " SET (fillfactor = 60)",
        name + " RESET (fillfactor)",
        name + " ALTER COLUMN 1 SET STATISTICS 300",
        "REINDEX INDEX " + world.sql(index.id()));
  }
}
