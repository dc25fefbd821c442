package dev.drift.engine.model;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A materialized view.
 *
 * @param columns its columns' names in order; empty where the query was not understood
 * @param options storage parameters
 * @param unfilled whether it has no data yet, so that queries of it fail
 */
public record MaterializedView(
    ObjectId id,
    List<String> columns,
    Query query,
    SortedMap<String, String> options,
    Optional<String> accessMethod,
    Optional<String> tablespace,
    boolean unfilled)
    implements SchemaObject {
  public MaterializedView {
    columns = List.copyOf(columns);
    options = Sorted.copyOf(options);
  }

  /** {@return the same of another query} */
  public MaterializedView with(Query other) {
    return new MaterializedView(id, columns, other, options, accessMethod, tablespace, unfilled);
  }

  /** {@return the same with data, or without} */
  public MaterializedView unfilled(boolean without) {
    return new MaterializedView(id, columns, query, options, accessMethod, tablespace, without);
  }
}
