package dev.drift.engine.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Immutable copies of sorted collections. Most options and sets of a schema are empty, and all
 * empty ones are one object.
 */
public final class Sorted {
  private Sorted() {}

  /** {@return an immutable copy in natural order} */
  public static <K, V> SortedMap<K, V> copyOf(SortedMap<K, V> map) {
    return map.isEmpty()
        ? Collections.emptySortedMap()
        : Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  /** {@return an immutable copy in natural order} */
  public static <E> SortedSet<E> copyOf(SortedSet<E> set) {
    return set.isEmpty()
        ? Collections.emptySortedSet()
        : Collections.unmodifiableSortedSet(new TreeSet<>(set));
  }
}
