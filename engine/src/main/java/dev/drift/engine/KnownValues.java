package dev.drift.engine;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.Types;
import dev.drift.engine.ddl.ReferenceRows;
import dev.drift.engine.ddl.RowClaims;
import dev.drift.engine.ddl.Session;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Row;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the rows that migrations insert have in columns that were lost. */
final class KnownValues {
  private static final int MOST_ROWS = 1000;

  private KnownValues() {}

  /**
   * {@return an expression each for the columns that are missing, forbid nulls and have no default;
   * null for other rows than those of the migrations}
   */
  static SortedMap<ObjectId, String> of(
      Expectation expectation, Observation observation, Set<ObjectId> filled) {
    SchemaModel target = expectation.replayed().model();
    List<Column> lost = new ArrayList<>();
    for (SchemaObject object : target.ofKind(Kind.COLUMN)) {
      if (object instanceof Column column
          && isLost(column, observation.model())
          && !filled.contains(column.id())) {
        lost.add(column);
      }
    }
    if (lost.isEmpty()) {
      return new TreeMap<>();
    }
    Session start =
        Session.fresh(observation.major(), observation.searchPath()).with(observation.roles());
    Map<ObjectId, List<Row>> rows =
        ReferenceRows.of(expectation.migrations(), start).stream()
            .map(RowClaims.Claim::row)
            .filter(Row::keyed)
            .collect(Collectors.groupingBy(Row::table));
    var values = new TreeMap<ObjectId, String>();
    for (Column column : lost) {
      String cases = cases(column, rows.getOrDefault(table(column), List.of()), observation);
      if (!cases.isEmpty()) {
        values.put(column.id(), "CASE " + cases + " END");
      }
    }
    return values;
  }

  private static boolean isLost(Column column, SchemaModel actual) {
    return column.notNull()
        && column.defaultValue().isEmpty()
        && column.identity().isEmpty()
        && column.generated().isEmpty()
        && !actual.contains(column.id())
        && actual.contains(table(column));
  }

  /** {@code WHEN key THEN value …}; the key has to be there. */
  private static String cases(Column column, List<Row> rows, Observation observation) {
    ObjectId table = table(column);
    return rows.stream()
        .filter(row -> row.values().containsKey(column.id().name()))
        .filter(
            row ->
                row.key().keySet().stream()
                    .allMatch(key -> observation.model().contains(ObjectId.column(table, key))))
        .limit(MOST_ROWS)
        .map(
            row ->
                "WHEN "
                    + row.key().entrySet().stream()
                        .map(key -> quote(key.getKey()) + " = " + key.getValue())
                        .collect(Collectors.joining(" AND "))
                    + " THEN ("
                    + row.values().get(column.id().name())
                    + ")::"
                    + Types.sql(column.type()))
        .collect(Collectors.joining(" "));
  }

  private static ObjectId table(Column column) {
    return column.id().parentTable();
  }
}
