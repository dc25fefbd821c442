package dev.drift.engine.ddl.guard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows that the items of FROM are at, by alias, before what is outside the query. */
final class Binding implements Environment {
  private final Map<String, Row> rows;
  private final Environment outer;

  private Binding(Map<String, Row> rows, Environment outer) {
    this.rows = rows;
    this.outer = outer;
  }

  static Binding start(Environment outer) {
    return new Binding(Map.of(), outer);
  }

  Binding with(String alias, Row row) {
    var more = new LinkedHashMap<>(rows);
    more.put(alias, row);
    return new Binding(more, outer);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** {@return the row of an alias; for {@code *} all of them as one} */
  Row whole(String alias) {
    Row row = rows.get(alias);
    return row != null ? row : rows.size() == 1 ? rows.values().iterator().next() : this::column;
  }

  @Override
  public Optional<Value> find(List<String> path) {
    int size = path.size();
    if (size == 1) {
      Row whole = rows.get(path.get(0));
      return column(path.get(0))
          .or(() -> outer.find(path))
          .or(() -> Optional.ofNullable(whole).map(Value.Record::new));
    }
    Row row = rows.get(path.get(size - 2));
    return row != null ? row.get(path.get(size - 1)) : outer.find(path);
  }

  private Optional<Value> column(String name) {
    for (Row row : rows.values()) {
      Optional<Value> value = row.get(name);
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }
}
