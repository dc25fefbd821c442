package dev.drift.engine.property;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.Identifiers;

/** What changes the session, what statements in other words do, and owners. */
final class SessionDdl {
  private final World world;

  SessionDdl(World world) {
    this.world = world;
  }

  String statement() {
    return world.oneOf(
        this::searchPath,
        this::temporary,
        this::block,
        this::owner,
        this::several,
        this::unsettled);
  }

  private String searchPath() {
    return world.either(
        "SET search_path = public",
        "RESET search_path",
        "SET search_path TO " + world.schema() + ", public",
        "SET search_path = public, " + world.schema(),
        "SELECT set_config('search_path', 'public', false)",
        "SET search_path TO DEFAULT");
  }

  /** Under names that hide nothing: what is in a temporary table is not known to the replay. */
  private String temporary() {
    return world.either(
        "CREATE TEMP TABLE IF NOT EXISTS hidden (a integer PRIMARY KEY, b text)",
        "CREATE TEMP TABLE IF NOT EXISTS hidden AS SELECT 1 AS a",
        "CREATE OR REPLACE TEMPORARY VIEW hidden_v AS SELECT 1 AS a",
        "CREATE TEMP SEQUENCE IF NOT EXISTS hidden_seq",
        "CREATE INDEX ON hidden (a)",
        "ALTER TABLE hidden ADD COLUMN IF NOT EXISTS c " + new Values(world).type(),
        "DROP TABLE IF EXISTS hidden CASCADE",
        "DISCARD TEMP");
  }

  private String block() {
    String table = new TableDdl(world).create();
    return world.either(
        "DO $$ BEGIN " + table + "; END $$",
        "DO $$ BEGIN EXECUTE '" + table.replace("'", "''") + "'; END $$",
        "DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'e1') THEN "
            + "CREATE TYPE e1 AS ENUM ('x'); END IF; END $$",
        "DO $$ BEGIN " + table + "; EXCEPTION WHEN duplicate_table THEN NULL; END $$",
        "DO $$ BEGIN CREATE TYPE e2 AS ENUM ('y'); EXCEPTION WHEN duplicate_object THEN NULL; END"
            + " $$");
  }

  /** Of what does not tell whose database it is. */
  private String owner() {
    ObjectId id = world.any(Kind.DOMAIN, Kind.ENUM, Kind.FUNCTION).id();
    String name =
        switch (id.kind()) {
          case FUNCTION -> "FUNCTION " + world.routine(id);
          case ENUM -> "TYPE " + world.sql(id);
          default -> "DOMAIN " + world.sql(id);
        };
    return "ALTER " + name + " OWNER TO " + world.either("CURRENT_USER", "pg_monitor");
  }

  /** Several things in one DROP. */
  private String several() {
    Kind kind =
        world.pick(
            java.util.List.of(
                Kind.TABLE, Kind.VIEW, Kind.SEQUENCE, Kind.INDEX, Kind.DOMAIN, Kind.ENUM));
    String words = kind == Kind.ENUM ? "TYPE" : kind.words();
    return "DROP "
        + words
        + " "
        + world.maybe(30, "IF EXISTS ")
        + world.sql(world.any(kind).id())
        + ", "
        + world.sql(world.any(kind).id())
        + world.maybe(50, " CASCADE");
  }

  /** What stands for something else: row types, columns by %TYPE, parts by other commands. */
  private String unsettled() {
    SchemaObject table = world.any(Kind.TABLE, Kind.VIEW);
    String name = world.sql(table.id());
    String column =
        Identifiers.quote(
            table.id().kind() == Kind.TABLE
                ? world.column(table.id()).id().name()
                : world.pick(((dev.drift.engine.model.View) table).columns()));
    return world.oneOf(
        () -> "CREATE TABLE " + world.newName("t") + " (r " + name + ", more integer)",
        () -> "CREATE TABLE " + world.newName("t") + " (r " + name + "[])",
        () ->
            "CREATE FUNCTION "
                + world.newName("f")
                + "(x "
                + name
                + "."
                + column
                + "%TYPE) RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        () -> "CREATE TYPE " + world.newName("k") + " AS (r " + name + ", x integer)",
        () -> "CREATE DOMAIN " + world.newName("d") + " AS " + name,
        () -> "ALTER TABLE " + world.sql(world.any(Kind.VIEW).id()) + " RENAME TO " + world.name(),
        () -> "ALTER TABLE " + world.sql(world.any(Kind.INDEX).id()) + " RENAME TO " + world.name(),
        () ->
            "ALTER TABLE "
                + world.sql(world.any(Kind.SEQUENCE).id())
                + " RENAME TO "
                + world.name());
  }
}
