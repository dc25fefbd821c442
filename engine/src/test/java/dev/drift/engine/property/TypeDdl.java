package dev.drift.engine.property;

import dev.drift.engine.model.CompositeType;
import dev.drift.engine.model.DomainType;
import dev.drift.engine.model.EnumType;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.Identifiers;

/** Enums, domains and composite types. */
final class TypeDdl {
  private final World world;
  private final Values values;

  TypeDdl(World world) {
    this.world = world;
    this.values = new Values(world);
  }

  String statement() {
    return switch (world.number(10)) {
      case 0 ->
          "CREATE TYPE "
              + world.newName("e")
              + " AS ENUM ("
              + world.either("'x', 'y'", "'one'", "", "'A b', 'c''d', 'e'")
              + ")";
      case 1 -> domain();
      case 2 ->
          "CREATE TYPE "
              + world.newName("k")
              + " AS ("
              + world.name()
              + " "
              + values.type()
              + ", "
              + world.name("_z")
              + " "
              + values.type()
              + ")";
      case 3, 4 -> enumeration();
      case 5, 6 -> alterDomain();
      case 7, 8 -> composite();
      default -> any();
    };
  }

  private String domain() {
    String type = values.type();
    return "CREATE DOMAIN "
        + world.newName("d")
        + " AS "
        + type
        + world.maybe(20, " NOT NULL")
        + world.maybe(30, " CHECK (VALUE IS NOT NULL)")
        + world.maybe(20, " CONSTRAINT " + world.name() + " CHECK (VALUE::text <> '')");
  }

  private String enumeration() {
    var type = (EnumType) world.any(Kind.ENUM);
    String name = world.sql(type.id());
    if (type.values().isEmpty() || world.chance(70)) {
      String place =
          type.values().isEmpty()
              ? ""
              : world.either(" BEFORE ", " AFTER ")
                  + Identifiers.literal(world.pick(type.values()));
      return "ALTER TYPE "
          + name
          + " ADD VALUE "
          + world.maybe(30, "IF NOT EXISTS ")
          + world.either("'x'", "'n1'", "'n2'", "'New'", "'é'")
          + world.maybe(50, place);
    }
    return "ALTER TYPE "
        + name
        + " RENAME VALUE "
        + Identifiers.literal(world.pick(type.values()))
        + " TO "
        + world.either("'r1'", "'x'", "'R 2'");
  }

  private String alterDomain() {
    var domain = (DomainType) world.any(Kind.DOMAIN);
    String head = "ALTER DOMAIN " + world.sql(domain.id()) + " ";
    return head
        + switch (world.number(7)) {
          case 0 -> "SET DEFAULT " + values.value(domain.base());
          case 1 -> "DROP DEFAULT";
          case 2 -> world.either("SET NOT NULL", "DROP NOT NULL");
          case 3 ->
              "ADD "
                  + world.maybe(50, "CONSTRAINT " + world.name() + " ")
                  + "CHECK ("
                  + values.condition("VALUE", domain.base())
                  + ")"
                  + world.maybe(20, " NOT VALID");
          case 4 ->
              "DROP CONSTRAINT "
                  + World.quoted(world.child(domain.id(), Kind.DOMAIN_CONSTRAINT).id());
          case 5 ->
              "RENAME CONSTRAINT "
                  + World.quoted(world.child(domain.id(), Kind.DOMAIN_CONSTRAINT).id())
                  + " TO "
                  + world.name();
          default ->
              "VALIDATE CONSTRAINT "
                  + World.quoted(world.child(domain.id(), Kind.DOMAIN_CONSTRAINT).id());
        };
  }

  private String composite() {
    var type = (CompositeType) world.any(Kind.COMPOSITE_TYPE);
    String head = "ALTER TYPE " + world.sql(type.id()) + " ";
    if (type.fields().isEmpty() || world.chance(30)) {
      return head + "ADD ATTRIBUTE " + world.name() + " " + values.type();
    }
    String field = Identifiers.quote(world.pick(type.fields()).name());
    return head
        + world.either(
            "DROP ATTRIBUTE " + field,
            "RENAME ATTRIBUTE " + field + " TO " + world.name(),
            "ALTER ATTRIBUTE " + field + " TYPE " + values.type(),
            "DROP ATTRIBUTE IF EXISTS nothing_there");
  }

  private String any() {
    SchemaObject type = world.any(Kind.ENUM, Kind.DOMAIN, Kind.COMPOSITE_TYPE);
    String kind = type instanceof DomainType && world.chance(50) ? "DOMAIN " : "TYPE ";
    return world.either(
        "ALTER " + kind + world.sql(type.id()) + " RENAME TO " + world.name("_t"),
        "ALTER " + kind + world.sql(type.id()) + " SET SCHEMA " + world.schema(),
        "DROP " + kind + world.sql(type.id()),
        "DROP " + kind + world.sql(type.id()) + " CASCADE");
  }
}
