package dev.drift.engine.catalog;

import dev.drift.engine.catalog.History.Counting;
import dev.drift.engine.catalog.History.Late;
import dev.drift.engine.catalog.HistoryTable.Order;
import dev.drift.engine.catalog.HistoryTable.Steps;
import java.util.List;

/** Tools that keep a checksum of each migration. */
final class ChecksumHistories {
  /** Prisma: schema-engine, sql_migration_persistence.rs; a row for each attempt. */
  static final HistoryTable PRISMA =
      new HistoryTable(
          "prisma",
          "_prisma_migrations",
          List.of("migration_name", "checksum", "applied_steps_count"),
          Counting.EACH,
          Late.RUN,
          Order.AS_RUN,
          Steps.COUNTED,
          """
          SELECT migration_name AS key, checksum::text AS checksum,
                 CASE WHEN finished_at IS NULL THEN 'FAILED' ELSE 'APPLIED' END AS state,
                 applied_steps_count AS steps
          FROM %s WHERE rolled_back_at IS NULL ORDER BY started_at\
          """);

  /** Drizzle: drizzle-orm, pg-core/dialect.ts; what is not newer than the newest is passed over. */
  static final HistoryTable DRIZZLE =
      new HistoryTable(
          "drizzle",
          "__drizzle_migrations",
          List.of("hash", "created_at"),
          Counting.UP_TO,
          Late.SKIP,
          Order.AS_RUN,
          Steps.NOT_COUNTED,
          """
          SELECT created_at::text AS key, hash AS checksum, 'APPLIED' AS state
          FROM %s WHERE created_at IS NOT NULL ORDER BY id\
          """);

  /** Flyway: JdbcTableSchemaHistory; of the rows for a version the last counts. */
  static final HistoryTable FLYWAY =
      new HistoryTable(
          "flyway",
          "flyway_schema_history",
          List.of("installed_rank", "version", "checksum"),
          Counting.EACH,
          Late.SKIP,
          Order.AS_RUN,
          Steps.NOT_COUNTED,
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
  static final HistoryTable SQLX =
      new HistoryTable(
          "sqlx",
          "_sqlx_migrations",
          List.of("version", "success", "checksum"),
          Counting.EACH,
          Late.RUN,
          Order.AS_RUN,
          Steps.NOT_COUNTED,
          """
          SELECT version::text AS key, encode(checksum, 'hex') AS checksum,
                 CASE WHEN success THEN 'APPLIED' ELSE 'FAILED' END AS state
          FROM %s ORDER BY installed_on, version\
          """);

  /** refinery: refinery_core/src/traits; RFC 3339 texts of one zone sort by time. */
  static final HistoryTable REFINERY =
      new HistoryTable(
          "refinery",
          "refinery_schema_history",
          List.of("version", "applied_on", "checksum"),
          Counting.EACH,
          Late.REFUSE,
          Order.BY_NAME,
          Steps.NOT_COUNTED,
          """
          SELECT version::text AS key, checksum::text AS checksum, 'APPLIED' AS state
          FROM %s ORDER BY version\
          """);

  /** Atlas: cmd/atlas/internal/migrate/ent/schema/revision.go; type 4 was resolved by hand. */
  static final HistoryTable ATLAS =
      new HistoryTable(
          "atlas",
          "atlas_schema_revisions",
          List.of("version", "applied", "total", "hash"),
          Counting.EACH,
          Late.REFUSE,
          Order.AS_RUN,
          Steps.COUNTED,
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
  static final HistoryTable LIQUIBASE =
      new HistoryTable(
          "liquibase",
          "databasechangelog",
          List.of("id", "author", "filename", "md5sum", "exectype"),
          Counting.EACH,
          Late.RUN,
          Order.AS_RUN,
          Steps.NOT_COUNTED,
          """
          SELECT author || ':' || id AS key,
                 CASE WHEN md5sum LIKE '9:%%' THEN md5sum END AS checksum,
                 CASE exectype WHEN 'FAILED' THEN 'FAILED' WHEN 'SKIPPED' THEN 'SKIPPED'
                      WHEN 'MARK_RAN' THEN 'SKIPPED' ELSE 'APPLIED' END AS state
          FROM %s ORDER BY orderexecuted\
          """);

  /** Sqitch: lib/App/Sqitch/Engine/pg.sql; what failed stands among the events alone. */
  static final HistoryTable SQITCH =
      new HistoryTable(
          "sqitch",
          "changes",
          List.of("change_id", "script_hash", "change", "project"),
          Counting.EACH,
          Late.REFUSE,
          Order.AS_RUN,
          Steps.NOT_COUNTED,
          """
          SELECT change AS key, script_hash AS checksum, 'APPLIED' AS state
          FROM %s ORDER BY committed_at\
          """);

  /** graphile-migrate: src/migration.ts. */
  static final HistoryTable GRAPHILE_MIGRATE =
      new HistoryTable(
          "graphile-migrate",
          "migrations",
          List.of("hash", "previous_hash", "filename"),
          Counting.EACH,
          Late.REFUSE,
          Order.AS_RUN,
          Steps.NOT_COUNTED,
          """
          SELECT filename AS key, hash AS checksum, 'APPLIED' AS state
          FROM %s ORDER BY date, filename\
          """);

  private ChecksumHistories() {}
}
