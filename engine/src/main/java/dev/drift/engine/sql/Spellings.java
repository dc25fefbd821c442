package dev.drift.engine.sql;

import org.jspecify.annotations.Nullable;

/**
 * The words and symbols of a text, each as one string as long as it is met often: a schema's names
 * and key words come again and again. Of two that fall on one place, the later is remembered.
 */
final class Spellings {
  /** Longer ones are literals, which are rarely written twice. */
  private static final int LONGEST = 32;

  private static final int PLACES = 1024;

  private final String text;
  private final @Nullable String[] met;

  /** For a text of which {@code length} characters are read. */
  Spellings(String text, int length) {
    this.text = text;
    this.met = new @Nullable String[Integer.highestOneBit(Math.clamp(length / 4, 8, PLACES))];
  }

  /** {@return the text from index {@code from} to index {@code to}} */
  String of(int from, int to) {
    if (to - from > LONGEST) {
      return text.substring(from, to);
    }
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int place = place(hash);
    String known = met[place];
    if (known != null && known.length() == to - from && text.startsWith(known, from)) {
      return known;
    }
    String fresh = text.substring(from, to);
    met[place] = fresh;
    return fresh;
  }

  /** {@return {@code spelling}, or the same met before} */
  String of(String spelling) {
    if (spelling.length() > LONGEST) {
      return spelling;
    }
    int place = place(spelling.hashCode());
    String known = met[place];
    if (known != null && known.equals(spelling)) {
      return known;
    }
    met[place] = spelling;
    return spelling;
  }

  private int place(int hash) {
    return (hash ^ hash >>> 10 ^ hash >>> 20) & met.length - 1;
  }
}
