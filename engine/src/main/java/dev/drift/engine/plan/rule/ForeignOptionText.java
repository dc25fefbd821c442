package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import java.util.ArrayList;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code OPTIONS (…)} of foreign-data wrappers, servers, user mappings, tables and columns. */
final class ForeignOptionText {
  private static final String COLUMN_PREFIX = "fdw.";

  private ForeignOptionText() {}

  /** {@return the clause with a space before, or nothing} */
  static String clause(SortedMap<String, String> options) {
    return options.isEmpty()
        ? ""
        : options.entrySet().stream()
            .map(option -> quote(option.getKey()) + " " + literal(option.getValue()))
            .collect(Collectors.joining(", ", " OPTIONS (", ")"));
  }

  /** {@return the clause that makes {@code before} to {@code after}, which differ} */
  static String change(SortedMap<String, String> before, SortedMap<String, String> after) {
    var parts = new ArrayList<String>();
    before
        .keySet()
        .forEach(
            name -> {
              if (!after.containsKey(name)) {
                parts.add("DROP " + quote(name));
              }
            });
    after.forEach(
        (name, value) -> {
          if (!value.equals(before.get(name))) {
            String verb = before.containsKey(name) ? "SET " : "ADD ";
            parts.add(verb + quote(name) + " " + literal(value));
          }
        });
    return "OPTIONS (" + String.join(", ", parts) + ")";
  }

  /** {@return that an array of options, as the catalogs have it, is {@code options}} */
  static String are(String column, SortedMap<String, String> options) {
    return "ARRAY(SELECT o FROM unnest("
        + column
        + ") o ORDER BY o COLLATE \"C\") = "
        + Shape.textArray(
            options.entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .sorted()
                .toList());
  }

  /** {@return a column's options without those of its wrapper} */
  static SortedMap<String, String> own(Map<String, String> options) {
    var own = new TreeMap<>(options);
    own.keySet().removeIf(name -> name.startsWith(COLUMN_PREFIX));
    return own;
  }

  /** {@return those of a column's options that are its wrapper's} */
  static SortedMap<String, String> foreign(Map<String, String> options) {
    var foreign = new TreeMap<String, String>();
    options.forEach(
        (name, value) -> {
          if (name.startsWith(COLUMN_PREFIX)) {
            foreign.put(name.substring(COLUMN_PREFIX.length()), value);
          }
        });
    return foreign;
  }
}
