package dev.drift.engine.sql;

/** Where numeric constants end, by the rules of PostgreSQL 16 and later. */
final class Numbers {
  private Numbers() {}

  /** {@return the index behind the number that starts at {@code at}} */
  static int end(String text, int at, int limit) {
    if (text.charAt(at) == '0' && at + 1 < limit) {
      int radix = radix(text.charAt(at + 1));
      int end = radix == 0 ? at : digits(text, at + 2, limit, radix, true);
      if (radix != 0 && end > at + 2) {
        return end;
      }
    }
    int i = digits(text, at, limit, 10, false);
    if (peek(text, i, limit) == '.' && peek(text, i + 1, limit) != '.') {
      i = digits(text, i + 1, limit, 10, false);
    }
    if (peek(text, i, limit) == 'e' || peek(text, i, limit) == 'E') {
      char sign = peek(text, i + 1, limit);
      int exponent = i + (sign == '+' || sign == '-' ? 2 : 1);
      int end = digits(text, exponent, limit, 10, false);
      return end > exponent ? end : i;
    }
    return i;
  }

  private static int radix(char c) {
    return switch (c) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 0;
    };
  }

  /** One underscore may stand before each digit; before the first only if {@code underscore}. */
  private static int digits(String text, int from, int limit, int radix, boolean underscore) {
    int i = from;
    while (true) {
      if (isDigit(peek(text, i, limit), radix)) {
        i++;
      } else if ((i > from || underscore)
          && peek(text, i, limit) == '_'
          && isDigit(peek(text, i + 1, limit), radix)) {
        i += 2;
      } else {
        return i;
      }
    }
  }

  private static boolean isDigit(char c, int radix) {
    return c < '\u0080' && Character.digit(c, radix) >= 0;
  }

  private static char peek(String text, int i, int limit) {
    return i < limit ? text.charAt(i) : '\0';
  }
}
