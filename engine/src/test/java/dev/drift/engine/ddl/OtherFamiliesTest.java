package dev.drift.engine.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.model.Routine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that are understood and change nothing that the model holds. */
class OtherFamiliesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t SELECT 1",
        "WITH x AS (SELECT 1) UPDATE t SET id = 2",
        "MERGE INTO t USING u ON t.id = u.id WHEN MATCHED THEN DELETE",
        "TRUNCATE t RESTART IDENTITY CASCADE",
        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader",
        "REVOKE ALL ON SCHEMA public FROM public",
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO reader",
        "CREATE ROLE reader NOLOGIN",
        "ALTER USER reader SET search_path = app",
        "REASSIGN OWNED BY a TO b",
        "SET CONSTRAINTS ALL DEFERRED",
        "VACUUM ANALYZE t",
        "CREATE OR REPLACE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int)",
        "CREATE OPERATOR CLASS c DEFAULT FOR TYPE int USING btree AS FUNCTION 1 btint4cmp(int,"
            + " int)",
        "CREATE TEXT SEARCH CONFIGURATION c (COPY = simple)",
        "CREATE DEFAULT CONVERSION c FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8",
        "ALTER PROCEDURAL LANGUAGE plpgsql OWNER TO robin",
        "SELECT set_config('app.user', 'x', false), now()",
        "REFRESH MATERIALIZED VIEW CONCURRENTLY m"
      })
  void isUnderstood(String statement) {
    assertEquals(List.of(), Script.of(statement).problems());
  }

  @Test
  void catalogsChangedByHandAreOpaque() {
    assertEquals(
        List.of("OPAQUE 2: changes pg_attribute by hand"),
        Script.of(
                "CREATE TABLE t (c varchar(3));\n"
                    + "UPDATE pg_attribute SET atttypmod = 68 WHERE attrelid = 't'::regclass;"
                    + "UPDATE pg_settings SET setting = 'x' WHERE name = 'y';"
                    + "DELETE FROM pg_catalog.pg_depend WHERE false")
            .problems());
  }

  @Test
  void anUnknownStatementIsSaidToBeUnknown() {
    assertEquals(List.of("UNPARSED 1: unknown statement"), Script.of("FROBNICATE t").problems());
  }

  @Test
  void settingsOfRoutinesHaveASyntaxOfTheirOwn() {
    assertEquals(
        Map.of(
            "TimeZone",
            "Europe/Rome",
            "role",
            "none",
            "session.zone",
            "x",
            "xmloption",
            "document"),
        Script.of(
                "CREATE FUNCTION f() RETURNS void LANGUAGE sql SET TIME ZONE 'Europe/Rome'"
                    + " SET ROLE NONE SET session.zone = 'x' SET XML OPTION DOCUMENT AS ''")
            .clean()
            .get(Routine.class, "public.f()")
            .settings());
  }
}
