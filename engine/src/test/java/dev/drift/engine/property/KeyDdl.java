package dev.drift.engine.property;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.sql.Identifiers;

/** Constraints of later versions, named NOT NULL, and indexes of other kinds than B-trees. */
final class KeyDdl {
  private final World world;
  private final Values values;

  KeyDdl(World world) {
    this.world = world;
    this.values = new Values(world);
  }

  String statement() {
    return world.oneOf(this::notNull, this::unique, this::changeKey, this::index, this::check);
  }

  private String alter(Table table) {
    return "ALTER TABLE " + world.maybe(10, "ONLY ") + world.sql(table.id()) + " ";
  }

  /** From 18 on NOT NULL is a constraint with a name, and may wait for its validation. */
  private String notNull() {
    Table table = world.table();
    String column = World.quoted(world.column(table.id()).id());
    if (world.major() < 18) {
      return alter(table) + "ALTER " + column + " SET NOT NULL";
    }
    String name = world.name("_nn");
    return alter(table)
        + world.either(
            "ADD CONSTRAINT " + name + " NOT NULL " + column,
            "ADD NOT NULL " + column,
            "ADD CONSTRAINT " + name + " NOT NULL " + column + " NO INHERIT",
            "ADD COLUMN " + world.name() + " integer CONSTRAINT " + name + " NOT NULL",
            "ALTER " + column + " DROP NOT NULL",
            "DROP CONSTRAINT " + Identifiers.quote(table.id().name() + "_a_not_null"));
  }

  private String unique() {
    Table table = world.table();
    String columns = " (" + world.someColumns(table.id(), 2) + ")";
    String nulls = world.major() >= 15 ? world.maybe(50, " NULLS NOT DISTINCT") : "";
    String include = world.maybe(40, " INCLUDE (" + world.someColumns(table.id(), 2) + ")");
    return world.either(
        alter(table) + "ADD UNIQUE" + nulls + columns + include,
        alter(table) + "ADD PRIMARY KEY" + columns + include,
        "CREATE UNIQUE INDEX ON " + world.sql(table.id()) + columns + include + nulls);
  }

  private String check() {
    Table table = world.table();
    return alter(table)
        + "ADD "
        + world.maybe(50, "CONSTRAINT " + world.name("_ck") + " ")
        + "CHECK ("
        + values.condition(world.column(table.id()))
        + ")"
        + (world.major() >= 18 ? " NOT ENFORCED" : " NOT VALID");
  }

  private String changeKey() {
    SchemaObject key =
        world.any(Kind.FOREIGN_KEY, Kind.FOREIGN_KEY, Kind.CHECK, Kind.UNIQUE, Kind.PRIMARY_KEY);
    String on = Identifiers.quote(key.id().schema()) + '.' + Identifiers.quote(key.id().parent());
    String name = World.quoted(key.id());
    String enforced = world.major() >= 18 ? " NOT ENFORCED" : " NOT DEFERRABLE";
    return key instanceof ForeignKey
        ? "ALTER TABLE "
            + on
            + " ALTER CONSTRAINT "
            + name
            + world.either(" DEFERRABLE", " NOT DEFERRABLE", " INITIALLY DEFERRED", enforced)
        : "COMMENT ON CONSTRAINT " + name + " ON " + on + " IS " + world.either("'said'", "NULL");
  }

  private String index() {
    Table table = world.table();
    Column column = world.column(table.id());
    String name = World.quoted(column.id());
    return "CREATE INDEX ON "
        + world.sql(table.id())
        + world.either(
            " USING gin (" + name + ")",
            " USING gist (" + name + ")",
            " USING brin (" + name + ") WITH (pages_per_range = 64)",
            " USING spgist (" + name + ")",
            " (" + name + " text_pattern_ops)",
            " (" + name + " varchar_pattern_ops DESC)",
            " (" + name + ") WITH (fillfactor = 50)",
            " USING gin (" + name + " jsonb_path_ops)",
            " (" + name + ", (" + values.condition(column) + "))");
  }
}
