package dev.drift.engine.catalog;

import dev.drift.engine.catalog.History.Counting;
import dev.drift.engine.catalog.History.Late;
import java.util.List;

/** The tools' history tables, read from the tools' sources; of those of one name the first fits. */
final class HistoryForms {
  private static final String VERSIONS =
      "SELECT version::text AS key, NULL::text AS checksum, 'APPLIED' AS state FROM %s ORDER BY"
          + " version";

  /** goose: internal/dialect/dialectquery/postgres.go; a row with false follows on the way down. */
  private static final HistoryTable GOOSE =
      new HistoryTable(
          "goose",
          "goose_db_version",
          List.of("version_id", "is_applied"),
          Counting.EACH,
          Late.REFUSE,
          true,
          false,
          """
          SELECT version_id::text AS key, NULL::text AS checksum, 'APPLIED' AS state
          FROM (SELECT DISTINCT ON (version_id) version_id, is_applied, id FROM %s
                ORDER BY version_id, id DESC) AS latest
          WHERE is_applied AND version_id > 0 ORDER BY id\
          """);

  /** golang-migrate: database/postgres/postgres.go; one row. */
  private static final HistoryTable GOLANG_MIGRATE =
      new HistoryTable(
          "golang-migrate",
          "schema_migrations",
          List.of("version", "dirty"),
          Counting.UP_TO,
          Late.SKIP,
          false,
          false,
          """
          SELECT version::text AS key, NULL::text AS checksum,
                 CASE WHEN dirty THEN 'FAILED' ELSE 'APPLIED' END AS state FROM %s\
          """);

  /** Prisma: schema-engine, sql_migration_persistence.rs; a row for each attempt. */
  private static final HistoryTable PRISMA =
      new HistoryTable(
          "prisma",
          "_prisma_migrations",
          List.of("migration_name", "checksum", "applied_steps_count"),
          Counting.EACH,
          Late.RUN,
          true,
          true,
          """
          SELECT migration_name AS key, checksum::text AS checksum,
                 CASE WHEN finished_at IS NULL THEN 'FAILED' ELSE 'APPLIED' END AS state,
                 applied_steps_count AS steps
          FROM %s WHERE rolled_back_at IS NULL ORDER BY started_at\
          """);

  /** Drizzle: drizzle-orm, pg-core/dialect.ts; what is not newer than the newest is passed over. */
  private static final HistoryTable DRIZZLE =
      new HistoryTable(
          "drizzle",
          "__drizzle_migrations",
          List.of("hash", "created_at"),
          Counting.UP_TO,
          Late.SKIP,
          true,
          false,
          """
          SELECT created_at::text AS key, hash AS checksum, 'APPLIED' AS state
          FROM %s WHERE created_at IS NOT NULL ORDER BY id\
          """);

  /** Flyway: JdbcTableSchemaHistory; of the rows for a version the last counts. */
  private static final HistoryTable FLYWAY =
      new HistoryTable(
          "flyway",
          "flyway_schema_history",
          List.of("installed_rank", "version", "checksum"),
          Counting.EACH,
          Late.SKIP,
          true,
          false,
          """
          SELECT key, checksum::text AS checksum,
                 CASE WHEN type = 'BASELINE' THEN 'BASELINE' WHEN success THEN 'APPLIED'
                      ELSE 'FAILED' END AS state
          FROM (SELECT DISTINCT ON (coalesce(version, description))
                       coalesce(version, description) AS key, checksum, type, success,
                       installed_rank
                FROM %s WHERE type <> 'SCHEMA'
                ORDER BY coalesce(version, description), installed_rank DESC) AS latest
          WHERE type NOT LIKE 'UNDO%%' AND type <> 'DELETE' ORDER BY installed_rank\
          """);

