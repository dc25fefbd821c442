package dev.drift.engine.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A text search configuration.
 *
 * @param mappings the dictionaries that are asked for each type of token, in their order
 */
public record TextSearchConfiguration(
    ObjectId id, QualifiedName parser, SortedMap<String, List<QualifiedName>> mappings)
    implements Defined {
  public TextSearchConfiguration {
    var copy = new TreeMap<String, List<QualifiedName>>();
    mappings.forEach((token, dictionaries) -> copy.put(token, List.copyOf(dictionaries)));
    mappings = Collections.unmodifiableSortedMap(copy);
  }
}
