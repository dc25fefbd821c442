package dev.drift.engine.model;

import java.util.SortedMap;

/** A text search dictionary: a template with options, whose order is of no account. */
public record TextSearchDictionary(
    ObjectId id, QualifiedName template, SortedMap<String, String> options) implements Defined {
  public TextSearchDictionary {
    options = Sorted.copyOf(options);
  }
}