  /** sqlx: sqlx-postgres/src/migrate.rs. */
  private static final HistoryTable SQLX =
      new HistoryTable(
          "sqlx",
          "_sqlx_migrations",
          List.of("version", "success", "checksum"),
          Counting.EACH,
          Late.RUN,
          true,
          false,
          """
          SELECT version::text AS key, encode(checksum, 'hex') AS checksum,
                 CASE WHEN success THEN 'APPLIED' ELSE 'FAILED' END AS state
          FROM %s ORDER BY installed_on, version\
          """);

  /** refinery: refinery_core/src/traits; RFC 3339 texts of one zone sort by time. */
  private static final HistoryTable REFINERY =
      new HistoryTable(
          "refinery",
          "refinery_schema_history",
          List.of("version", "applied_on", "checksum"),
          Counting.EACH,
          Late.REFUSE,
          false,
          false,
          """
          SELECT version::text AS key, checksum::text AS checksum, 'APPLIED' AS state
          FROM %s ORDER BY version\
          """);

  /** Diesel: diesel_migrations, and diesel::migration's __diesel_schema_migrations. */
  private static final HistoryTable DIESEL =
      new HistoryTable(
          "diesel",
          "__diesel_schema_migrations",
          List.of("version"),
          Counting.EACH,
          Late.RUN,
          false,
          false,
          VERSIONS);

  /** Supabase: cli pkg/migration/history.go; the statements themselves are kept. */
  private static final HistoryTable SUPABASE =
      new HistoryTable(
          "supabase",
          "schema_migrations",
          List.of("version", "statements"),
          Counting.EACH,
          Late.REFUSE,
          false,
          false,
          VERSIONS);

  /** Atlas: cmd/atlas/internal/migrate/ent/schema/revision.go; type 4 was resolved by hand. */
  private static final HistoryTable ATLAS =
      new HistoryTable(
          "atlas",
          "atlas_schema_revisions",
          List.of("version", "applied", "total", "hash"),
          Counting.EACH,
          Late.REFUSE,
          true,
          true,
          """
          SELECT version::text AS key, hash AS checksum,
                 CASE WHEN type = 1 THEN 'BASELINE' WHEN type & 4 = 0 AND applied < total
                      THEN 'FAILED' ELSE 'APPLIED' END AS state,
                 applied::int AS steps
          FROM %s WHERE version NOT LIKE '.%%' ORDER BY executed_at, version\
          """);

  /**
   * Liquibase: database changelog table; only checksums of version 9 can be worked out from the
   * file alone.
   */
  private static final HistoryTable LIQUIBASE =
      new HistoryTable(
          "liquibase",
          "databasechangelog",
          List.of("id", "author", "filename", "md5sum", "exectype"),
          Counting.EACH,
          Late.RUN,
          true,
          false,
          """
          SELECT author || ':' || id AS key,
                 CASE WHEN md5sum LIKE '9:%%' THEN md5sum END AS checksum,
                 CASE exectype WHEN 'FAILED' THEN 'FAILED' WHEN 'SKIPPED' THEN 'SKIPPED'
                      WHEN 'MARK_RAN' THEN 'SKIPPED' ELSE 'APPLIED' END AS state
          FROM %s ORDER BY orderexecuted\
          """);

  /** Sqitch: lib/App/Sqitch/Engine/pg.sql; what failed stands among the events alone. */
  private static final HistoryTable SQITCH =
      new HistoryTable(
          "sqitch",
          "changes",
          List.of("change_id", "script_hash", "change", "project"),
          Counting.EACH,
          Late.REFUSE,
          true,
          false,
          """
          SELECT change AS key, script_hash AS checksum, 'APPLIED' AS state
          FROM %s ORDER BY committed_at\
          """);

  /** graphile-migrate: src/migration.ts. */
  private static final HistoryTable GRAPHILE_MIGRATE =
      new HistoryTable(
          "graphile-migrate",
          "migrations",
          List.of("hash", "previous_hash", "filename"),
          Counting.EACH,
          Late.REFUSE,
          true,
          false,
          """
          SELECT filename AS key, hash AS checksum, 'APPLIED' AS state
          FROM %s ORDER BY date, filename\
          """);

