package dev.drift.engine.model;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A foreign-data wrapper, with its handler and validator functions where it has them. */
public record ForeignDataWrapper(
    ObjectId id,
    Optional<QualifiedName> handler,
    Optional<QualifiedName> validator,
    SortedMap<String, String> options)
    implements SchemaObject {
  public ForeignDataWrapper {
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }
}
