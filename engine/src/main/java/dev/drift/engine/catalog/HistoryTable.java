package dev.drift.engine.catalog;

import dev.drift.engine.catalog.History.Counting;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.Identifiers;
import java.util.List;
import java.util.Optional;

/**
 * A history table as one tool makes it, read from the tools' sources.
 *
 * @param name the table's, in whatever schema it is
 * @param column one that it must have
 * @param query with {@code %s} for the table; gives key, checksum and state
 */
record HistoryTable(String tool, String name, String column, Counting counting, String query) {
  private static final String VERSIONS =
      "SELECT version::text AS key, NULL::text AS checksum, 'APPLIED' AS state FROM %s ORDER BY"
          + " version";

  private static final List<HistoryTable> ALL =
      List.of(
          new HistoryTable("plain", "schema_migrations", "version", Counting.EACH, VERSIONS),
          new HistoryTable("dbmate", "schema_migrations", "version", Counting.EACH, VERSIONS),
          new HistoryTable("supabase", "schema_migrations", "version", Counting.EACH, VERSIONS),
          new HistoryTable(
              "diesel", "__diesel_schema_migrations", "version", Counting.EACH, VERSIONS),
          new HistoryTable(
              "golang-migrate",
              "schema_migrations",
              "dirty",
              Counting.UP_TO,
              """
              SELECT version::text AS key, NULL::text AS checksum,
                     CASE WHEN dirty THEN 'FAILED' ELSE 'APPLIED' END AS state FROM %s\
              """),
          new HistoryTable(
              "goose",
              "goose_db_version",
              "is_applied",
              Counting.EACH,
              """
              SELECT version_id::text AS key, NULL::text AS checksum, 'APPLIED' AS state
              FROM (SELECT DISTINCT ON (version_id) version_id, is_applied FROM %s
                    ORDER BY version_id, id DESC) AS latest
              WHERE is_applied AND version_id > 0 ORDER BY version_id\
              """),
          new HistoryTable(
              "prisma",
              "_prisma_migrations",
              "migration_name",
              Counting.EACH,
              """
              SELECT migration_name AS key, checksum::text AS checksum,
                     CASE WHEN finished_at IS NULL THEN 'FAILED' ELSE 'APPLIED' END AS state
              FROM %s WHERE rolled_back_at IS NULL ORDER BY started_at\
              """),
          new HistoryTable(
              "drizzle",
              "__drizzle_migrations",
              "created_at",
              Counting.UP_TO,
              """
              SELECT created_at::text AS key, hash AS checksum, 'APPLIED' AS state
              FROM %s WHERE created_at IS NOT NULL ORDER BY created_at\
              """),
          new HistoryTable(
              "flyway",
              "flyway_schema_history",
              "installed_rank",
              Counting.EACH,
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
              """),
          new HistoryTable(
              "sqlx",
              "_sqlx_migrations",
              "success",
              Counting.EACH,
              """
              SELECT version::text AS key, encode(checksum, 'hex') AS checksum,
                     CASE WHEN success THEN 'APPLIED' ELSE 'FAILED' END AS state
              FROM %s ORDER BY version\
              """),
          new HistoryTable(
              "refinery",
              "refinery_schema_history",
              "version",
              Counting.EACH,
              """
              SELECT version::text AS key, checksum::text AS checksum, 'APPLIED' AS state
              FROM %s ORDER BY version\
              """));

  /** {@return where in the database this tool keeps its record, and how to read it} */
  static Optional<Found> find(String tool, SchemaModel model) {
    return ALL.stream()
        .filter(form -> form.tool.equals(tool))
        .flatMap(
            form ->
                model.ofKind(Kind.TABLE).stream()
                    .map(SchemaObject::id)
                    .filter(table -> form.fits(table, model))
                    .sorted()
                    .map(table -> new Found(form, table)))
        .findFirst();
  }

  /** A history table that is there. */
  record Found(HistoryTable form, ObjectId table) {
    String query() {
      return form.query.formatted(Identifiers.quote(table.schema(), table.name()));
    }
  }

  private boolean fits(ObjectId table, SchemaModel model) {
    return table.name().equals(name) && model.contains(ObjectId.column(table, column));
  }
}
