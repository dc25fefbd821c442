package dev.drift.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.plan.Phase;
import dev.drift.engine.plan.PlanOptions;
import dev.drift.engine.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that come to forbid nulls are filled with what the migrations fill them with. */
class MigrationFillsTest {
  private final Patient patient;

  MigrationFillsTest(@TempDir Path migrations) {
    patient = new Patient(migrations);
  }

  @Test
  void fillsWithWhatTheMigrationsFillWith() {
    patient.intend(
        """
        CREATE TABLE users (id int PRIMARY KEY, name text);
        ALTER TABLE users ADD COLUMN tags jsonb NOT NULL DEFAULT '[]', ADD COLUMN nick varchar(9);
        ALTER TABLE users ALTER COLUMN tags DROP DEFAULT;
        UPDATE users SET nick = lower(name) || ', ' || id WHERE nick IS NULL;
        ALTER TABLE users ALTER COLUMN nick SET NOT NULL;
        ALTER TABLE users RENAME COLUMN tags TO labels;
        CREATE TYPE span AS (low int, high int);
        CREATE DOMAIN proper AS span CHECK ((value).low <= (value).high IS TRUE);
        CREATE FUNCTION unit() RETURNS span IMMUTABLE LANGUAGE sql AS 'SELECT (0, 1)::span';
        ALTER TABLE users ADD COLUMN reach proper NOT NULL DEFAULT unit(),
          ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid();
        ALTER TABLE users ALTER COLUMN reach DROP DEFAULT, ALTER COLUMN token DROP DEFAULT;
        """);
    patient.has(
        """
        CREATE TABLE users (id int PRIMARY KEY, name text);
        CREATE TYPE span AS (low int, high int);
        CREATE DOMAIN proper AS span CHECK ((value).low <= (value).high IS TRUE);
        CREATE FUNCTION unit() RETURNS span IMMUTABLE LANGUAGE sql AS 'SELECT (0, 1)::span';
        INSERT INTO users VALUES (1, 'A'), (7, 'B');
        """);

    Repair repair = patient.repair();

    patient.run(repair);
    patient.run(repair);
    assertTrue(patient.repair().plan().isEmpty(), repair.text().script(List.of()));
    assertEquals(
        List.of("[] a, 1 (0,1)", "[] b, 7 (0,1)"),
        patient.query("SELECT concat_ws(' ', labels, nick, reach) FROM users ORDER BY id"));
    assertEquals(List.of("2"), patient.query("SELECT count(DISTINCT token)::text FROM users"));
  }

  @Test
  void fillsFromAColumnBeforeItGoes() {
    patient.intend(
        """
        CREATE TABLE users (id int PRIMARY KEY, old text);
        ALTER TABLE users ADD COLUMN fresh text;
        UPDATE users SET fresh = old;
        ALTER TABLE users ALTER COLUMN fresh SET NOT NULL, DROP COLUMN old;
        """);
    patient.has(
        """
        CREATE DOMAIN short AS text CHECK (length(value) < 9);
        CREATE TABLE users (id int PRIMARY KEY, old short UNIQUE);
        CREATE VIEW olds AS SELECT old FROM users;
        INSERT INTO users VALUES (1, 'a');
        """);
    Repair repair = destructive();

    patient.run(repair);
    patient.run(repair);

    assertTrue(destructive().plan().isEmpty(), repair.text().script(List.of()));
    assertEquals(List.of("a"), patient.query("SELECT fresh FROM users"));
  }

  @Test
  void fillsWithAValueUnderItsNewLabel() {
    patient.intend(
        """
        CREATE TYPE kind AS ENUM ('plain', 'odd');
        CREATE TABLE users (id int PRIMARY KEY);
        ALTER TABLE users ADD COLUMN kind kind NOT NULL DEFAULT 'plain', ADD COLUMN next kind;
        ALTER TABLE users ALTER COLUMN kind DROP DEFAULT;
        UPDATE users SET next = 'plain';
        ALTER TABLE users ALTER COLUMN next SET NOT NULL;
        ALTER TYPE kind RENAME VALUE 'plain' TO 'usual';
        """);
    patient.has("CREATE TABLE users (id int PRIMARY KEY); INSERT INTO users VALUES (1);");

    patient.run(patient.repair());

    assertEquals(
        List.of("usual usual"), patient.query("SELECT concat_ws(' ', kind, next) FROM users"));
  }

  @Test
  void fillsTheMigrationsOwnRowsWithWhatTheyInsert() {
    patient.intend(
        """
        CREATE TABLE client (id text PRIMARY KEY, urls text[] NOT NULL, "Kind" text);
        INSERT INTO client VALUES ('web', '{https://a,"it''s"}', 'x'), ('app', '{}', 'y');
        UPDATE client SET urls = '{none}' WHERE id = 'app';
        """);
    patient.has(
        """
        CREATE TABLE client (id text PRIMARY KEY, "Kind" text);
        INSERT INTO client VALUES ('web', 'z'), ('app', 'y');
        """);

    patient.run(patient.repair());

    assertEquals(
        List.of("app {none}", "web {https://a,it's}"),
        patient.query("SELECT concat_ws(' ', id, urls) FROM client ORDER BY id"));
  }

