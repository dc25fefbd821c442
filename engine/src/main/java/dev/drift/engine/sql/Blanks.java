package dev.drift.engine.sql;

/** White space and comments: where they end. */
final class Blanks {
  private Blanks() {}

  /**
   * {@return the index of the first character from {@code at} on that is neither blank nor comment;
   * {@code -1 - start} if a block comment that starts at {@code start} has no end}
   */
  static int skip(String text, int at, int end) {
    int i = at;
    while (i < end) {
      char c = text.charAt(i);
      if (Characters.isBlank(c)) {
        i++;
      } else if (c == '-' && i + 1 < end && text.charAt(i + 1) == '-') {
        i = lineCommentEnd(text, i, end);
      } else if (c == '/' && i + 1 < end && text.charAt(i + 1) == '*') {
        int close = blockCommentEnd(text, i, end);
        if (close < 0) {
          return -1 - i;
        }
        i = close;
      } else {
        break;
      }
    }
    return i;
  }

  /** {@return the index of the line end that ends the comment} */
  static int lineCommentEnd(String text, int start, int end) {
    int i = start;
    while (i < end && !Characters.isNewline(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** {@return the index behind the nested comment that starts at {@code start}, or -1} */
  private static int blockCommentEnd(String text, int start, int end) {
    int depth = 0;
    int i = start;
    while (i + 1 < end) {
      char c = text.charAt(i);
      if (c == '/' && text.charAt(i + 1) == '*') {
        depth++;
        i += 2;
      } else if (c == '*' && text.charAt(i + 1) == '/') {
        depth--;
        i += 2;
        if (depth == 0) {
          return i;
        }
      } else {
        i++;
      }
    }
    return -1;
  }
}
