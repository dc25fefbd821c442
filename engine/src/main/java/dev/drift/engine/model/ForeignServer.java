package dev.drift.engine.model;

import java.util.Optional;
import java.util.SortedMap;

/** A foreign server; {@code wrapper} is the name of its foreign-data wrapper. */
public record ForeignServer(
    ObjectId id,
    String wrapper,
    Optional<String> type,
    Optional<String> version,
    SortedMap<String, String> options)
    implements SchemaObject {
  public ForeignServer {
    options = Sorted.copyOf(options);
  }
}
