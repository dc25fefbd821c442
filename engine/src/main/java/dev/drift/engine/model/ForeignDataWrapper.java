package dev.drift.engine.model;

import java.util.Optional;
import java.util.SortedMap;

/** A foreign-data wrapper, with its handler and validator functions where it has them. */
public record ForeignDataWrapper(
    ObjectId id,
    Optional<QualifiedName> handler,
    Optional<QualifiedName> validator,
    SortedMap<String, String> options)
    implements SchemaObject {
  public ForeignDataWrapper {
    options = Sorted.copyOf(options);
  }
}
