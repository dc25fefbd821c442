package dev.drift.engine.sql;

/**
 * The escapes of {@code U&'…'} and {@code U&"…"}: {@code \XXXX}, {@code \+XXXXXX} and {@code \\}.
 */
final class Unicode {
  private Unicode() {}

  /** {@return {@code text} with its escapes resolved}; an escape that is none stays as written. */
  static String unescape(CharSequence text) {
    var out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c != '\\') {
        out.append(c);
        i++;
      } else if (i + 1 < text.length() && text.charAt(i + 1) == '\\') {
        out.append('\\');
        i += 2;
      } else {
        boolean wide = i + 1 < text.length() && text.charAt(i + 1) == '+';
        int from = i + (wide ? 2 : 1);
        int to = from + (wide ? 6 : 4);
        int code = to <= text.length() ? hex(text, from, to) : -1;
        if (code >= 0 && Character.isValidCodePoint(code)) {
          out.appendCodePoint(code);
          i = to;
        } else {
          out.append(c);
          i++;
        }
      }
    }
    return out.toString();
  }

  private static int hex(CharSequence text, int from, int to) {
    int code = 0;
    for (int i = from; i < to; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }
}
