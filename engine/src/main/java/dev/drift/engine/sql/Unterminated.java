package dev.drift.engine.sql;

/**
 * A constant, quoted name or comment that the text ends within.
 *
 * @param what which of them
 * @param offset zero-based index of its first character in the scanned text
 * @param line one-based line of its first character
 * @param column one-based column of its first character
 */
public record Unterminated(What what, int offset, int line, int column) {

  /** What lacks its end; {@link #message} is the server's wording. */
  public enum What {
    STRING("unterminated quoted string"),
    BIT_STRING("unterminated bit string literal"),
    QUOTED_NAME("unterminated quoted identifier"),
    DOLLAR_QUOTED("unterminated dollar-quoted string"),
    COMMENT("unterminated /* comment");

    private final String message;

    What(String message) {
      this.message = message;
    }

    /** {@return what the server says about it} */
    public String message() {
      return message;
    }
  }
}
