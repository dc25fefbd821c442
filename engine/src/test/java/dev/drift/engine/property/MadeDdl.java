package dev.drift.engine.property;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;

/** Tables made of queries, what is done concurrently or to rows, and keys over times. */
final class MadeDdl {
  private final World world;
  private final Values values;

  MadeDdl(World world) {
    this.world = world;
    this.values = new Values(world);
  }

  String statement() {
    return world.oneOf(this::as, this::as, this::concurrently, this::temporal);
  }

  /** What collations the columns of a query have is not known. */
  private String as() {
    if (world.model().ofKind(Kind.COLUMN).stream().anyMatch(MadeDdl::isCollated)) {
      throw new World.Nothing();
    }
    String query = new QueryDdl(world).query();
    String name = world.newName("t");
    return world.either(
        "CREATE TABLE " + name + " AS " + query,
        "CREATE TABLE " + name + " AS " + query + " WITH NO DATA",
        "CREATE UNLOGGED TABLE IF NOT EXISTS " + name + " WITH (fillfactor = 60) AS " + query,
        "CREATE TABLE " + name + " (first) AS " + query,
        "CREATE TABLE " + name + " AS TABLE " + world.sql(world.any(Kind.TABLE, Kind.VIEW).id()),
        "SELECT * INTO " + name + " FROM (" + query + ") x",
        "CREATE TABLE " + name + " (a, \"B\") AS VALUES (1, 'x'::varchar(3)), (2, NULL)",
        "CREATE MATERIALIZED VIEW " + world.newName("m") + " (first) AS " + query);
  }

  private static boolean isCollated(SchemaObject object) {
    return object instanceof Column column
        && (column.collation().isPresent() || column.type().name().equals("name"));
  }

  private String concurrently() {
    Table table = world.table();
    String on = world.sql(table.id());
    return world.oneOf(
        () ->
            "CREATE INDEX CONCURRENTLY "
                + world.maybe(50, world.name("_cidx") + " ")
                + "ON "
                + on
                + " ("
                + world.someColumns(table.id(), 2)
                + ")",
        () -> "DROP INDEX CONCURRENTLY " + world.sql(world.any(Kind.INDEX).id()),
        () -> "REINDEX TABLE " + on,
        () ->
            "ALTER TABLE "
                + world.sql(table.partitionOf().orElseThrow(World.Nothing::new).parent())
                + " DETACH PARTITION "
                + on
                + (world.major() >= 14 ? " CONCURRENTLY" : ""),
        () -> "TRUNCATE " + on + world.maybe(50, " CASCADE"),
        () -> "VACUUM ANALYZE " + on,
        () ->
            "INSERT INTO "
                + on
                + " ("
                + World.quoted(world.column(table.id()).id())
                + ") VALUES (DEFAULT)",
        () -> "LOCK TABLE " + on);
  }

  /** Keys over a time, from 18 on. */
  private String temporal() {
    if (world.major() < 18) {
      return as();
    }
    Table table = world.table();
    String on = "ALTER TABLE " + world.sql(table.id()) + " ADD ";
    return world.oneOf(
        () ->
            "CREATE TABLE "
                + world.newName("t")
                + " (id int4range, valid daterange, other daterange"
                + world.maybe(
                    70,
                    ", "
                        + world.maybe(40, "CONSTRAINT " + world.name("_key") + " ")
                        + world.either("PRIMARY KEY", "UNIQUE")
                        + " (id, valid WITHOUT OVERLAPS)")
                + ")",
        () -> on + "PRIMARY KEY (id, valid WITHOUT OVERLAPS)",
        () -> on + "CONSTRAINT " + world.name("_key") + " UNIQUE (id, other WITHOUT OVERLAPS)",
        () ->
            on
                + "FOREIGN KEY (id, PERIOD valid) REFERENCES "
                + world.sql(world.table().id())
                + world.maybe(50, " (id, PERIOD valid)")
                + world.maybe(20, " NOT ENFORCED"),
        () ->
            on
                + "COLUMN "
                + world.name()
                + " integer GENERATED ALWAYS AS ("
                + values.value(dev.drift.engine.model.TypeName.builtin("integer"))
                + ") VIRTUAL");
  }
}
