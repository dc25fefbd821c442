package dev.drift.engine.property;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.sql.Identifiers;

/** Operators and their classes, text search objects, conversions. */
final class DefinedDdl {
  private final World world;

  DefinedDdl(World world) {
    this.world = world;
  }

  String statement() {
    return world.oneOf(
        this::operator, this::operatorClass, this::textSearch, this::change, this::change);
  }

  private String operator() {
    String schema = world.schema();
    String name = schema + "." + world.either("===", "<#", "~+~");
    return world.either(
        "CREATE OPERATOR " + name + " (leftarg = integer, rightarg = integer, function = int4eq)",
        "CREATE OPERATOR "
            + name
            + " (leftarg = text, rightarg = text, procedure = texteq, commutator = operator("
            + name
            + "), restrict = eqsel, join = eqjoinsel, hashes, merges)",
        "DROP OPERATOR IF EXISTS " + name + " (integer, integer) CASCADE",
        "ALTER OPERATOR " + name + " (integer, integer) SET SCHEMA " + world.schema(),
        "ALTER OPERATOR " + name + " (text, text) SET (restrict = NONE)",
        "COMMENT ON OPERATOR " + name + " (integer, integer) IS 'said'");
  }

  private String operatorClass() {
    String name = world.newName("oc");
    return world.either(
        "CREATE OPERATOR CLASS "
            + name
            + " FOR TYPE integer USING btree AS OPERATOR 1 <, OPERATOR 3 =, FUNCTION 1"
            + " btint4cmp(integer, integer)",
        "CREATE OPERATOR CLASS "
            + name
            + " FOR TYPE text USING hash AS OPERATOR 1 =, FUNCTION 1 hashtext(text)",
        "CREATE OPERATOR FAMILY " + name + " USING btree",
        "ALTER OPERATOR FAMILY " + name + " USING btree ADD OPERATOR 1 < (integer, bigint)",
        "DROP OPERATOR CLASS " + name + " USING btree CASCADE",
        "DROP OPERATOR FAMILY " + name + " USING hash CASCADE",
        "ALTER OPERATOR FAMILY " + name + " USING btree RENAME TO " + world.name("_of"),
        "ALTER OPERATOR CLASS " + name + " USING btree SET SCHEMA " + world.schema());
  }

  private String textSearch() {
    return "CREATE TEXT SEARCH "
        + world.either(
            "CONFIGURATION " + world.newName("tc") + " (copy = simple)",
            "CONFIGURATION " + world.newName("tc") + " (parser = \"default\")",
            "DICTIONARY " + world.newName("td") + " (template = simple, accept = false)",
            "DICTIONARY " + world.newName("td") + " (template = pg_catalog.simple)");
  }

  private String change() {
    ObjectId id =
        world
            .any(Kind.TEXT_SEARCH_CONFIGURATION, Kind.TEXT_SEARCH_DICTIONARY, Kind.CONVERSION)
            .id();
    String name = id.kind().words() + " " + world.sql(id);
    if (id.kind() == Kind.TEXT_SEARCH_CONFIGURATION && world.chance(50)) {
      ObjectId dictionary = world.any(Kind.TEXT_SEARCH_DICTIONARY).id();
      return "ALTER "
          + name
          + world.either(
              " ADD MAPPING FOR email, url WITH " + world.sql(dictionary),
              " ALTER MAPPING FOR asciiword, word WITH simple, " + world.sql(dictionary),
              " ALTER MAPPING REPLACE simple WITH " + world.sql(dictionary),
              " DROP MAPPING IF EXISTS FOR email, asciihword");
    }
    return world.either(
        "ALTER " + name + " RENAME TO " + world.name("_ts"),
        "ALTER " + name + " SET SCHEMA " + world.schema(),
        "COMMENT ON " + name + " IS 'said'",
        "DROP " + name + world.maybe(50, " CASCADE"),
        "CREATE CONVERSION "
            + Identifiers.quote("cv" + world.number(3))
            + " FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8");
  }
}
