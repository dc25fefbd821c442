package dev.drift.engine.model;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The index that a partition has for an index or key of its partitioned table, with the constraint
 * of the same name if that is a key; the partition is the id's parent.
 *
 * @param original the index or key, of the topmost table that has one
 * @param options its own storage parameters
 */
public record PartitionIndex(
    ObjectId id, ObjectId original, SortedMap<String, String> options, Optional<String> tablespace)
    implements SchemaObject, PartitionPart {
  public PartitionIndex {
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }
}
