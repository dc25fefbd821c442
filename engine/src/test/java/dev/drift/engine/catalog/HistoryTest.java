package dev.drift.engine.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.drift.engine.testing.TestPostgres;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The tables as the tools make them, with rows as they write them. */
class HistoryTest {
  @Test
  void isEmptyWithoutATable() {
    assertEquals(Optional.empty(), HistoryRows.history("prisma", "CREATE TABLE other ()"));
  }

  @Test
  void readsPrisma() {
    assertEquals(
        List.of("1_init sum APPLIED", "2_half sum FAILED"),
        HistoryRows.read(
            "prisma",
            """
            CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL,
              finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text,
              rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(),
              applied_steps_count int NOT NULL DEFAULT 0);
            INSERT INTO _prisma_migrations VALUES
              ('a', 'sum', now(), '1_init', NULL, NULL, '2024-01-01', 1),
              ('b', 'sum', NULL, '2_half', 'died', now(), '2024-01-02', 0),
              ('c', 'sum', NULL, '2_half', 'died', NULL, '2024-01-03', 0);\
            """));
  }

  @Test
  void readsDrizzleInItsOwnSchema() {
    assertEquals(
        List.of("1748340005113 abc APPLIED"),
        HistoryRows.read(
            "drizzle",
            """
            CREATE SCHEMA drizzle;
            CREATE TABLE drizzle.__drizzle_migrations (
              id serial PRIMARY KEY, hash text NOT NULL, created_at bigint);
            INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('abc', 1748340005113);\
            """));
  }

  @Test
  void readsTheLastThatFlywaySaysOfAVersion() {
    assertEquals(
        List.of("1 - BASELINE", "2 7 APPLIED", "some views -9 APPLIED", "4 8 FAILED"),
        HistoryRows.read(
            "flyway",
            """
            CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY, version varchar(50),
              description varchar(200) NOT NULL, type varchar(20) NOT NULL, script varchar(1000) NOT NULL,
              checksum int, installed_by varchar(100) NOT NULL, installed_on timestamp DEFAULT now(),
              execution_time int NOT NULL, success boolean NOT NULL);
            INSERT INTO flyway_schema_history
              (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
            VALUES (0, NULL, '<< Flyway Schema Creation >>', 'SCHEMA', 's', NULL, 'u', 0, true),
              (1, '1', '<< Flyway Baseline >>', 'BASELINE', 'b', NULL, 'u', 0, true),
              (2, '2', 'two', 'SQL', 'V2__two.sql', 7, 'u', 0, true),
              (3, '3', 'three', 'SQL', 'V3__three.sql', 7, 'u', 0, true),
              (4, '3', 'three', 'UNDO_SQL', 'U3__three.sql', 7, 'u', 0, true),
              (5, NULL, 'some views', 'SQL', 'R__some_views.sql', 5, 'u', 0, true),
              (6, NULL, 'some views', 'SQL', 'R__some_views.sql', -9, 'u', 0, true),
              (7, '4', 'four', 'SQL', 'V4__four.sql', 8, 'u', 0, false);\
            """));
  }

  @Test
  void readsWhetherGooseHasGoneDownAgain() {
    assertEquals(
        List.of("1 - APPLIED", "3 - APPLIED"),
        HistoryRows.read(
            "goose",
            """
            CREATE TABLE goose_db_version (id serial PRIMARY KEY, version_id bigint NOT NULL,
              is_applied boolean NOT NULL, tstamp timestamp DEFAULT now());
            INSERT INTO goose_db_version (version_id, is_applied) VALUES
              (0, true), (1, true), (2, true), (3, true), (3, false), (2, false), (3, true);\
            """));
  }

  @Test
  void readsThatGolangMigrateIsDirty() {
    History history =
        HistoryRows.history(
                "golang-migrate",
                """
                CREATE TABLE schema_migrations (version bigint PRIMARY KEY, dirty boolean NOT NULL);
                INSERT INTO schema_migrations VALUES (4, true);\
                """)
            .orElseThrow();

    assertEquals(History.Counting.UP_TO, history.counting());
    assertEquals("public.schema_migrations", history.table());
    assertEquals(List.of("4 - FAILED"), HistoryRows.lines(history));
  }

  @Test
  void readsSqlxRefineryAndPlainVersions() {
    assertEquals(
        List.of("20240101 0aff APPLIED"),
        HistoryRows.read(
            "sqlx",
            """
            CREATE TABLE _sqlx_migrations (version bigint PRIMARY KEY, description text NOT NULL,
              installed_on timestamptz NOT NULL DEFAULT now(), success boolean NOT NULL,
              checksum bytea NOT NULL, execution_time bigint NOT NULL);
            INSERT INTO _sqlx_migrations VALUES (20240101, 'x', now(), true, '\\x0aff', 1);\
            """));
    assertEquals(
        List.of("1 123 APPLIED"),
        HistoryRows.read(
            "refinery",
            """
            CREATE TABLE refinery_schema_history (version int4 PRIMARY KEY, name varchar(255),
              applied_on varchar(255), checksum varchar(255));
            INSERT INTO refinery_schema_history VALUES (1, 'x', 'now', '123');\
            """));
    assertEquals(
        List.of("000 - APPLIED", "001 - APPLIED"),
        HistoryRows.read(
            "plain",
            """
            CREATE TABLE schema_migrations (version varchar(10) PRIMARY KEY, name text);
            INSERT INTO schema_migrations VALUES ('001', 'x'), ('000', 'y');\
            """));
  }

