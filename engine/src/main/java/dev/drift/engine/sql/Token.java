package dev.drift.engine.sql;

/**
 * One lexical unit of SQL with its place in the file.
 *
 * @param type what it is
 * @param text exactly as written, without surrounding white space or comments
 * @param value what it means: an identifier folded, unquoted and cut to 63 bytes; a string with its
 *     escapes resolved; otherwise the text
 * @param offset zero-based index of its first character in the scanned text
 * @param line one-based line of its first character in the file
 * @param column one-based column of its first character, in UTF-16 units
 */
public record Token(Type type, String text, String value, int offset, int line, int column) {

  /** The kinds of lexical units. */
  public enum Type {
    /** An unquoted identifier or a key word; {@code value} is folded to lower case. */
    WORD,
    /** A double-quoted identifier, {@code U&"…"} included. */
    QUOTED_NAME,
    /** A string constant: plain, {@code E''}, {@code U&''}, {@code N''} or dollar-quoted. */
    STRING,
    /** A bit string {@code B'…'} or {@code X'…'}. */
    BIT_STRING,
    /** A numeric constant. */
    NUMBER,
    /** A positional parameter {@code $1}. */
    PARAMETER,
    /** A run of operator characters. */
    OPERATOR,
    /** One of {@code ( ) [ ] , ; . .. : :: :=}. */
    SYMBOL,
    /** Characters that cannot start any token, or a constant that the file ends within. */
    INVALID
  }

  /** {@return whether this is the unquoted word {@code keyword}, given in lower case} */
  public boolean is(String keyword) {
    return type == Type.WORD && value.equals(keyword);
  }

  /** {@return whether this is the operator or punctuation {@code symbol}} */
  public boolean isSymbol(String symbol) {
    return (type == Type.SYMBOL || type == Type.OPERATOR) && text.equals(symbol);
  }

  /** {@return whether this can name something: an unquoted word or a quoted name} */
  public boolean isName() {
    return type == Type.WORD || type == Type.QUOTED_NAME;
  }

  /** {@return the index just behind its last character in the scanned text} */
  public int end() {
    return offset + text.length();
  }

  @Override
  public String toString() {
    return text;
  }
}
