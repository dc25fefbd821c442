package dev.drift.engine.property;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;

/** Policies, with all their clauses. */
final class PolicyDdl {
  private final World world;
  private final Values values;

  PolicyDdl(World world) {
    this.world = world;
    this.values = new Values(world);
  }

  String statement() {
    return world.oneOf(this::create, this::create, this::change);
  }

  private String roles() {
    return world.either("", " TO pg_monitor", " TO PUBLIC", " TO pg_monitor, pg_signal_backend");
  }

  private String create() {
    World.Spot spot = world.spot();
    String condition = values.condition(spot.column());
    String other = world.sql(world.table().id());
    return "CREATE POLICY "
        + world.name("_pol")
        + " ON "
        + spot.on()
        + world.maybe(25, " AS RESTRICTIVE")
        + world.maybe(40, " FOR " + world.either("ALL", "SELECT", "UPDATE", "DELETE"))
        + roles()
        + " USING ("
        + world.either(condition, condition, "EXISTS (SELECT 1 FROM " + other + ")")
        + ")"
        + world.maybe(25, " WITH CHECK (" + condition + ")");
  }

  private String change() {
    ObjectId policy = world.any(Kind.POLICY).id();
    String name = World.quoted(policy) + " ON " + World.owner(policy);
    return world.oneOf(
        () -> "DROP POLICY " + name,
        () -> "ALTER POLICY " + name + " RENAME TO " + world.name("_pol"),
        () ->
            "ALTER POLICY "
                + name
                + roles()
                + world.either(" USING (true)", " USING (current_user = 'x')", ""));
  }
}