  @Test
  void readsHowManyStatementsAtlasHasRun() {
    History history =
        HistoryRows.history(
                "atlas",
                """
                CREATE SCHEMA atlas_schema_revisions;
                CREATE TABLE atlas_schema_revisions.atlas_schema_revisions (version varchar PRIMARY KEY,
                  description varchar NOT NULL, type bigint NOT NULL DEFAULT 2, applied bigint NOT NULL
                  DEFAULT 0, total bigint NOT NULL DEFAULT 0, executed_at timestamptz NOT NULL,
                  execution_time bigint NOT NULL, error text, error_stmt text, hash varchar NOT NULL,
                  partial_hashes jsonb, operator_version varchar NOT NULL);
                INSERT INTO atlas_schema_revisions.atlas_schema_revisions VALUES
                  ('.atlas_cloud_identifier', 'x', 2, 0, 0, '2024-01-01', 0, NULL, NULL, '', NULL, 'v'),
                  ('1', 'base', 1, 0, 0, '2024-01-01', 0, NULL, NULL, '', NULL, 'v'),
                  ('2', 'two', 2, 3, 3, '2024-01-02', 0, NULL, NULL, 'h2', NULL, 'v'),
                  ('3', 'three', 2, 1, 4, '2024-01-03', 0, 'died', 'SELECT', 'h3', '["a"]', 'v'),
                  ('4', 'four', 4, 0, 2, '2024-01-04', 0, NULL, NULL, 'h4', NULL, 'v');\
                """)
            .orElseThrow();

    assertEquals(
        List.of("1  BASELINE", "2 h2 APPLIED", "3 h3 FAILED", "4 h4 APPLIED"),
        HistoryRows.lines(history));
    assertEquals(OptionalInt.of(1), history.entries().get(2).steps());
  }

  @Test
  void readsWhatSqitchHasDeployed() {
    assertEquals(
        List.of("users abc APPLIED", "pets def APPLIED"),
        HistoryRows.read(
            "sqitch",
            """
            CREATE SCHEMA sqitch;
            CREATE TABLE sqitch.changes (change_id text PRIMARY KEY, script_hash text, change text NOT NULL,
              project text NOT NULL, committed_at timestamptz NOT NULL);
            INSERT INTO sqitch.changes VALUES ('2', 'def', 'pets', 'p', '2024-01-02'),
              ('1', 'abc', 'users', 'p', '2024-01-01');\
            """));
  }

  @Test
  void readsGraphileMigrateLiquibaseAndPop() {
    assertEquals(
        List.of("000001.sql sha1:a APPLIED"),
        HistoryRows.read(
            "graphile-migrate",
            """
            CREATE SCHEMA graphile_migrate;
            CREATE TABLE graphile_migrate.migrations (hash text PRIMARY KEY, previous_hash text,
              filename text NOT NULL, date timestamptz NOT NULL DEFAULT now());
            INSERT INTO graphile_migrate.migrations VALUES ('sha1:a', NULL, '000001.sql');\
            """));
    assertEquals(
        List.of("ann:1 9:a APPLIED", "ann:2 - SKIPPED"),
        HistoryRows.read(
            "liquibase",
            """
            CREATE TABLE databasechangelog (id varchar(255), author varchar(255), filename varchar(255),
              dateexecuted timestamp, orderexecuted int, exectype varchar(10), md5sum varchar(35));
            INSERT INTO databasechangelog VALUES ('2', 'ann', 'c.sql', now(), 2, 'MARK_RAN', '8:b'),
              ('1', 'ann', 'c.sql', now(), 1, 'EXECUTED', '9:a');\
            """));
    assertEquals(
        List.of("20240101 - APPLIED"),
        HistoryRows.read(
            "pop",
            """
            CREATE TABLE schema_migration (version varchar(14) NOT NULL);
            INSERT INTO schema_migration VALUES ('20240101');\
            """));
  }

  @Test
  void saysThatTheTableMayNotBeRead() {
    String url = TestPostgres.createDatabase();
    TestPostgres.execute(
        url,
        """
        CREATE TABLE schema_migrations (version text);
        CREATE ROLE drift_reader_%1$s LOGIN;\
        """
            .formatted(ProcessHandle.current().pid()));
    Target reader =
        Target.of(
            Optional.of(
                url.replaceFirst(
                    "//[^@]*@", "//drift_reader_%d@".formatted(ProcessHandle.current().pid()))));

    CatalogException refused =
        assertThrows(
            CatalogException.class,
            () -> Catalog.histories(reader, "plain", HistoryChoice.FOUND, HistoryRows.model(url)));

    assertEquals(
        "cannot read the history table public.schema_migrations: permission denied for table"
            + " schema_migrations",
        refused.getMessage());
  }
}
