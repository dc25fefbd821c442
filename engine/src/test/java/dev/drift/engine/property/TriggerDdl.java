package dev.drift.engine.property;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.Table;
import dev.drift.engine.sql.Identifiers;

/** Triggers of partitioned tables and of several kinds at once, policies with all clauses. */
final class TriggerDdl {
  private final World world;
  private final Values values;

  TriggerDdl(World world) {
    this.world = world;
    this.values = new Values(world);
  }

  String statement() {
    return world.oneOf(this::trigger, this::trigger, this::change, this::policy);
  }

  private String function() {
    Routine function =
        world.pickObject(
            world.sorted(Kind.FUNCTION).stream()
                .map(Routine.class::cast)
                .filter(r -> r.returns().filter(t -> t.isBuiltin("trigger")).isPresent())
                .toList());
    return world.sql(function.id());
  }

  private String trigger() {
    String function = function();
    Table table =
        world.chance(60)
            ? world.table()
            : world.pickObject(
                world.sorted(Kind.TABLE).stream()
                    .map(Table.class::cast)
                    .filter(t -> t.partitionKey().isPresent() || t.partitionOf().isPresent())
                    .toList());
    String condition = values.condition("old", world.column(table.id()));
    return "CREATE "
        + (world.major() >= 14 ? world.maybe(30, "OR REPLACE ") : "")
        + "TRIGGER "
        + world.name("_tr")
        + world.either(" AFTER ", " BEFORE ")
        + world.either(
            "UPDATE", "UPDATE OF " + world.someColumns(table.id(), 2) + " OR DELETE", "DELETE")
        + " ON "
        + world.sql(table.id())
        + world.maybe(20, " REFERENCING OLD TABLE AS gone")
        + " FOR EACH "
        + world.either("ROW", "ROW", "STATEMENT")
        + world.maybe(30, " WHEN (" + condition + ")")
        + " EXECUTE FUNCTION "
        + function
        + "("
        + world.maybe(20, "1, 'two'")
        + ")";
  }

  private String change() {
    ObjectId trigger = world.any(Kind.TRIGGER, Kind.PARTITION_TRIGGER).id();
    String on = Identifiers.quote(trigger.schema()) + '.' + Identifiers.quote(trigger.parent());
    String name = World.quoted(trigger);
    String alter = "ALTER TABLE " + world.maybe(25, "ONLY ") + on;
    return world.either(
        alter + " DISABLE TRIGGER " + name,
        alter + " ENABLE REPLICA TRIGGER " + name,
        alter + " ENABLE TRIGGER ALL",
        alter + " DISABLE TRIGGER USER",
        "ALTER TRIGGER " + name + " ON " + on + " RENAME TO " + world.name("_tr"),
        "DROP TRIGGER " + name + " ON " + on,
        "DROP TRIGGER IF EXISTS nothing_there ON " + on,
        "COMMENT ON TRIGGER " + name + " ON " + on + " IS 'fires'",
        "DROP FUNCTION " + function() + " CASCADE");
  }

  private String policy() {
    Table table = world.table();
    String on = world.sql(table.id());
    String condition = values.condition(world.column(table.id()));
    String other = world.sql(world.table().id());
    String roles =
        world.either("", " TO pg_monitor", " TO PUBLIC", " TO pg_monitor, pg_signal_backend");
    return world.oneOf(
        () ->
            "CREATE POLICY "
                + world.name("_p")
                + " ON "
                + on
                + world.maybe(40, " AS RESTRICTIVE")
                + world.maybe(40, " FOR UPDATE")
                + roles
                + " USING ("
                + condition
                + ")"
                + world.maybe(50, " WITH CHECK (" + condition + ")"),
        () ->
            "CREATE POLICY "
                + world.name("_p")
                + " ON "
                + on
                + " USING (EXISTS (SELECT 1 FROM "
                + other
                + "))",
        () -> {
          ObjectId policy = world.any(Kind.POLICY).id();
          String at = Identifiers.quote(policy.schema()) + '.' + Identifiers.quote(policy.parent());
          return "ALTER POLICY "
              + World.quoted(policy)
              + " ON "
              + at
              + roles
              + world.either(" USING (true)", " USING (current_user = 'x')", "");
        });
  }
}
