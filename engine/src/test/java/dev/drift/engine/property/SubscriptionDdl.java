package dev.drift.engine.property;

import dev.drift.engine.model.Kind;

/** Subscriptions, which connect to nothing. */
final class SubscriptionDdl {
  private final World world;

  SubscriptionDdl(World world) {
    this.world = world;
  }

  String statement() {
    if (world.chance(40)) {
      return "CREATE SUBSCRIPTION "
          + world.name("_sub")
          + " CONNECTION 'dbname=nowhere' PUBLICATION "
          + world.either("pa", "pa, pb", "\"Pc\"")
          + " WITH (connect = false, slot_name = NONE"
          + world.either("", "", ", binary", ", synchronous_commit = local", ", streaming = on")
          + ")";
    }
    String head = "ALTER SUBSCRIPTION " + World.quoted(world.any(Kind.SUBSCRIPTION).id());
    return world.either(
        head + " SET PUBLICATION pb WITH (refresh = false)",
        head + " ADD PUBLICATION pd WITH (refresh = false)",
        head + " DROP PUBLICATION pa WITH (refresh = false)",
        head + " CONNECTION 'dbname=elsewhere'",
        head + " SET (binary = true, streaming = off)",
        head + " SET (synchronous_commit = 'on')",
        head + " SET (slot_name = 'its_slot')",
        head + " SET (slot_name = NONE)",
        head + " DISABLE",
        head + " RENAME TO " + world.name("_sub"),
        head.replace("ALTER", "COMMENT ON") + " IS 'said'",
        head.replace("ALTER", "DROP"));
  }
}
