package dev.drift.engine.property;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.RangeType;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.sql.Identifiers;

/** Range types, collations, and the exclusion constraints that use them. */
final class RangeDdl {
  private final World world;
  private final Values values;

  RangeDdl(World world) {
    this.world = world;
    this.values = new Values(world);
  }

  String statement() {
    return switch (world.number(8)) {
      case 0 -> range();
      case 1 -> collation();
      case 2 -> change();
      case 3 -> collated();
      case 4 -> column();
      default -> exclusion();
    };
  }

  private String range() {
    String subtype =
        world.either("integer", "numeric(8)", "text", "timestamptz", "double precision", "date");
    return "CREATE TYPE "
        + world.newName("r")
        + " AS RANGE (subtype = "
        + subtype
        + world.maybe(
            world.major() >= 14 ? 25 : 0, ", multirange_type_name = " + world.newName("mr"))
        + (subtype.equals("text") ? world.maybe(50, ", collation = \"C\"") : "")
        + (subtype.equals("double precision") ? ", subtype_diff = float8mi" : "")
        + ")";
  }

  private String collation() {
    return "CREATE COLLATION "
        + world.maybe(20, "IF NOT EXISTS ")
        + world.newName("c")
        + world.either(
            " FROM \"C\"",
            " FROM \"POSIX\"",
            " (locale = 'C')",
            " (lc_collate = 'C', lc_ctype = 'C')");
  }

  private String change() {
    SchemaObject object = world.any(Kind.RANGE_TYPE, Kind.COLLATION);
    if (object instanceof RangeType range && range.multirange().isPresent() && world.chance(20)) {
      String multirange =
          range.multirange().map(n -> Identifiers.quote(n.schema(), n.name())).orElseThrow();
      return world.either(
          "ALTER TYPE " + multirange + " RENAME TO " + world.name("_mr"),
          "ALTER TYPE " + multirange + " SET SCHEMA " + world.schema(),
          "DROP TYPE " + multirange + " CASCADE");
    }
    String kind = object.id().kind() == Kind.COLLATION ? "COLLATION " : "TYPE ";
    String name = kind + world.sql(object.id());
    return world.either(
        "ALTER " + name + " RENAME TO " + world.name("_r"),
        "ALTER " + name + " SET SCHEMA " + world.schema(),
        "DROP " + name + world.maybe(60, " CASCADE"),
        "COMMENT ON " + name + " IS " + world.either("'said'", "NULL"));
  }

  private String collationName() {
    if (world.chance(50)) {
      return world.either("\"C\"", "\"POSIX\"", "pg_catalog.\"C\"", "\"default\"");
    }
    return world.sql(world.any(Kind.COLLATION).id());
  }

  private String collated() {
    Table table = world.table();
    String on = world.sql(table.id());
    String column = World.quoted(world.column(table.id()).id());
    String collation = " COLLATE " + collationName();
    return world.either(
        "ALTER TABLE " + on + " ADD COLUMN " + world.name() + " text" + collation,
        "ALTER TABLE " + on + " ALTER COLUMN " + column + " TYPE varchar(60)" + collation,
        "CREATE INDEX ON " + on + " (" + column + collation + ")",
        "ALTER TABLE " + on + " ADD CHECK (" + column + collation + " > 'a')",
        "CREATE DOMAIN " + world.newName("d") + " AS text" + collation);
  }

  private String column() {
    SchemaObject range = world.any(Kind.RANGE_TYPE);
    return "ALTER TABLE "
        + world.sql(world.table().id())
        + " ADD COLUMN "
        + world.name()
        + " "
        + world.sql(range.id())
        + world.maybe(20, "[]")
        + world.maybe(30, " DEFAULT 'empty'")
        + world.maybe(20, " NOT NULL");
  }

  private String exclusion() {
    Table table = world.table();
    Column column = world.column(table.id());
    String name = World.quoted(column.id());
    boolean range =
        column.type().name().endsWith("range")
            || world
                .model()
                .contains(
                    dev.drift.engine.model.ObjectId.of(
                        Kind.RANGE_TYPE, column.type().schema(), column.type().name()));
    String element =
        range
            ? "USING gist (" + name + " WITH " + world.either("&&", "-|-", "=") + ")"
            : world.either(
                "USING btree (" + name + " WITH =)",
                "USING hash (" + name + " WITH =)",
                "(" + name + " WITH =, " + World.quoted(world.column(table.id()).id()) + " WITH =)",
                "USING btree ((" + name + "::text) WITH =)");
    return "ALTER TABLE "
        + world.sql(table.id())
        + " ADD "
        + world.maybe(40, "CONSTRAINT " + world.name("_excl") + " ")
        + "EXCLUDE "
        + element
        + world.maybe(20, " INCLUDE (" + World.quoted(world.column(table.id()).id()) + ")")
        + world.maybe(25, " WHERE (" + values.condition(world.column(table.id())) + ")")
        + world.maybe(15, " DEFERRABLE INITIALLY DEFERRED");
  }
}
