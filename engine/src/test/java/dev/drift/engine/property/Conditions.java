package dev.drift.engine.property;

import dev.drift.engine.model.CompositeType;
import dev.drift.engine.model.DomainType;
import dev.drift.engine.model.EnumType;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Identifiers;

/** Conditions on what is of some type. */
final class Conditions {
  private final World world;

  Conditions(World world) {
    this.world = world;
  }

  /** {@return a condition on an expression of this type} */
  String condition(String name, TypeName type) {
    if (world.chance(10)) {
      return world.either(name + " IS NOT NULL", name + " IS NULL");
    }
    if (type.array()) {
      return ofArray(name, type);
    }
    return type.schema().equals("pg_catalog") ? ofBuiltin(name, type) : ofUserType(name, type);
  }

  private String ofArray(String name, TypeName type) {
    return world.either(
        name + " IS NOT NULL",
        "array_length(" + name + ", 1) > 0",
        "cardinality(" + name + ") < 5",
        name + " <> '{}'",
        name + "[1] IS NOT NULL",
        "NOT (NULL::" + world.type(type.plain()).replace("[]", "") + " = ANY (" + name + "))");
  }

  private String ofUserType(String name, TypeName type) {
    var enumeration =
        world.model().find(ObjectId.of(Kind.ENUM, type.schema(), type.name()), EnumType.class);
    if (enumeration.isPresent() && !enumeration.get().values().isEmpty()) {
      String label = Identifiers.literal(world.pick(enumeration.get().values()));
      String other = Identifiers.literal(world.pick(enumeration.get().values()));
      return world.either(
          name + " = " + label,
          name + " IN (" + label + ", " + other + ")",
          name + " > " + label + "::" + world.type(type),
          name + "::text <> " + label,
          name + " = ANY (ARRAY[" + label + "]::" + world.type(type) + "[])",
          "CASE " + name + " WHEN " + label + " THEN true ELSE false END",
          "coalesce(" + name + ", " + label + ") <> " + other);
    }
    var domain =
        world.model().find(ObjectId.of(Kind.DOMAIN, type.schema(), type.name()), DomainType.class);
    if (domain.isPresent() && world.chance(70)) {
      return condition(name, domain.get().base());
    }
    var composite =
        world
            .model()
            .find(
                ObjectId.of(Kind.COMPOSITE_TYPE, type.schema(), type.name()), CompositeType.class);
    if (composite.isPresent() && !composite.get().fields().isEmpty() && !name.equals("VALUE")) {
      CompositeType.Field field = world.pick(composite.get().fields());
      return condition("(" + name + ")." + Identifiers.quote(field.name()), field.type());
    }
    return world.either(name + " IS NOT NULL", name + " IS NULL", name + "::text <> ''");
  }

  private String ofBuiltin(String name, TypeName type) {
    return switch (type.name()) {
      case "integer", "bigint", "smallint", "numeric", "real", "double precision" ->
          world.either(
              name + " > 0",
              name + " BETWEEN 1 AND 10",
              name + " IN (1, 2, 3)",
              name + " <> 5 AND " + name + " IS NOT NULL",
              "NOT " + name + " < 3",
              "(" + name + " + 1) * 2 >= 4",
              name + " % 2 = 0 OR " + name + " IS NULL",
              "0 < " + name,
              name + " != 7",
              name + " NOT IN (8, 9)",
              "CASE WHEN " + name + " > 0 THEN true ELSE false END",
              "abs(" + name + ") < 100",
              "coalesce(" + name + ", 0) >= 0",
              name + "::text <> ''",
              name + " = ANY (ARRAY[1, 2])");
      case "text", "character varying", "name", "character" ->
          world.either(
              "length(" + name + ") > 2",
              name + " <> ''",
              name + " LIKE 'a%'",
              name + " IN ('a', 'b')",
              name + " ~ '^x'",
              "lower(" + name + ") = " + name,
              name + " NOT LIKE '%z'",
              name + " ILIKE 'q%'",
              "trim(" + name + ") <> ''",
              name + " = 'x' OR " + name + " = 'y'",
              "char_length(" + name + ") <= 255",
              name + " NOT IN ('c')",
              name + " || 'x' <> 'yx'",
              name + " IS DISTINCT FROM 'd'",
              "substring(" + name + " from 1 for 2) = 'ab'",
              "position('x' in " + name + ") = 0",
              name + " = ANY (ARRAY['a', 'b'])",
              name + " = ANY ('{a,b}')");
      case "boolean" ->
          world.either(
              name, "NOT " + name, name + " IS TRUE", name + " = true", name + " IS NOT FALSE");
      case "timestamp with time zone", "timestamp without time zone", "date" ->
          world.either(
              name + " > '2000-01-01'",
              name + " IS NOT NULL",
              name + " <= '2030-01-01'::date",
              "extract(year from " + name + ") > 1990",
              "date_part('month', " + name + ") = 1");
      case "jsonb" ->
          world.either(
              "jsonb_typeof(" + name + ") = 'object'",
              name + " ? 'a'",
              name + "->>'a' = 'b'",
              "(" + name + "->'n')::int > 1",
              name + " @> '{}'");
      case "uuid" ->
          world.either(
              name + " <> '00000000-0000-0000-0000-000000000000'", name + "::text LIKE '0%'");
      case "interval" ->
          world.either(
              name + " > '1 day'",
              name + " <= interval '2 hours'",
              "extract(epoch from " + name + ") > 5");
      case "bytea" -> world.either("octet_length(" + name + ") < 9", name + " <> '\\x01'");
      case "inet" -> world.either(name + " << '10.0.0.0/8'", "family(" + name + ") = 4");
      case "int4range" ->
          world.either(
              name + " && '[1,5)'",
              "NOT isempty(" + name + ")",
              "lower(" + name + ") > 1",
              name + " @> 3");
      case "json" -> world.either(name + " ->> 'a' IS NOT NULL", "json_typeof(" + name + ") = 'x'");
      default -> name + " IS NOT NULL";
    };
  }
}
