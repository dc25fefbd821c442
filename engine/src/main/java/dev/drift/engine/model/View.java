package dev.drift.engine.model;

import java.util.List;
import java.util.SortedMap;

/**
 * A view.
 *
 * @param columns its columns' names in order; empty where the query was not understood
 * @param options {@code security_barrier}, {@code security_invoker}, {@code check_option}
 */
public record View(
    ObjectId id, List<String> columns, Query query, SortedMap<String, String> options)
    implements SchemaObject {
  public View {
    columns = List.copyOf(columns);
    options = Sorted.copyOf(options);
  }

  /** {@return the same of another query} */
  public View with(Query other) {
    return new View(id, columns, other, options);
  }
}
