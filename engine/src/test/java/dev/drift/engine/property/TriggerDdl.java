package dev.drift.engine.property;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Table;

/** Triggers, those of partitioned tables and of views too. */
final class TriggerDdl {
  private final World world;
  private final Values values;

  TriggerDdl(World world) {
    this.world = world;
    this.values = new Values(world);
  }

  String statement() {
    return world.oneOf(this::create, this::create, this::create, this::ofMoreKinds, this::change);
  }

  private String run() {
    return world.either(" EXECUTE FUNCTION ", " EXECUTE PROCEDURE ")
        + world.functionFor("trigger")
        + world.either("()", "()", "('a', 'it''s')", "(1, 'two')");
  }

  private String create() {
    World.Spot spot = world.chance(60) ? world.spot() : world.spot(partitioned());
    String some = world.someColumns(spot.table().id(), 2);
    return "CREATE "
        + (world.major() >= 14 ? world.maybe(30, "OR REPLACE ") : "")
        + "TRIGGER "
        + world.name("_trg")
        + world.either(" AFTER ", " BEFORE ")
        + world.either(
            "UPDATE",
            "DELETE",
            "INSERT",
            "INSERT OR UPDATE",
            "UPDATE OF " + some,
            "UPDATE OF " + some + " OR DELETE")
        + " ON "
        + spot.on()
        + world.maybe(20, " REFERENCING OLD TABLE AS gone")
        + " FOR EACH "
        + world.either("ROW", "ROW", "STATEMENT")
        + world.maybe(30, " WHEN (" + condition(spot) + ")")
        + run();
  }

  private String condition(World.Spot spot) {
    return values.condition(world.either("old", "new"), spot.column());
  }

  private Table partitioned() {
    return world.pickObject(
        world.sorted(Kind.TABLE).stream()
            .map(Table.class::cast)
            .filter(t -> t.partitionKey().isPresent() || t.partitionOf().isPresent())
            .toList());
  }

  private String ofMoreKinds() {
    World.Spot spot = world.spot();
    String name = "TRIGGER " + world.name("_trg");
    return world.oneOf(
        () -> "CREATE " + name + " BEFORE TRUNCATE ON " + spot.on() + run(),
        () ->
            "CREATE CONSTRAINT "
                + name
                + " AFTER INSERT ON "
                + spot.on()
                + world.maybe(60, " DEFERRABLE INITIALLY DEFERRED")
                + " FOR EACH ROW"
                + run(),
        () ->
            "CREATE "
                + name
                + " AFTER INSERT ON "
                + spot.on()
                + " REFERENCING NEW TABLE AS n"
                + run(),
        () ->
            "CREATE "
                + name
                + " INSTEAD OF INSERT ON "
                + world.sql(world.any(Kind.VIEW).id())
                + " FOR EACH ROW"
                + run());
  }

  private String change() {
    ObjectId trigger = world.any(Kind.TRIGGER, Kind.PARTITION_TRIGGER).id();
    String on = World.owner(trigger);
    String name = World.quoted(trigger);
    String alter = "ALTER TABLE " + world.maybe(25, "ONLY ") + on;
    return world.oneOf(
        () -> alter + " DISABLE TRIGGER " + name,
        () -> alter + " ENABLE" + world.either("", " REPLICA", " ALWAYS") + " TRIGGER " + name,
        () -> alter + " ENABLE TRIGGER ALL",
        () -> alter + " DISABLE TRIGGER USER",
        () -> "ALTER TRIGGER " + name + " ON " + on + " RENAME TO " + world.name("_trg"),
        () -> "DROP TRIGGER " + name + " ON " + on,
        () -> "DROP TRIGGER IF EXISTS nothing_there ON " + on,
        () -> "COMMENT ON TRIGGER " + name + " ON " + on + " IS 'fires'",
        () -> "DROP FUNCTION " + world.functionFor("trigger") + " CASCADE");
  }
}
