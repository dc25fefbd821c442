package dev.drift.engine.property;

import dev.drift.engine.model.Kind;
import java.util.List;

/** Shell types, base types with their functions, languages and transforms. */
final class BaseTypeDdl {
  private final World world;

  BaseTypeDdl(World world) {
    this.world = world;
  }

  String statement() {
    return world.oneOf(
        this::base, this::base, this::change, this::used, this::language, this::transform);
  }

  private String base() {
    String name = world.newName("bt");
    if (world.chance(15)) {
      return "CREATE TYPE " + name;
    }
    String like =
        world.either(
            ", like = integer",
            ", like = pg_catalog.int4, category = 'N', default = '7'",
            ", internallength = 4, passedbyvalue, alignment = int4",
            ", like = integer, delimiter = ';', preferred = false");
    return String.join(
        ";\n",
        List.of(
            "CREATE TYPE " + name,
            function(name + "_in(cstring) RETURNS " + name, "int4in"),
            function(name + "_out(" + name + ") RETURNS cstring", "int4out"),
            "CREATE TYPE "
                + name
                + " (input = "
                + name
                + "_in, output = "
                + name
                + "_out"
                + like
                + ")"));
  }

  private static String function(String signature, String code) {
    return "CREATE FUNCTION " + signature + " LANGUAGE internal IMMUTABLE STRICT AS '" + code + "'";
  }

  private String name() {
    return world.sql(world.any(Kind.BASE_TYPE).id());
  }

  private String change() {
    String name = name();
    return world.either(
        "ALTER TYPE " + name + " RENAME TO " + world.name("_bt"),
        "ALTER TYPE " + name + " SET SCHEMA " + world.schema(),
        "ALTER TYPE " + name + " OWNER TO pg_monitor",
        "COMMENT ON TYPE " + name + " IS 'said'",
        "GRANT USAGE ON TYPE " + name + " TO pg_monitor",
        "DROP TYPE " + name,
        "DROP TYPE " + name + " CASCADE",
        "DROP FUNCTION " + name + "_out(" + name + ") CASCADE");
  }

  private String used() {
    String name = name();
    return world.either(
        "ALTER TABLE " + world.sql(world.table().id()) + " ADD COLUMN " + world.name() + " " + name,
        "CREATE TABLE " + world.newName("t") + " (a " + name + " DEFAULT '5', b " + name + "[])",
        "CREATE DOMAIN " + world.newName("d") + " AS " + name,
        "CREATE CAST (" + name + " AS integer) WITHOUT FUNCTION AS ASSIGNMENT",
        "CREATE FUNCTION "
            + world.newName("f")
            + "(x "
            + name
            + ") RETURNS integer LANGUAGE sql AS 'SELECT 1'");
  }

  private String language() {
    String name = world.either("la", "lb", "\"Lc\"");
    return world.either(
        "CREATE " + world.maybe(40, "TRUSTED ") + "LANGUAGE " + name + handlers(),
        "CREATE OR REPLACE LANGUAGE " + name + handlers(),
        "ALTER LANGUAGE " + name + " RENAME TO " + world.either("lb", "ld"),
        "COMMENT ON LANGUAGE " + name + " IS 'said'",
        "GRANT USAGE ON LANGUAGE " + name + " TO pg_monitor",
        "CREATE FUNCTION "
            + world.newName("f")
            + "() RETURNS trigger LANGUAGE "
            + name
            + " AS 'BEGIN RETURN NEW; END'",
        "DROP LANGUAGE " + name,
        "DROP LANGUAGE IF EXISTS " + name + " CASCADE");
  }

  private String handlers() {
    return " HANDLER plpgsql_call_handler"
        + world.maybe(60, " INLINE plpgsql_inline_handler")
        + world.maybe(60, " VALIDATOR plpgsql_validator");
  }

  private String transform() {
    String type = world.sql(world.any(Kind.ENUM, Kind.DOMAIN, Kind.BASE_TYPE).id());
    String language = world.either("sql", "plpgsql", "la");
    String function = world.newName("tf");
    return world.either(
        "CREATE FUNCTION "
            + function
            + "(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'textlike_support'",
        "CREATE TRANSFORM FOR "
            + type
            + " LANGUAGE "
            + language
            + " (FROM SQL WITH FUNCTION "
            + function
            + "(internal))",
        "CREATE OR REPLACE TRANSFORM FOR "
            + type
            + " LANGUAGE "
            + language
            + " (FROM SQL WITH FUNCTION "
            + function
            + "(internal))",
        "COMMENT ON TRANSFORM FOR " + type + " LANGUAGE " + language + " IS 'said'",
        "DROP TRANSFORM IF EXISTS FOR "
            + type
            + " LANGUAGE "
            + language
            + world.maybe(50, " CASCADE"));
  }
}
