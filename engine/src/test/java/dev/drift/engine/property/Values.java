package dev.drift.engine.property;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.DomainType;
import dev.drift.engine.model.EnumType;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.RangeType;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Identifiers;

/** Types, constants and conditions that fit them. */
final class Values {
  private final World world;

  Values(World world) {
    this.world = world;
  }

  /** {@return a type as a migration would write it} */
  String type() {
    if (world.chance(15)) {
      try {
        SchemaObject type = world.any(Kind.ENUM, Kind.DOMAIN, Kind.COMPOSITE_TYPE, Kind.RANGE_TYPE);
        return name(type) + world.maybe(10, "[]");
      } catch (World.Nothing e) {
        return "integer";
      }
    }
    return world.either(
        "integer",
        "int",
        "int4",
        "bigint",
        "int8",
        "smallint",
        "text",
        "text",
        "varchar",
        "varchar(40)",
        "character varying(20)",
        "char(3)",
        "numeric",
        "numeric(10,2)",
        "decimal(8)",
        "boolean",
        "bool",
        "timestamptz",
        "timestamp with time zone",
        "timestamp(3)",
        "timestamp",
        "date",
        "time",
        "interval",
        "uuid",
        "jsonb",
        "json",
        "bytea",
        "text[]",
        "integer[]",
        "double precision",
        "float8",
        "real",
        "float(20)",
        "inet",
        "varchar(10)[]",
        "bit(4)",
        "varbit",
        "int4range",
        "name",
        "oid",
        "timetz(2)",
        "interval day to second(3)",
        "xml");
  }

  /** Of a range type it may be its multirange. */
  private String name(SchemaObject type) {
    return type instanceof RangeType range && range.multirange().isPresent() && world.chance(30)
        ? range.multirange().map(n -> Identifiers.quote(n.schema(), n.name())).orElseThrow()
        : world.sql(type.id());
  }

  /** {@return an expression for a default of a column of this type} */
  String value(TypeName type) {
    if (world.chance(10)) {
      return "NULL";
    }
    if (type.array()) {
      return world.either("'{}'", "'{}'::" + world.type(type), "ARRAY[]::" + world.type(type));
    }
    if (!type.schema().equals("pg_catalog")) {
      return ofUserType(type);
    }
    return switch (type.name()) {
      case "integer", "bigint", "smallint", "numeric", "real", "double precision" ->
          world.either("0", "42", "-1", "1 + 2", "'7'", "(3)", "length('abc')", "'5'::integer");
      case "text", "character varying", "name" ->
          world.either(
              "'x y'",
              "'it''s'",
              "lower('ABC')",
              "'a' || 'b'",
              "''",
              "'q'::text",
              "E'\\n'",
              "CURRENT_USER",
              "concat('a', 'b')",
              "upper('x'::varchar)");
      case "character" -> world.either("'abc'", "'x'");
      case "boolean" -> world.either("true", "false", "'t'", "1 = 1", "NOT false", "'f'::boolean");
      case "timestamp with time zone", "timestamp without time zone" ->
          world.either(
              "now()",
              "CURRENT_TIMESTAMP",
              "'2020-01-01 00:00:00'",
              "localtimestamp",
              "now() - interval '1 day'",
              "timezone('utc', now())",
              "now() AT TIME ZONE 'utc'",
              "CURRENT_TIMESTAMP(3)",
              "'epoch'");
      case "date" ->
          world.either("CURRENT_DATE", "'2020-01-31'", "now()::date", "CURRENT_DATE + 1");
      case "uuid" ->
          world.major() >= 13
              ? world.either("gen_random_uuid()", "'00000000-0000-0000-0000-000000000000'")
              : "'00000000-0000-0000-0000-000000000000'";
      case "jsonb", "json" -> world.either("'{}'", "'[]'", "'{}'::" + type.name(), "'{\"a\": 1}'");
      case "bytea" -> world.either("'\\x00'", "'abc'::bytea");
      case "interval" -> world.either("'1 day'", "interval '2 hours'", "'1 mon'::interval");
      case "inet" -> "'10.0.0.1'";
      case "int4range" -> world.either("'[1,5)'", "int4range(1, 5)");
      default -> "NULL";
    };
  }

  private String ofUserType(TypeName type) {
    ObjectId enumeration = ObjectId.of(Kind.ENUM, type.schema(), type.name());
    var values = world.model().find(enumeration, EnumType.class);
    if (values.isPresent()) {
      String label = Identifiers.literal(world.pick(values.get().values()));
      return world.either(label, label + "::" + world.type(type));
    }
    ObjectId domain = ObjectId.of(Kind.DOMAIN, type.schema(), type.name());
    return world.model().find(domain, DomainType.class).map(d -> value(d.base())).orElse("NULL");
  }

  /** {@return a condition on a column} */
  String condition(Column column) {
    return new Conditions(world).condition(World.quoted(column.id()), column.type());
  }

  /** {@return a condition on a column of the row of that name} */
  String condition(String row, Column column) {
    return new Conditions(world).condition(row + "." + World.quoted(column.id()), column.type());
  }

  /** {@return a condition on an expression of this type} */
  String condition(String name, TypeName type) {
    return new Conditions(world).condition(name, type);
  }
}
