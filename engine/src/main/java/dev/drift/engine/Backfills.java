package dev.drift.engine;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.SchemaModel;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What the user says columns are to be filled with. */
final class Backfills {
  private Backfills() {}

  /**
   * A name that is mistyped would be a column that stays empty.
   *
   * @param backfills {@code table.column} or {@code schema.table.column} to an expression
   * @throws DriftException if one names no column that is intended
   */
  static void requireKnown(SortedMap<String, String> backfills, SchemaModel expected) {
    if (backfills.isEmpty()) {
      return;
    }
    Set<String> columns =
        expected.ofKind(Kind.COLUMN).stream()
            .map(column -> column.id().path())
            .collect(Collectors.toSet());
    for (String name : backfills.keySet()) {
      if (!columns.contains(name)
          && columns.stream().noneMatch(path -> path.endsWith("." + name))) {
        throw new DriftException(
            "--backfill %s: the migrations intend no such column; write TABLE.COLUMN or"
                    .formatted(name)
                + " SCHEMA.TABLE.COLUMN");
      }
    }
  }
}
