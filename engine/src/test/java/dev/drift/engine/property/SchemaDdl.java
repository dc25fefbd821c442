package dev.drift.engine.property;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;

/** Schemas, empty ones and such as are made with what is in them. */
final class SchemaDdl {
  private final World world;

  SchemaDdl(World world) {
    this.world = world;
  }

  String statement() {
    return world.oneOf(this::create, this::create, this::change, this::withElements);
  }

  private String create() {
    return "CREATE SCHEMA "
        + world.maybe(30, "IF NOT EXISTS ")
        + world.either("s1", "s2", "\"S3\"");
  }

  private String change() {
    ObjectId schema = world.any(Kind.SCHEMA).id();
    if (schema.name().equals("public")) {
      return create();
    }
    return world.either(
        "DROP SCHEMA " + World.quoted(schema),
        "DROP SCHEMA " + World.quoted(schema) + " CASCADE",
        "ALTER SCHEMA " + World.quoted(schema) + " RENAME TO " + world.either("s1", "s4"));
  }

  /** What is in it is in it unless it says otherwise; views come after tables. */
  private String withElements() {
    return "CREATE SCHEMA "
        + world.either("s1", "s5", "s6", "s7 AUTHORIZATION CURRENT_USER")
        + world.either(
            " CREATE TABLE made (a integer PRIMARY KEY, b text)",
            " CREATE VIEW v1 AS SELECT a FROM made CREATE TABLE made (a integer, b text)",
            " CREATE TABLE made (a integer) CREATE INDEX ON made (a) GRANT SELECT ON made TO"
                + " pg_monitor",
            " CREATE SEQUENCE counter CREATE TABLE made (a integer DEFAULT nextval('counter'))",
            " CREATE TABLE other (b int PRIMARY KEY) CREATE TABLE made (a integer REFERENCES"
                + " other)",
            " " + new TableDdl(world).create().replaceFirst(" IF NOT EXISTS", ""));
  }
}