  /** sql-migrate: migrate.go; the id is the file's name. */
  private static final HistoryTable SQL_MIGRATE =
      new HistoryTable(
          "sql-migrate",
          "gorp_migrations",
          List.of("id", "applied_at"),
          Counting.EACH,
          Late.RUN,
          true,
          false,
          """
          SELECT id AS key, NULL::text AS checksum, 'APPLIED' AS state
          FROM %s ORDER BY applied_at, id\
          """);

  /** node-pg-migrate: src/runner.ts; the name is the file's without its extension. */
  private static final HistoryTable NODE_PG_MIGRATE =
      new HistoryTable(
          "node-pg-migrate",
          "pgmigrations",
          List.of("id", "name", "run_on"),
          Counting.EACH,
          Late.REFUSE,
          true,
          false,
          """
          SELECT name AS key, NULL::text AS checksum, 'APPLIED' AS state
          FROM %s ORDER BY run_on, id\
          """);

  /** tern: migrate/migrate.go; one row. */
  private static final HistoryTable TERN =
      new HistoryTable(
          "tern",
          "schema_version",
          List.of("version"),
          Counting.UP_TO,
          Late.SKIP,
          false,
          false,
          """
          SELECT version::text AS key, NULL::text AS checksum, 'APPLIED' AS state
          FROM %s WHERE version > 0\
          """);

  /** Play: play.api.db.evolutions; what is being applied, or failed, says so. */
  private static final HistoryTable PLAY =
      new HistoryTable(
          "play",
          "play_evolutions",
          List.of("id", "apply_script", "state"),
          Counting.EACH,
          Late.RUN,
          true,
          false,
          """
          SELECT id::text AS key, NULL::text AS checksum,
                 CASE state WHEN 'applied' THEN 'APPLIED' ELSE 'FAILED' END AS state
          FROM %s ORDER BY id\
          """);

  /** MyBatis Migrations: the changelog that its template creates. */
  private static final HistoryTable MYBATIS =
      new HistoryTable(
          "mybatis",
          "changelog",
          List.of("id", "applied_at", "description"),
          Counting.EACH,
          Late.SKIP,
          true,
          false,
          """
          SELECT id::text AS key, NULL::text AS checksum, 'APPLIED' AS state
          FROM %s ORDER BY id\
          """);

  /** yoyo: yoyo/internalmigrations. */
  private static final HistoryTable YOYO =
      new HistoryTable(
          "yoyo",
          "_yoyo_migration",
          List.of("migration_hash", "migration_id"),
          Counting.EACH,
          Late.RUN,
          true,
          false,
          """
          SELECT migration_id AS key, NULL::text AS checksum, 'APPLIED' AS state
          FROM %s ORDER BY applied_at_utc, migration_id\
          """);

  /** Pop: schema_migration_table_name's default. */
  private static final HistoryTable POP = versions("pop", "schema_migration", Late.RUN);

  /** dbmate: pkg/driver/postgres/postgres.go. */
  private static final HistoryTable DBMATE = versions("dbmate", "schema_migrations", Late.RUN);

  /** Rails, and what else keeps one column of versions. */
  private static final HistoryTable PLAIN = versions("plain", "schema_migrations", Late.RUN);

  static final List<HistoryTable> ALL =
      List.of(
          GOOSE,
          GOLANG_MIGRATE,
          PRISMA,
          DRIZZLE,
          FLYWAY,
          SQLX,
          REFINERY,
          DIESEL,
          SUPABASE,
          ATLAS,
          LIQUIBASE,
          SQITCH,
          GRAPHILE_MIGRATE,
          SQL_MIGRATE,
          NODE_PG_MIGRATE,
          PLAY,
          MYBATIS,
          YOYO,
          POP,
          DBMATE,
          PLAIN,
          TERN);

  private HistoryForms() {}

  private static HistoryTable versions(String tool, String table, Late late) {
    return new HistoryTable(
        tool, table, List.of("version"), Counting.EACH, late, false, false, VERSIONS);
  }
}
