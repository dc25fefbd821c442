package dev.drift.engine.progress;

import dev.drift.engine.catalog.History;
import dev.drift.engine.catalog.History.Entry;
import dev.drift.engine.source.Migration;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of a record by what they call a migration. */
final class Keys {
  private final Map<String, Integer> places = new HashMap<>();

  /** Of two rows with one key the later counts. */
  Keys(History history) {
    for (int i = 0; i < history.entries().size(); i++) {
      Entry entry = history.entries().get(i);
      places.put(entry.key(), i);
      if (isNumber(entry.key())) {
        places.put(number(entry.key()), i);
      }
    }
  }

  /**
   * {@return the place of the row that names this migration: by what its tool records, by its
   * file's name, or, having no version, by its own name}
   */
  Optional<Integer> find(Migration migration) {
    String recorded = migration.recorded();
    if (recorded.isEmpty()) {
      return Optional.of(migration.name()).filter(name -> !name.isEmpty()).map(places::get);
    }
    String file = migration.file();
    String name = file.endsWith(".sql") ? file.substring(0, file.length() - 4) : file;
    String bare = name.endsWith(".up") ? name.substring(0, name.length() - 3) : name;
    return Stream.of(recorded, isNumber(recorded) ? number(recorded) : recorded, file, name, bare)
        .filter(places::containsKey)
        .map(places::get)
        .findFirst();
  }

  /** Compares versions part by part, {@code 1.10} after {@code 1.9}; a version without is last. */
  static int compare(String one, String other) {
    String[] ones = one.split("[._]");
    String[] others = other.split("[._]");
    for (int i = 0; i < Math.max(ones.length, others.length); i++) {
      String a = i < ones.length ? ones[i] : "0";
      String b = i < others.length ? others[i] : "0";
      int order =
          isNumber(a) && isNumber(b)
              ? new BigInteger(a).compareTo(new BigInteger(b))
              : b.compareTo(a);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static String number(String digits) {
    return "#" + new BigInteger(digits);
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
