package dev.drift.engine.canon;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.Row;
import dev.drift.engine.sql.Identifiers;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a row is found among those of its table {@code t}. */
public final class RowConditions {
  private RowConditions() {}

  /** {@return the condition; empty if a column that it needs is not in {@code model}} */
  public static Optional<String> of(Row row, Objects model) {
    if (!row.key().keySet().stream()
        .allMatch(name -> model.contains(ObjectId.column(row.table(), name)))) {
      return Optional.empty();
    }
    return Optional.of(
        row.key().entrySet().stream()
            .map(entry -> condition(row, entry, model))
            .collect(Collectors.joining(" AND ")));
  }

  private static String condition(Row row, Map.Entry<String, String> entry, Objects model) {
    Column column =
        model.find(ObjectId.column(row.table(), entry.getKey()), Column.class).orElseThrow();
    String name = "t." + Identifiers.quote(entry.getKey());
    return entry.getValue().equals("NULL")
        ? name + " IS NULL"
        : name + " = CAST(" + entry.getValue() + " AS " + Types.sql(column.type()) + ")";
  }
}
