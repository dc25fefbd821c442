package dev.drift.engine.ddl.guard;

import java.util.List;
import java.util.Optional;

/**
 * A row of a query's result.
 *
 * @param names its columns' names
 * @param values its columns' values, in the same order
 * @param all the whole source row, where the query asks for {@code *}
 */
public record OutputRow(List<String> names, List<Value> values, Optional<Row> all) implements Row {
  public OutputRow {
    names = List.copyOf(names);
    values = List.copyOf(values);
  }

  /** A row of these columns and no more. */
  OutputRow(List<String> names, List<Value> values) {
    this(names, values, Optional.empty());
  }

  @Override
  public Optional<Value> get(String column) {
    int index = names.indexOf(column);
    return index >= 0 ? Optional.of(values.get(index)) : all.flatMap(row -> row.get(column));
  }
}
