package dev.drift.engine.sql;

/** The character classes of scan.l. Any character outside ASCII may be part of a name. */
final class Characters {
  private static final String OPERATOR = "~!@#^&|`?+-*/%<>=";
  private static final String LOOSE_OPERATOR = "~!@#^&|`?%";

  private Characters() {}

  static boolean isBlank(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  static boolean isNewline(char c) {
    return c == '\n' || c == '\r';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isNameStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= '\u0080';
  }

  static boolean isNamePart(char c) {
    return isNameStart(c) || isDigit(c) || c == '$';
  }

  static boolean isOperator(char c) {
    return OPERATOR.indexOf(c) >= 0;
  }

  /** {@return whether an operator that holds {@code c} may end in + or -} */
  static boolean isLooseOperator(char c) {
    return LOOSE_OPERATOR.indexOf(c) >= 0;
  }
}
