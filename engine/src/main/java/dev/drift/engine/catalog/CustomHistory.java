package dev.drift.engine.catalog;

import dev.drift.engine.catalog.CatalogException.Reason;
import dev.drift.engine.catalog.History.Counting;
import dev.drift.engine.catalog.History.Late;
import dev.drift.engine.catalog.HistoryTable.Order;
import dev.drift.engine.catalog.HistoryTable.Steps;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.sql.Identifiers;
import java.util.List;
import java.util.Optional;

/**
 * The history table of a runner that is nobody's but the user's: its columns are told or guessed.
 */
final class CustomHistory {
  private static final List<String> VERSIONS =
      List.of("version", "migration", "name", "filename", "file", "script", "id");

  private CustomHistory() {}

  static HistoryTable form(ObjectId table, HistoryChoice choice, SchemaModel model) {
    for (String column : choice.columns().values()) {
      if (!model.contains(ObjectId.column(table, column))) {
        throw refused(table, "has no column " + column);
      }
    }
    String version =
        Optional.ofNullable(choice.columns().get("version"))
            .or(() -> guessed(table, model))
            .orElseThrow(() -> refused(table, "has no column that names a migration"));
    Optional<String> checksum = Optional.ofNullable(choice.columns().get("checksum"));
    Optional<String> success = Optional.ofNullable(choice.columns().get("success"));
    Optional<String> applied = Optional.ofNullable(choice.columns().get("applied"));
    String query =
        "SELECT %s::text AS key, %s::text AS checksum, %s AS state FROM"
            .formatted(
                quoted(version),
                checksum.map(CustomHistory::quoted).orElse("NULL"),
                success
                    .map(
                        column ->
                            "CASE WHEN %s THEN 'APPLIED' ELSE 'FAILED' END"
                                .formatted(quoted(column)))
                    .orElse("'APPLIED'"));
    return new HistoryTable(
        "plain",
        table.name(),
        List.of(version),
        Counting.EACH,
        Late.RUN,
        applied.isPresent() ? Order.AS_RUN : Order.BY_NAME,
        Steps.NOT_COUNTED,
        query + " %s ORDER BY " + quoted(applied.orElse(version)));
  }

  private static Optional<String> guessed(ObjectId table, SchemaModel model) {
    return VERSIONS.stream()
        .filter(name -> model.contains(ObjectId.column(table, name)))
        .findFirst();
  }

  private static String quoted(String column) {
    return Identifiers.quote(column).replace("%", "%%");
  }

  private static CatalogException refused(ObjectId table, String message) {
    return new CatalogException(
        Reason.BAD_TARGET,
        "the history table %s %s: say --history-column version=COLUMN"
            .formatted(table.path(), message));
  }
}
