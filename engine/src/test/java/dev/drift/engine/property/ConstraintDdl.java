package dev.drift.engine.property;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.sql.Identifiers;

/** Keys, checks and NOT NULL in all forms, several actions at once, and what becomes of them. */
final class ConstraintDdl {
  private final World world;
  private final Values values;

  ConstraintDdl(World world) {
    this.world = world;
    this.values = new Values(world);
  }

  String statement() {
    return world.oneOf(
        this::withColumn,
        this::several,
        this::change,
        this::change,
        this::notNull,
        this::unique,
        this::check);
  }

  private String alter(World.Spot spot) {
    return "ALTER TABLE " + world.maybe(10, "ONLY ") + spot.on() + " ";
  }

  private String withColumn() {
    World.Spot spot = world.spot();
    return alter(spot)
        + "ADD COLUMN "
        + world.name()
        + " "
        + world.either(
            world.type(spot.column().type())
                + " REFERENCES "
                + spot.on()
                + " ("
                + spot.name()
                + ")",
            "integer CHECK (" + values.condition(spot.column()) + ") DEFAULT 3",
            world.major() >= 15 ? "integer UNIQUE NULLS NOT DISTINCT" : "integer UNIQUE",
            "text COLLATE \"C\" CONSTRAINT " + world.name("_named") + " CHECK (length('a') = 1)",
            world.major() >= 16 ? "text STORAGE EXTERNAL" : "text",
            "integer CONSTRAINT "
                + world.name("_key")
                + " UNIQUE DEFERRABLE INITIALLY DEFERRED NOT NULL");
  }

  private String several() {
    World.Spot spot = world.spot();
    String first = spot.name();
    World.Spot other = world.spot(spot.table());
    String second = other.name();
    return "ALTER TABLE "
        + spot.on()
        + " "
        + world.either(
            "ALTER "
                + first
                + " TYPE text USING "
                + second
                + "::text, ALTER "
                + second
                + " TYPE varchar(9) USING NULL",
            "ALTER "
                + first
                + " DROP DEFAULT, ALTER "
                + first
                + " TYPE bigint USING 1, ALTER "
                + first
                + " SET DEFAULT 5",
            "ADD CHECK ("
                + values.condition(other.column())
                + "), ALTER "
                + second
                + " SET NOT NULL",
            "ADD UNIQUE (" + first + "), ADD UNIQUE (" + first + ", " + second + ")",
            "DISABLE TRIGGER ALL, ENABLE TRIGGER USER",
            "SET ACCESS METHOD heap",
            "SET TABLESPACE pg_default",
            "ALTER " + first + " SET NOT NULL, ADD PRIMARY KEY (" + first + ")");
  }

  /** From 18 on NOT NULL is a constraint with a name, and may wait for its validation. */
  private String notNull() {
    World.Spot spot = world.spot();
    String column = spot.name();
    if (world.major() < 18) {
      return alter(spot) + "ALTER " + column + " SET NOT NULL";
    }
    String name = world.name("_nn");
    return alter(spot)
        + world.either(
            "ADD CONSTRAINT " + name + " NOT NULL " + column,
            "ADD NOT NULL " + column,
            "ADD CONSTRAINT " + name + " NOT NULL " + column + " NO INHERIT",
            "ADD COLUMN " + world.name() + " integer CONSTRAINT " + name + " NOT NULL",
            "ALTER " + column + " DROP NOT NULL",
            "DROP CONSTRAINT "
                + Identifiers.quote(
                    spot.table().id().name() + "_" + spot.column().id().name() + "_not_null"));
  }

  private String unique() {
    World.Spot spot = world.spot();
    String columns = " (" + world.someColumns(spot.table().id(), 2) + ")";
    String nulls = world.major() >= 15 ? world.maybe(50, " NULLS NOT DISTINCT") : "";
    String include = world.maybe(40, " INCLUDE (" + world.someColumns(spot.table().id(), 2) + ")");
    return world.either(
        alter(spot) + "ADD UNIQUE" + nulls + columns + include,
        alter(spot) + "ADD PRIMARY KEY" + columns + include,
        "CREATE UNIQUE INDEX ON " + spot.on() + columns + include + nulls);
  }

  private String check() {
    World.Spot spot = world.spot();
    return alter(spot)
        + "ADD "
        + world.maybe(50, "CONSTRAINT " + world.name("_ck") + " ")
        + "CHECK ("
        + values.condition(spot.column())
        + ")"
        + (world.major() >= 18 ? " NOT ENFORCED" : " NOT VALID");
  }

  private String change() {
    ObjectId key =
        world.any(Kind.FOREIGN_KEY, Kind.CHECK, Kind.UNIQUE, Kind.PRIMARY_KEY, Kind.EXCLUSION).id();
    String on = World.owner(key);
    String name = World.quoted(key);
    String alter = "ALTER TABLE " + world.maybe(15, "ONLY ") + on + " ";
    return world.either(
        alter + "RENAME CONSTRAINT " + name + " TO " + world.name("_con"),
        alter + "VALIDATE CONSTRAINT " + name,
        alter + "DROP CONSTRAINT " + name,
        alter + "DROP CONSTRAINT IF EXISTS " + name + " CASCADE",
        alter + "ALTER CONSTRAINT " + name + " DEFERRABLE INITIALLY IMMEDIATE",
        "COMMENT ON CONSTRAINT " + name + " ON " + on + " IS " + world.either("'said'", "NULL"));
  }
}
