package dev.drift.engine.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A row that migrations insert with constant values; only asked for, a model holds none.
 *
 * @param keyed whether {@code key} is a key of the table; else it is all that can be compared
 * @param key the columns that tell it from other rows, to their SQL constants
 * @param values what is inserted, to SQL expressions; others get their defaults
 */
public record Row(
    ObjectId id, boolean keyed, SortedMap<String, String> key, SortedMap<String, String> values)
    implements SchemaObject {
  public Row {
    key = Collections.unmodifiableSortedMap(new TreeMap<>(key));
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** {@return the table that it is a row of} */
  public ObjectId table() {
    return id.parentTable();
  }
}
