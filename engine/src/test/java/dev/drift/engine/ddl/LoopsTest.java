package dev.drift.engine.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops over what is not known are opaque, never without effect. */
class LoopsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "FOR r IN SELECT g.n FROM pg_proc p JOIN LATERAL (VALUES (1), (2)) g (n) ON true"
            + " WHERE p.proname = 'pg_sleep'",
        "FOR r IN SELECT oid AS n FROM pg_proc WHERE proname LIKE 'pg_sle%'",
        "FOR r IN SELECT routine_name AS n FROM information_schema.routines"
            + " WHERE routine_schema = 'pg_catalog'",
        "FOR r IN 1..(SELECT least(3, count(*)) FROM pg_proc)",
        "FOR r IN 1..3 + floor(random() / 2)::int"
      })
  void whatTheyMakeIsOpen(String head) {
    String name = head.contains("..") ? "r" : "r.n";
    Script script =
        Script.of(
            "DO $$ BEGIN "
                + head
                + " LOOP EXECUTE format('CREATE TABLE %I (id int)', 't' || "
                + name
                + "); END LOOP; END $$");
    assertEquals(1, script.replayed().problems().size());
    assertEquals(Set.of(ObjectId.table("public", "t*")), script.replayed().opaque());
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONTINUE", "EXIT"})
  void whatIsLeftByConditionsOnDataIsOpenInEveryRound(String leave) {
    Script script =
        Script.of(
            """
            CREATE SCHEMA app;
            CREATE TYPE mood AS ENUM ('glad');
            CREATE TYPE size AS ENUM ('small');
            DO $$
            DECLARE name text;
            BEGIN
              FOREACH name IN ARRAY ARRAY['mood', 'size'] LOOP
                IF (SELECT count(*) FROM pg_stat_activity) > 7 THEN
                  %s;
                END IF;
                EXECUTE format('ALTER TYPE %%I SET SCHEMA app', name);
              END LOOP;
            END $$
            """
                .formatted(leave));
    assertEquals(1, script.replayed().problems().size());
    assertEquals(
        Set.of(
            ObjectId.of(Kind.ENUM, "public", "mood"),
            ObjectId.of(Kind.ENUM, "app", "mood"),
            ObjectId.of(Kind.ENUM, "public", "size"),
            ObjectId.of(Kind.ENUM, "app", "size")),
        script.replayed().opaque());
  }

  @Test
  void whatFailsAfterItMayHaveLeftDidLeave() {
    Script script =
        Script.of(
            """
            CREATE TABLE a (id int);
            DO $$
            DECLARE name text;
            BEGIN
              FOREACH name IN ARRAY ARRAY['a', 'b'] LOOP
                CONTINUE WHEN (SELECT count(*) FROM pg_stat_activity) > 7;
                EXECUTE format('ALTER TABLE %I ADD COLUMN x int', name);
              END LOOP;
            END $$
            """);
    assertEquals(
        Set.of(ObjectId.column(ObjectId.table("public", "a"), "x")), script.replayed().opaque());
  }

  @Test
  void routinesOfTheMigrationsAreKnownWithTheirSchemaOrName() {
    Script script =
        Script.of(
            """
            CREATE FUNCTION own() RETURNS int LANGUAGE sql AS 'SELECT 1';
            DO $$
            DECLARE r record;
            BEGIN
              FOR r IN
                SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                WHERE n.nspname = 'public'
              LOOP
                EXECUTE format('CREATE TABLE of_%s (id int)', r.proname);
              END LOOP;
              IF NOT EXISTS (SELECT FROM pg_proc WHERE proname = 'other') THEN
                CREATE TABLE other (id int);
              END IF;
            END $$
            """);
    assertEquals(List.of("public.of_own", "public.other"), script.clean().names(Kind.TABLE));
  }
}
