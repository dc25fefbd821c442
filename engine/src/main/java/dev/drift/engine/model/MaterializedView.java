package dev.drift.engine.model;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A materialized view.
 *
 * @param columns its columns' names in order; empty where the query was not understood
 * @param options storage parameters
 */
public record MaterializedView(
    ObjectId id,
    List<String> columns,
    Query query,
    SortedMap<String, String> options,
    Optional<String> accessMethod,
    Optional<String> tablespace)
    implements SchemaObject {
  public MaterializedView {
    columns = List.copyOf(columns);
    options = Sorted.copyOf(options);
  }
}
