package dev.drift.engine.model;

import java.util.Map;
import java.util.OptionalInt;

/**
 * The numbers that tables gave their columns ({@code pg_attribute.attnum}). A column keeps its own
 * for life, under whatever name, and the number of one that was dropped is not given again.
 *
 * @param known whether they are known at all
 * @param numbers those that are not the column's position, since columns before it were dropped
 */
public record ColumnNumbers(boolean known, Map<ObjectId, Integer> numbers) {
  public static final ColumnNumbers UNKNOWN = new ColumnNumbers(false, Map.of());

  public ColumnNumbers {
    numbers = Map.copyOf(numbers);
  }

  /** {@return the number of {@code column}, one-based; empty if it is not known} */
  public OptionalInt of(Column column) {
    return known
        ? OptionalInt.of(numbers.getOrDefault(column.id(), column.position()))
        : OptionalInt.empty();
  }
}
