package dev.drift.engine.catalog;

import dev.drift.engine.catalog.History.Counting;
import dev.drift.engine.catalog.History.Late;
import dev.drift.engine.catalog.HistoryTable.Order;
import dev.drift.engine.catalog.HistoryTable.Steps;
import java.util.List;

/** Tools that keep which migrations have run, without a checksum of the files. */
final class VersionHistories {
  private static final String VERSIONS =
      "SELECT version::text AS key, NULL::text AS checksum, 'APPLIED' AS state FROM %s ORDER BY"
          + " version";

  /** goose: internal/dialect/dialectquery/postgres.go; a row with false follows on the way down. */
  static final HistoryTable GOOSE =
      new HistoryTable(
          "goose",
          "goose_db_version",
          List.of("version_id", "is_applied"),
          Counting.EACH,
          Late.REFUSE,
          Order.AS_RUN,
          Steps.NOT_COUNTED,
          """
          SELECT version_id::text AS key, NULL::text AS checksum, 'APPLIED' AS state
          FROM (SELECT DISTINCT ON (version_id) version_id, is_applied, id FROM %s
                ORDER BY version_id, id DESC) AS latest
          WHERE is_applied AND version_id > 0 ORDER BY id\
          """);

  /** golang-migrate: database/postgres/postgres.go; one row. */
  static final HistoryTable GOLANG_MIGRATE =
      new HistoryTable(
          "golang-migrate",
          "schema_migrations",
          List.of("version", "dirty"),
          Counting.UP_TO,
          Late.SKIP,
          Order.BY_NAME,
          Steps.NOT_COUNTED,
          """
          SELECT version::text AS key, NULL::text AS checksum,
                 CASE WHEN dirty THEN 'FAILED' ELSE 'APPLIED' END AS state FROM %s\
          """);

  /** Diesel: diesel_migrations, and diesel::migration's __diesel_schema_migrations. */
  static final HistoryTable DIESEL =
      new HistoryTable(
          "diesel",
          "__diesel_schema_migrations",
          List.of("version"),
          Counting.EACH,
          Late.RUN,
          Order.BY_NAME,
          Steps.NOT_COUNTED,
          VERSIONS);

  /** Supabase: cli pkg/migration/history.go; the statements themselves are kept. */
  static final HistoryTable SUPABASE =
      new HistoryTable(
          "supabase",
          "schema_migrations",
          List.of("version", "statements"),
          Counting.EACH,
          Late.REFUSE,
          Order.BY_NAME,
          Steps.NOT_COUNTED,
          VERSIONS);

  /** sql-migrate: migrate.go; the id is the file's name. */
  static final HistoryTable SQL_MIGRATE =
      new HistoryTable(
          "sql-migrate",
          "gorp_migrations",
          List.of("id", "applied_at"),
          Counting.EACH,
          Late.RUN,
          Order.AS_RUN,
          Steps.NOT_COUNTED,
          """
          SELECT id AS key, NULL::text AS checksum, 'APPLIED' AS state
          FROM %s ORDER BY applied_at, id\
          """);

  /** node-pg-migrate: src/runner.ts; the name is the file's without its extension. */
  static final HistoryTable NODE_PG_MIGRATE =
      new HistoryTable(
          "node-pg-migrate",
          "pgmigrations",
          List.of("id", "name", "run_on"),
          Counting.EACH,
          Late.REFUSE,
          Order.AS_RUN,
          Steps.NOT_COUNTED,
          """
          SELECT name AS key, NULL::text AS checksum, 'APPLIED' AS state
          FROM %s ORDER BY run_on, id\
          """);

  /** tern: migrate/migrate.go; one row. */
  static final HistoryTable TERN =
      new HistoryTable(
          "tern",
          "schema_version",
          List.of("version"),
          Counting.UP_TO,
          Late.SKIP,
          Order.BY_NAME,
          Steps.NOT_COUNTED,
          """
          SELECT version::text AS key, NULL::text AS checksum, 'APPLIED' AS state
          FROM %s WHERE version > 0\
          """);

  /** Play: play.api.db.evolutions; what is being applied, or failed, says so. */
  static final HistoryTable PLAY =
      new HistoryTable(
          "play",
          "play_evolutions",
          List.of("id", "apply_script", "state"),
          Counting.EACH,
          Late.RUN,
          Order.AS_RUN,
          Steps.NOT_COUNTED,
          """
          SELECT id::text AS key, NULL::text AS checksum,
                 CASE state WHEN 'applied' THEN 'APPLIED' ELSE 'FAILED' END AS state
          FROM %s ORDER BY id\
          """);

  /** MyBatis Migrations: the changelog that its template creates. */
  static final HistoryTable MYBATIS =
      new HistoryTable(
          "mybatis",
          "changelog",
          List.of("id", "applied_at", "description"),
          Counting.EACH,
          Late.SKIP,
          Order.AS_RUN,
          Steps.NOT_COUNTED,
          """
          SELECT id::text AS key, NULL::text AS checksum, 'APPLIED' AS state
          FROM %s ORDER BY applied_at, id\
          """);

  /** yoyo: yoyo/internalmigrations. */
  static final HistoryTable YOYO =
      new HistoryTable(
          "yoyo",
          "_yoyo_migration",
          List.of("migration_hash", "migration_id"),
          Counting.EACH,
          Late.RUN,
          Order.AS_RUN,
          Steps.NOT_COUNTED,
          """
          SELECT migration_id AS key, NULL::text AS checksum, 'APPLIED' AS state
          FROM %s ORDER BY applied_at_utc, migration_id\
          """);

  /** Pop: schema_migration_table_name's default. */
  static final HistoryTable POP = versions("pop", "schema_migration");

  /** dbmate: pkg/driver/postgres/postgres.go. */
  static final HistoryTable DBMATE = versions("dbmate", "schema_migrations");

  /** Rails, and what else keeps one column of versions. */
  static final HistoryTable PLAIN = versions("plain", "schema_migrations");

  private VersionHistories() {}

  private static HistoryTable versions(String tool, String table) {
    return new HistoryTable(
        tool,
        table,
        List.of("version"),
        Counting.EACH,
        Late.RUN,
        Order.BY_NAME,
        Steps.NOT_COUNTED,
        VERSIONS);
  }
}
