package dev.drift.engine.property;

import dev.drift.engine.model.Extension;
import dev.drift.engine.model.Kind;
import dev.drift.engine.sql.Identifiers;

/**
 * Extensions, and what uses them or comes to depend on them. Of what is in them nothing is known,
 * so only those are dropped that nothing uses.
 */
final class ExtensionDdl {
  private final World world;

  ExtensionDdl(World world) {
    this.world = world;
  }

  String statement() {
    return world.oneOf(this::create, this::change, this::used);
  }

  private String create() {
    return "CREATE EXTENSION IF NOT EXISTS "
        + world.either("citext", "hstore", "\"uuid-ossp\"", "lo", "unaccent")
        + world.maybe(30, " SCHEMA " + world.schema())
        + world.maybe(20, " CASCADE");
  }

  private String change() {
    String name = World.quoted(world.any(Kind.EXTENSION).id());
    return world.oneOf(
        () -> "ALTER EXTENSION " + name + " SET SCHEMA " + world.schema(),
        () -> "ALTER EXTENSION " + name + " UPDATE",
        () -> "COMMENT ON EXTENSION " + name + " IS 'said'",
        () -> "DROP EXTENSION IF EXISTS unaccent" + world.maybe(60, " CASCADE"),
        () ->
            "ALTER "
                + function()
                + world.either(" DEPENDS ON EXTENSION ", " NO DEPENDS ON EXTENSION ")
                + name,
        () ->
            "ALTER INDEX "
                + world.sql(world.any(Kind.INDEX).id())
                + " DEPENDS ON EXTENSION "
                + name);
  }

  private String function() {
    return "FUNCTION " + world.routine(world.any(Kind.FUNCTION).id());
  }

  private String used() {
    var extension = (Extension) world.any(Kind.EXTENSION);
    String in = Identifiers.quote(extension.schema()) + '.';
    String type =
        switch (extension.id().name()) {
          case "citext", "hstore" ->
              in + extension.id().name() + world.either("", " DEFAULT ''", "[]");
          case "lo" -> in + "lo";
          case "uuid-ossp" -> "uuid DEFAULT " + in + "uuid_generate_v4()";
          default -> throw new World.Nothing();
        };
    return world.either(
        "ALTER TABLE " + world.sql(world.table().id()) + " ADD COLUMN " + world.name() + " " + type,
        "CREATE TABLE " + world.newName("t") + " (a " + type + ", b integer)");
  }
}