  @Test
  void stopsAtARowThatNoMigrationInserts() {
    patient.intend(
        """
        CREATE TABLE client (id text PRIMARY KEY, url text NOT NULL);
        INSERT INTO client VALUES ('web', 'a');
        """);
    patient.has(
        """
        CREATE TABLE client (id text PRIMARY KEY);
        INSERT INTO client VALUES ('web'), ('mine');
        """);

    CatalogException stop =
        assertThrows(CatalogException.class, () -> patient.run(patient.repair()));

    assertTrue(stop.getMessage().contains("mine"), stop.getMessage());
  }

  @Test
  void takesNoFillThatIsNotForAllRows() {
    patient.intend(
        """
        CREATE TABLE users (id int PRIMARY KEY, kind text NOT NULL DEFAULT 'x');
        ALTER TABLE users ALTER COLUMN kind DROP DEFAULT;
        ALTER TABLE users ADD COLUMN rank int, ADD COLUMN best int, ADD COLUMN tags text;
        UPDATE users SET tags = 'x';
        ALTER TABLE users ALTER COLUMN tags TYPE text[] USING ARRAY[tags], ALTER tags SET NOT NULL;
        CREATE SEQUENCE for_now;
        ALTER TABLE users ADD COLUMN number text;
        UPDATE users SET number = 'N' || nextval('for_now') WHERE number IS NULL;
        ALTER TABLE users ALTER COLUMN number SET NOT NULL;
        DROP SEQUENCE for_now;
        UPDATE users SET rank = 1 WHERE id > 5;
        UPDATE users SET best = (SELECT max(id) FROM users);
        ALTER TABLE users ALTER COLUMN rank SET NOT NULL, ALTER COLUMN best SET NOT NULL;
        """);
    patient.has("CREATE TABLE users (id int PRIMARY KEY); INSERT INTO users VALUES (1);");

    assertTrue(
        patient.repair().plan().steps().stream().noneMatch(step -> step.phase() == Phase.BACKFILL));
  }

  @Test
  void makesRowsFitACheckAsTheMigrationsDo() {
    patient.intend(
        """
        CREATE TYPE engine AS ENUM ('old', 'new');
        CREATE TABLE tenants (id int PRIMARY KEY, engine engine NOT NULL DEFAULT 'old', seats int);
        UPDATE tenants SET engine = 'new' WHERE engine = 'old';
        UPDATE tenants SET seats = 1 WHERE seats < 1;
        UPDATE tenants SET seats = id + 1 WHERE seats IS NULL;
        ALTER TABLE tenants ADD CHECK (engine <> 'old'), ADD CHECK (seats > 0),
          ADD CHECK (seats < 100);
        """);
    patient.has(
        """
        CREATE TYPE engine AS ENUM ('old');
        CREATE TABLE tenants (id int PRIMARY KEY, engine engine NOT NULL DEFAULT 'old', seats int);
        INSERT INTO tenants VALUES (1, 'old', 0), (2, 'old', 7), (3, 'old', NULL);
        """);
    Repair repair = patient.repair();

    patient.run(repair);
    patient.run(repair);

    assertTrue(patient.repair().plan().isEmpty(), repair.text().script(List.of()));
    assertEquals(
        List.of("1 new 1", "2 new 7", "3 new"),
        patient.query("SELECT concat_ws(' ', id, engine, seats) FROM tenants ORDER BY id"));
  }

  @Test
  void stopsAtARowThatTheMigrationsDoNotMakeFit() {
    patient.intend(
        """
        CREATE TABLE tenants (id int PRIMARY KEY, seats int);
        UPDATE tenants SET seats = 1 WHERE seats = 0;
        ALTER TABLE tenants ADD CHECK (seats > 0);
        """);
    patient.has(
        """
        CREATE TABLE tenants (id int PRIMARY KEY, seats int);
        INSERT INTO tenants VALUES (1, 0), (44, -1);
        """);

    CatalogException stop =
        assertThrows(CatalogException.class, () -> patient.run(patient.repair()));

    assertTrue(stop.getMessage().contains("44"), stop.getMessage());
    assertEquals(List.of("0"), patient.query("SELECT seats FROM tenants WHERE id = 1"));
  }

  @Test
  void findsTheTableAsTheStatementDoes() {
    patient.intend(
        """
        CREATE SCHEMA old;
        CREATE TABLE old.users (id int PRIMARY KEY, kind text);
        CREATE TABLE users (id int PRIMARY KEY, kind text);
        UPDATE users AS u SET kind = 'new' WHERE u.kind IS NULL;
        SET search_path = old, public;
        UPDATE users SET kind = 'old' WHERE kind IS NULL;
        CREATE TEMPORARY TABLE users (kind text);
        UPDATE users SET kind = 'gone';
        ALTER TABLE public.users ALTER COLUMN kind SET NOT NULL;
        ALTER TABLE old.users ALTER COLUMN kind SET NOT NULL;
        """);
    patient.has(
        """
        CREATE SCHEMA old;
        CREATE TABLE old.users (id int PRIMARY KEY, kind text);
        CREATE TABLE users (id int PRIMARY KEY, kind text);
        INSERT INTO old.users VALUES (1);
        INSERT INTO users VALUES (1);
        """);

    patient.run(patient.repair());

    assertEquals(List.of("new"), patient.query("SELECT kind FROM public.users"));
    assertEquals(List.of("old"), patient.query("SELECT kind FROM old.users"));
  }

  private Repair destructive() {
    return patient.repair(PlanOptions.destructive(TestPostgres.majorVersion()), Map.of());
  }
}
