package dev.drift.engine.sql;

/**
 * The escapes of {@code U&'…'} and {@code U&"…"}: {@code \XXXX}, {@code \+XXXXXX} and {@code \\}.
 */
final class Unicode {
  private Unicode() {}

  /**
   * {@return {@code text} with its escapes resolved}; an escape that is none stays as written.
   *
   * @param escape a backslash, or what UESCAPE says
   */
  static String unescape(String text, char escape) {
    if (text.indexOf(escape) < 0) {
      return text;
    }
    var out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c != escape) {
        out.append(c);
        i++;
      } else if (i + 1 < text.length() && text.charAt(i + 1) == escape) {
        out.append(escape);
        i += 2;
      } else {
        boolean wide = i + 1 < text.length() && text.charAt(i + 1) == '+';
        int from = i + (wide ? 2 : 1);
        int to = from + (wide ? 6 : 4);
        int code = hex(text, from, to);
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

  /** {@return the number these characters write in hexadecimal, or -1 if they do not} */
  static int hex(String text, int from, int to) {
    if (to > text.length()) {
      return -1;
    }
    int code = 0;
    for (int i = from; i < to; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0 || text.charAt(i) >= '\u0080') {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }
}
