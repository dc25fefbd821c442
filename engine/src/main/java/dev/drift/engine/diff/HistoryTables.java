package dev.drift.engine.diff;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Owner;
import dev.drift.engine.model.Privileges;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Sequence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The tables in which migration tools keep their own record: not part of any intended schema. */
public final class HistoryTables {
  private static final Set<String> TABLES =
      Set.of(
          "flyway_schema_history",
          "schema_version",
          "goose_db_version",
          "schema_migration",
          "schema_migrations",
          "schema_migrations_lock",
          "schema_lock",
          "ar_internal_metadata",
          "_prisma_migrations",
          "__drizzle_migrations",
          "__diesel_schema_migrations",
          "_sqlx_migrations",
          "refinery_schema_history",
          "atlas_schema_revisions",
          "databasechangelog",
          "databasechangeloglock",
          "alembic_version",
          "knex_migrations",
          "knex_migrations_lock",
          "gorp_migrations",
          "play_evolutions",
          "play_evolutions_lock",
          "_yoyo_migration",
          "_yoyo_log",
          "_yoyo_version",
          "yoyo_lock",
          "pgmigrations",
          "__efmigrationshistory",
          "django_migrations",
          "sequelizemeta",
          "typeorm_metadata",
          "kysely_migration",
          "kysely_migration_lock",
          "migratus_migrations",
          "playhouse_migration");

  private static final Set<String> SCHEMAS =
      Set.of(
          "drizzle", "supabase_migrations", "sqitch", "graphile_migrate", "atlas_schema_revisions");

  private HistoryTables() {}

  /** {@return the differences without unexpected history tables and what belongs to them} */
  public static List<Difference> leaveOut(List<Difference> differences) {
    return differences.stream()
        .filter(difference -> !difference.isUnexpected() || !isHistory(difference))
        .toList();
  }

  /** {@return the differences without the table {@code path}, if unexpected, and its parts} */
  public static List<Difference> leaveOut(List<Difference> differences, String path) {
    return differences.stream()
        .filter(
            difference ->
                !difference.isUnexpected()
                    || !subject(difference).equals(path)
                        && !subject(difference).startsWith(path + "."))
        .toList();
  }

  private static String subject(Difference difference) {
    return switch (difference.actual().orElseThrow()) {
      case Owner owner -> owner.target().path();
      case Privileges privileges -> privileges.target().path();
      default -> difference.id().path();
    };
  }

  /** {@return whether this is a history table or belongs to one} */
  static boolean isHistory(Environments.Row row) {
    return isHistory(row.id(), row.objects().stream().flatMap(Optional::stream).findFirst());
  }

  private static boolean isHistory(Difference difference) {
    return isHistory(difference.id(), difference.actual());
  }

  private static boolean isHistory(ObjectId id, Optional<SchemaObject> object) {
    boolean owned =
        object
            .filter(
                each ->
                    switch (each) {
                      case Sequence sequence ->
                          sequence.ownedBy().filter(c -> isHistory(c.parent())).isPresent();
                      case Owner owner -> isHistory(owner.target());
                      case Privileges privileges -> isHistory(privileges.target());
                      default -> false;
                    })
            .isPresent();
    return owned
        || SCHEMAS.contains(id.schema())
        || switch (id.kind()) {
          case SCHEMA -> SCHEMAS.contains(id.name());
          case TABLE -> isHistory(id.name());
          default -> isHistory(id.parent());
        };
  }

  /** A history table, or the sequence of its serial column. */
  private static boolean isHistory(ObjectId target) {
    return isHistory(target.name())
        || target.kind() == Kind.SEQUENCE
            && TABLES.stream().anyMatch(table -> target.name().startsWith(table + "_"));
  }

  private static boolean isHistory(String table) {
    return TABLES.contains(table.toLowerCase(Locale.ROOT));
  }
}
