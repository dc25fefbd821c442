package dev.drift.engine.catalog;

import dev.drift.engine.model.ColumnNumbers;
import dev.drift.engine.model.SchemaModel;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one look at a database found.
 *
 * @param notModelled how many objects there are of each kind that the model does not hold, by
 *     {@link dev.drift.engine.model.Kind#label}; without the kinds there are none of
 * @param numbers the numbers of the model's columns
 * @param unreadable what could not be read, each with the reason; the model lacks it
 */
public record Introspection(
    SchemaModel model,
    ColumnNumbers numbers,
    Server server,
    SortedMap<String, Integer> notModelled,
    List<String> unreadable) {
  public Introspection {
    notModelled = Collections.unmodifiableSortedMap(new TreeMap<>(notModelled));
    unreadable = List.copyOf(unreadable);
  }
}
