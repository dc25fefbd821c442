package dev.drift.engine.progress;

import dev.drift.engine.catalog.History;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.source.Migration;
import dev.drift.engine.source.Statement;
import dev.drift.engine.sql.Identifiers;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rows of history tables, each as its own tool writes them when it is told that a migration has
 * been applied by other means. Every statement may run again.
 */
final class RecordSql {
  private final History history;
  private final SchemaModel actual;
  private final String table;

  RecordSql(History history, SchemaModel actual) {
    int dot = history.table().indexOf('.');
    this.history = history;
    this.actual = actual;
    this.table =
        Identifiers.quote(history.table().substring(0, dot), history.table().substring(dot + 1));
  }

  /** {@return the statements that record this migration; empty if drift cannot write such rows} */
  Optional<String> applied(Migration migration) {
    return switch (history.tool()) {
      case "prisma" -> Optional.of(prisma(migration));
      case "flyway" -> Optional.of(flyway(migration));
      case "golang-migrate" -> Optional.of(golangMigrate(migration));
      case "goose" ->
          Optional.of(
              insert(
                  "version_id, is_applied",
                  migration.recorded() + ", true",
                  """
                  (SELECT coalesce((SELECT is_applied FROM %s WHERE version_id = %s
                    ORDER BY id DESC LIMIT 1), false))\
                  """
                      .formatted(table, migration.recorded())));
      case "drizzle" ->
          Optional.of(
              insert(
                  "hash, created_at",
                  literal(migration.checksum()) + ", " + migration.recorded(),
                  exists("created_at", migration.recorded())));
      case "sqlx" -> Optional.of(sqlx(migration));
      case "refinery" ->
          Optional.of(
              insert(
                  "version, name, applied_on, checksum",
                  "%s, %s, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), %s"
                      .formatted(
                          migration.recorded(),
                          literal(migration.name()),
                          literal(migration.checksum())),
                  exists("version", migration.recorded())));
      case "supabase" ->
          Optional.of(
              insert(
                  "version, name, statements",
                  "%s, %s, ARRAY[%s]::text[]"
                      .formatted(
                          literal(migration.recorded()),
                          literal(migration.name()),
                          migration.statements().stream()
                              .map(Statement::text)
                              .map(Identifiers::literal)
                              .collect(Collectors.joining(", "))),
                  exists("version", literal(migration.recorded()))));
      case "atlas" -> Optional.of(atlas(migration));
      case "graphile-migrate" -> graphileMigrate(migration);
      case "sql-migrate" ->
          Optional.of(
              insert(
                  "id, applied_at",
                  literal(migration.recorded()) + ", now()",
                  exists("id", literal(migration.recorded()))));
      case "node-pg-migrate" ->
          Optional.of(
              insert(
                  "name, run_on",
                  literal(migration.recorded()) + ", now()",
                  exists("name", literal(migration.recorded()))));
      case "dbmate", "diesel", "pop", "plain" -> versions(migration);
      default -> Optional.empty();
    };
  }

  /** {@return the statement that records the file's present checksum; empty if there is none} */
  Optional<String> checksum(Migration migration) {
    String version = literal(migration.recorded());
    String sum = literal(migration.checksum());
    return switch (history.tool()) {
      case "prisma" ->
          Optional.of(
              update(
                  "checksum = " + sum,
                  "migration_name = " + version + " AND rolled_back_at IS NULL"));
      case "flyway" ->
          Optional.of(update("checksum = " + migration.checksum(), "version = " + version));
      case "drizzle" ->
          Optional.of(update("hash = " + sum, "created_at = " + migration.recorded()));
      case "sqlx" ->
          Optional.of(
              update("checksum = decode(" + sum + ", 'hex')", "version = " + migration.recorded()));
      case "refinery" ->
          Optional.of(update("checksum = " + sum, "version = " + migration.recorded()));
      case "atlas" -> Optional.of(update("hash = " + sum, "version = " + version));
      default -> Optional.empty();
    };
  }

  /** {@return how the tool itself is told that a migration has been applied} */
  String hint(Migration migration) {
    return switch (history.tool()) {
      case "liquibase" -> "liquibase changelog-sync";
      case "sqitch" -> "sqitch deploy --log-only --to " + migration.recorded();
      case "flyway" -> "flyway repair, flyway baseline";
      default -> "its columns cannot be filled";
    };
  }

  /**
   * As {@code prisma migrate resolve --applied}: failed attempts are rolled back, no step counts.
   */
  private String prisma(Migration migration) {
    String name = literal(migration.recorded());
    return update(
            "rolled_back_at = now()",
            "migration_name = " + name + " AND finished_at IS NULL AND rolled_back_at IS NULL")
        + "\n"
        + insert(
            "id, checksum, finished_at, migration_name, started_at, applied_steps_count",
            "md5(random()::text || clock_timestamp())::uuid::text, %s, now(), %s, now(), 0"
                .formatted(literal(migration.checksum()), name),
            exists(
                "migration_name",
                name + " AND finished_at IS NOT NULL AND rolled_back_at IS NULL"));
  }

