package dev.drift.engine.sql;

import java.nio.charset.StandardCharsets;

/** What names mean: folded to lower case and cut to 63 bytes. */
final class Names {
  private static final int BYTES = 63;

  private Names() {}

  /** Folds ASCII letters only, as the server does in a multi-byte encoding, and cuts. */
  static String fold(String word) {
    int i = 0;
    while (i < word.length() && !isUpper(word.charAt(i))) {
      i++;
    }
    if (i == word.length()) {
      return cut(word);
    }
    var folded = new StringBuilder(word);
    for (; i < word.length(); i++) {
      char c = word.charAt(i);
      if (isUpper(c)) {
        folded.setCharAt(i, (char) (c + 32));
      }
    }
    return cut(folded.toString());
  }

  /** Cuts to 63 bytes of UTF-8 without splitting a character, as truncate_identifier does. */
  static String cut(String name) {
    if (name.length() * 3L <= BYTES
        || name.length() <= BYTES && name.getBytes(StandardCharsets.UTF_8).length <= BYTES) {
      return name;
    }
    int bytes = 0;
    int i = 0;
    while (i < name.length()) {
      int point = name.codePointAt(i);
      int size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (bytes + size > BYTES) {
        break;
      }
      bytes += size;
      i += Character.charCount(point);
    }
    return name.substring(0, i);
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
