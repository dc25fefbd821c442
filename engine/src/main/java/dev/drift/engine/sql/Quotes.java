package dev.drift.engine.sql;

/** Where quoted constants and names end. */
final class Quotes {
  private Quotes() {}

  /**
   * {@return the index of the quote that closes what started before {@code from}, or -1} Doubled
   * quotes do not close it.
   */
  static int close(String text, int from, int end, char quote) {
    int i = text.indexOf(quote, from, end);
    while (i >= 0 && i + 1 < end && text.charAt(i + 1) == quote) {
      i = text.indexOf(quote, i + 2, end);
    }
    return i;
  }

  /** As {@link #close}, for {@code E'…'}, where a backslash takes the next character with it. */
  static int closeEscaped(String text, int from, int end) {
    int i = from;
    while (i < end) {
      char c = text.charAt(i);
      if (c == '\\') {
        i += 2;
      } else if (c != '\'') {
        i++;
      } else if (i + 1 < end && text.charAt(i + 1) == '\'') {
        i += 2;
      } else {
        return i;
      }
    }
    return -1;
  }

  /**
   * {@return the index of the quote that continues, on a later line, the string closed just before
   * {@code from}, or -1} Blanks and line comments may stand between, block comments not.
   */
  static int continuation(String text, int from, int end) {
    boolean newline = false;
    int i = from;
    while (i < end) {
      char c = text.charAt(i);
      if (Characters.isBlank(c)) {
        newline |= Characters.isNewline(c);
        i++;
      } else if (c == '-' && i + 1 < end && text.charAt(i + 1) == '-') {
        i = Blanks.lineCommentEnd(text, i, end);
      } else {
        return newline && c == '\'' ? i : -1;
      }
    }
    return -1;
  }

  /**
   * {@return the index behind the opening delimiter {@code $tag$} that starts at {@code at}, or -1
   * if none does}
   */
  static int dollarTag(String text, int at, int end) {
    int i = at + 1;
    if (i < end && Characters.isNameStart(text.charAt(i))) {
      while (i < end && text.charAt(i) != '$' && Characters.isNamePart(text.charAt(i))) {
        i++;
      }
    }
    return i < end && text.charAt(i) == '$' ? i + 1 : -1;
  }
}
