package dev.drift.engine.progress;

import dev.drift.engine.source.Migration;
import java.math.BigInteger;

/** What history tables call a migration. */
final class Keys {
  private Keys() {}

  /**
   * {@return whether {@code key} names this migration: by what its tool records, by its file's
   * name, or, having no version, by its own name}
   */
  static boolean name(String key, Migration migration) {
    if (migration.recorded().isEmpty()) {
      return !migration.name().isEmpty() && key.equals(migration.name());
    }
    return key.equals(migration.recorded())
        || (isNumber(key)
            && isNumber(migration.recorded())
            && new BigInteger(key).equals(new BigInteger(migration.recorded())))
        || key.equals(migration.file())
        || key.equals(migration.file().replaceFirst("(\\.up)?\\.sql$", ""));
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

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
