package dev.drift.engine.catalog;

import io.vertx.sqlclient.Row;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row of a catalog query, read by column name. Object identifiers are text. */
final class CatalogRow {
  private final Row row;
  private final Map<String, Integer> places;

  CatalogRow(Row row, Map<String, Integer> places) {
    this.row = row;
    this.places = places;
  }

  /** {@return the text of a column that is never null} */
  String text(String column) {
    return (String) notNull(column);
  }

  /** {@return the text of a column, empty if it is null} */
  Optional<String> optional(String column) {
    return Optional.ofNullable((String) value(column));
  }

  boolean flag(String column) {
    return (Boolean) notNull(column);
  }

  int number(String column) {
    return ((Number) notNull(column)).intValue();
  }

  long large(String column) {
    return ((Number) notNull(column)).longValue();
  }

  double fraction(String column) {
    return ((Number) notNull(column)).doubleValue();
  }

  /** {@return whether the column is null} */
  boolean absent(String column) {
    return value(column) == null;
  }

  /** {@return the elements of a text array, with null elements empty; no array, no elements} */
  List<String> texts(String column) {
    Object value = value(column);
    return value == null
        ? List.of()
        : Stream.of((Object[]) value).map(element -> element == null ? "" : "" + element).toList();
  }

  /** {@return the numbers of a vector that the server wrote as {@code 1 2 3}} */
  List<Integer> numbers(String column) {
    return words(column).stream().map(Integer::valueOf).toList();
  }

  /** {@return the parts of a vector that the server wrote as {@code 1 2 3}} */
  List<String> words(String column) {
    String value = (String) value(column);
    return value == null || value.isEmpty() ? List.of() : List.of(value.split(" "));
  }

  /** {@return the entries {@code name=value} of a text array} */
  SortedMap<String, String> options(String column) {
    return value(column) == null ? Collections.emptySortedMap() : entries(texts(column));
  }

  /** {@return the entries of an array of options {@code name=value}, in its order} */
  SequencedMap<String, String> sequence(String column) {
    return value(column) == null
        ? Collections.unmodifiableSequencedMap(new LinkedHashMap<>())
        : entries(texts(column), new LinkedHashMap<>());
  }

  /** {@return the entries {@code name=value}, sorted} */
  static SortedMap<String, String> entries(List<String> texts) {
    return entries(texts, new TreeMap<>());
  }

  private static <M extends Map<String, String>> M entries(List<String> texts, M entries) {
    for (String text : texts) {
      int equals = text.indexOf('=');
      entries.put(
          equals < 0 ? text : text.substring(0, equals),
          equals < 0 ? "" : text.substring(equals + 1));
    }
    return entries;
  }

  private Object notNull(String column) {
    Object value = value(column);
    if (value == null) {
      throw new ConcurrentChange(column);
    }
    return value;
  }

  private @Nullable Object value(String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException("the query has no column " + column);
    }
    return row.getValue(place);
  }
}