  private String flyway(Migration migration) {
    boolean versioned = !migration.recorded().isEmpty();
    String same =
        versioned
            ? "version = " + literal(migration.recorded())
            : "version IS NULL AND description = " + literal(migration.name());
    return "DELETE FROM %s WHERE %s AND NOT success;\n".formatted(table, same)
        + insert(
            "installed_rank, version, description, type, script, checksum, installed_by,"
                + " execution_time, success",
            "(SELECT coalesce(max(installed_rank), 0) + 1 FROM %s), %s, %s, 'SQL', %s, %s,"
                    .formatted(
                        table,
                        versioned ? literal(migration.recorded()) : "NULL",
                        literal(migration.name()),
                        literal(migration.file()),
                        migration.checksum())
                + " current_user, 0, true",
            "EXISTS (SELECT FROM %s WHERE %s AND checksum = %s)"
                .formatted(table, same, migration.checksum()));
  }

  private String golangMigrate(Migration migration) {
    return "DELETE FROM %s WHERE version <= %s;\n".formatted(table, migration.recorded())
        + insert(
            "version, dirty",
            migration.recorded() + ", false",
            "EXISTS (SELECT FROM %s)".formatted(table));
  }

  private String sqlx(Migration migration) {
    return update("success = true", "version = " + migration.recorded() + " AND NOT success")
        + "\n"
        + insert(
            "version, description, success, checksum, execution_time",
            "%s, %s, true, decode(%s, 'hex'), 0"
                .formatted(
                    migration.recorded(), literal(migration.name()), literal(migration.checksum())),
            exists("version", migration.recorded()));
  }

  /** As {@code atlas migrate set}: type 4 is resolved by hand. */
  private String atlas(Migration migration) {
    String version = literal(migration.recorded());
    return update(
            "applied = total, type = type | 4, error = NULL, error_stmt = NULL",
            "version = " + version + " AND applied < total")
        + "\n"
        + insert(
            "version, description, type, applied, total, executed_at, execution_time, hash,"
                + " operator_version",
            "%s, %s, 4, %d, %d, now(), 0, %s, 'drift'"
                .formatted(
                    version,
                    literal(migration.name()),
                    migration.statements().size(),
                    migration.statements().size(),
                    literal(migration.checksum())),
            exists("version", version));
  }

  private Optional<String> graphileMigrate(Migration migration) {
    return Optional.of(
        insert(
            "hash, previous_hash, filename",
            "%s, (SELECT hash FROM %s ORDER BY filename DESC LIMIT 1), %s"
                .formatted(literal(migration.checksum()), table, literal(migration.recorded())),
            exists("hash", literal(migration.checksum()))));
  }

  /** A column of versions, and others that a name or the time can fill. */
  private Optional<String> versions(Migration migration) {
    int dot = history.table().indexOf('.');
    ObjectId id =
        ObjectId.table(history.table().substring(0, dot), history.table().substring(dot + 1));
    var columns = new ArrayList<String>();
    var values = new ArrayList<String>();
    for (var object : actual.childrenOf(id)) {
      if (object.id().kind() == Kind.COLUMN) {
        Column column = (Column) object;
        Optional<String> value = value(column, migration);
        if (value.isPresent()) {
          columns.add(Identifiers.quote(column.id().name()));
          values.add(value.get());
        } else if (column.notNull()
            && column.defaultValue().isEmpty()
            && column.identity().isEmpty()) {
          return Optional.empty();
        }
      }
    }
    return columns.contains("version")
        ? Optional.of(
            insert(
                String.join(", ", columns),
                String.join(", ", values),
                "EXISTS (SELECT FROM %s WHERE version::text = %s)"
                    .formatted(table, literal(migration.recorded()))))
        : Optional.empty();
  }

  private static Optional<String> value(Column column, Migration migration) {
    return switch (column.id().name()) {
      case "version" -> Optional.of(literal(migration.recorded()));
      case "name", "filename", "file", "script" -> Optional.of(literal(migration.file()));
      case "description" -> Optional.of(literal(migration.name()));
      default ->
          column.type().name().startsWith("timestamp") && column.defaultValue().isEmpty()
              ? Optional.of("now()")
              : Optional.empty();
    };
  }

  private String insert(String columns, String values, String unless) {
    return "INSERT INTO %s (%s)\n  SELECT %s\n  WHERE NOT %s;"
        .formatted(table, columns, values, unless);
  }

  private String update(String set, String where) {
    return "UPDATE %s SET %s WHERE %s;".formatted(table, set, where);
  }

  private String exists(String column, String value) {
    return "EXISTS (SELECT FROM %s WHERE %s = %s)".formatted(table, column, value);
  }

  private static String literal(String text) {
    return Identifiers.literal(text);
  }
}
