package dev.drift.engine.sql;

import dev.drift.engine.sql.Token.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts SQL into tokens by PostgreSQL's own rules (scan.l). White space and comments yield nothing.
 *
 * <p>It never fails: what no rule accepts becomes a token of type {@link Type#INVALID}, and the
 * scan goes on. Time is linear in the length of the text.
 */
public final class Tokenizer {
  private static final String OPERATOR_CHARACTERS = "~!@#^&|`?+-*/%<>=";
  private static final String LOOSE_OPERATOR_CHARACTERS = "~!@#^&|`?%";
  private static final int NAME_BYTES = 63;

  private final String text;
  private final int end;
  private int at;
  private int line;
  private int lineStart;

  /** Scans all of {@code text}, which starts at line 1, column 1. */
  public Tokenizer(String text) {
    this(text, 0, text.length(), 1, 1);
  }

  /**
   * Scans part of a text that is part of a file.
   *
   * @param line one-based line at {@code from}
   * @param column one-based column at {@code from}
   */
  public Tokenizer(String text, int from, int to, int line, int column) {
    this.text = text;
    this.at = from;
    this.end = to;
    this.line = line;
    this.lineStart = from - (column - 1);
  }

  /** {@return the tokens of {@code text}, in order} */
  public static List<Token> tokenize(String text) {
    var tokenizer = new Tokenizer(text);
    var tokens = new ArrayList<Token>();
    while (tokenizer.skipBlank()) {
      tokens.add(tokenizer.read());
    }
    return List.copyOf(tokens);
  }

  /** {@return the zero-based index of the next character to be read} */
  public int position() {
    return at;
  }

  /** {@return the one-based line of the next character to be read} */
  public int line() {
    return line;
  }

  /** {@return the one-based column of the next character to be read} */
  public int column() {
    return at - lineStart + 1;
  }

  /** Moves on to {@code position}, counting lines; what lies between is not read as tokens. */
  public void skipTo(int position) {
    while (at < position) {
      step();
    }
  }

  /** Passes white space and comments. {@return whether a token follows} */
  public boolean skipBlank() {
    while (at < end) {
      char c = text.charAt(at);
      if (isBlank(c)) {
        step();
      } else if (c == '-' && peek(1) == '-') {
        skipLineComment();
      } else if (c == '/' && peek(1) == '*') {
        skipBlockComment();
      } else {
        return true;
      }
    }
    return false;
  }

  /** {@return the token that starts here}; call {@link #skipBlank} first. */
  public Token read() {
    int start = at;
    int startLine = line;
    int startColumn = column();
    Scan scan = scan();
    return new Token(
        scan.type, text.substring(start, at), scan.value(start), start, startLine, startColumn);
  }

  private final class Scan {
    final Type type;
    private final @org.jspecify.annotations.Nullable String value;

    Scan(Type type) {
      this.type = type;
      this.value = null;
    }

    Scan(Type type, String value) {
      this.type = type;
      this.value = value;
    }

    String value(int start) {
      return value != null ? value : text.substring(start, at);
    }
  }

  private Scan scan() {
    char c = text.charAt(at);
    switch (c) {
      case '\'':
        return quoted(1, Escapes.PLAIN);
      case '"':
        return quotedName(1, false);
      case '$':
        return dollar();
      case '(', ')', '[', ']', ',', ';':
        at++;
        return new Scan(Type.SYMBOL);
      case ':':
        at += peek(1) == ':' || peek(1) == '=' ? 2 : 1;
        return new Scan(Type.SYMBOL);
      case '.':
        if (isDigit(peek(1))) {
          return number();
        }
        at += peek(1) == '.' ? 2 : 1;
        return new Scan(Type.SYMBOL);
      default:
        return other(c);
    }
  }

  private Scan other(char c) {
    if (isDigit(c)) {
      return number();
    }
    if (peek(1) == '\'') {
      switch (c) {
        case 'e', 'E':
          return quoted(2, Escapes.BACKSLASH);
        case 'n', 'N':
          return quoted(2, Escapes.PLAIN);
        case 'b', 'B', 'x', 'X':
          Scan bits = quoted(2, Escapes.PLAIN);
          return bits.type == Type.INVALID ? bits : new Scan(Type.BIT_STRING);
        default:
          break;
      }
    }
    if ((c == 'u' || c == 'U') && peek(1) == '&') {
      if (peek(2) == '\'') {
        return quoted(3, Escapes.UNICODE);
      }
      if (peek(2) == '"') {
        return quotedName(3, true);
      }
    }
    if (isNameStart(c)) {
      int start = at;
      while (at < end && isNamePart(text.charAt(at))) {
        at++;
      }
      return new Scan(Type.WORD, fold(text.substring(start, at)));
    }
    if (OPERATOR_CHARACTERS.indexOf(c) >= 0) {
      return operator();
    }
    at++;
    return new Scan(Type.INVALID);
  }

  private enum Escapes {
    PLAIN,
    BACKSLASH,
    UNICODE
  }

  private Scan quoted(int prefix, Escapes escapes) {
    at += prefix;
    var value = new StringBuilder();
    while (true) {
      if (!quotedPart(value, escapes)) {
        return new Scan(Type.INVALID);
      }
      int next = continuation();
      if (next < 0) {
        break;
      }
      skipTo(next + 1);
    }
    return new Scan(
        Type.STRING, escapes == Escapes.UNICODE ? Unicode.unescape(value) : value.toString());
  }

  /** Reads up to and past the closing quote. {@return whether there was one} */
  private boolean quotedPart(StringBuilder value, Escapes escapes) {
    while (at < end) {
      char c = text.charAt(at);
      if (c == '\'') {
        if (peek(1) != '\'') {
          at++;
          return true;
        }
        value.append('\'');
        at += 2;
      } else if (c == '\\' && escapes == Escapes.BACKSLASH && at + 1 < end) {
        at++;
        backslash(value);
      } else {
        value.append(c);
        step();
      }
    }
    return false;
  }

  /** {@return the index of a quote that continues the string on a later line, or -1} */
  private int continuation() {
    int i = at;
    boolean newline = false;
    while (i < end) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        newline = true;
      } else if (newline && c == '-' && i + 1 < end && text.charAt(i + 1) == '-') {
        while (i < end && text.charAt(i) != '\n') {
          i++;
        }
        continue;
      } else if (!isBlank(c)) {
        return newline && c == '\'' ? i : -1;
      }
      i++;
    }
    return -1;
  }

  private void backslash(StringBuilder value) {
    char c = text.charAt(at);
    step();
    switch (c) {
      case 'n' -> value.append('\n');
      case 't' -> value.append('\t');
      case 'r' -> value.append('\r');
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'x' -> appendCode(value, 16, 2, 'x');
      case 'u' -> appendCode(value, 16, 4, 'u');
      case 'U' -> appendCode(value, 16, 8, 'U');
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        at--;
        appendCode(value, 8, 3, c);
      }
      default -> value.append(c);
    }
  }

  private void appendCode(StringBuilder value, int radix, int most, char otherwise) {
    int code = 0;
    int digits = 0;
    while (digits < most && at < end && Character.digit(text.charAt(at), radix) >= 0) {
      code = code * radix + Character.digit(text.charAt(at), radix);
      at++;
      digits++;
    }
    if (digits == 0) {
      value.append(otherwise);
    } else if (Character.isValidCodePoint(code)) {
      value.appendCodePoint(code);
    } else {
      value.append('\uFFFD');
    }
  }

  private Scan quotedName(int prefix, boolean unicode) {
    at += prefix;
    var value = new StringBuilder();
    while (at < end) {
      char c = text.charAt(at);
      if (c == '"') {
        if (peek(1) != '"') {
          at++;
          return new Scan(
              Type.QUOTED_NAME, cut(unicode ? Unicode.unescape(value) : value.toString()));
        }
        value.append('"');
        at += 2;
      } else {
        value.append(c);
        step();
      }
    }
    return new Scan(Type.INVALID);
  }

  private Scan dollar() {
    if (isDigit(peek(1))) {
      at++;
      while (at < end && isDigit(text.charAt(at))) {
        at++;
      }
      return new Scan(Type.PARAMETER);
    }
    int tagEnd = at + 1;
    while (tagEnd < end && isTagPart(text.charAt(tagEnd), tagEnd == at + 1)) {
      tagEnd++;
    }
    if (tagEnd >= end || text.charAt(tagEnd) != '$') {
      at++;
      return new Scan(Type.INVALID);
    }
    String tag = text.substring(at, tagEnd + 1);
    int bodyStart = tagEnd + 1;
    int close = text.indexOf(tag, bodyStart);
    if (close < 0 || close + tag.length() > end) {
      skipTo(end);
      return new Scan(Type.INVALID);
    }
    skipTo(close + tag.length());
    return new Scan(Type.STRING, text.substring(bodyStart, close));
  }

  private Scan number() {
    if (text.charAt(at) == '0' && "xXoObB".indexOf(peek(1)) >= 0 && isNamePart(peek(2))) {
      at += 2;
      while (at < end && Character.digit(text.charAt(at), 16) >= 0 || at < end && peek(0) == '_') {
        at++;
      }
      return new Scan(Type.NUMBER);
    }
    digits();
    if (peek(0) == '.' && peek(1) != '.') {
      at++;
      digits();
    }
    if (peek(0) == 'e' || peek(0) == 'E') {
      int sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
      if (isDigit(peek(1 + sign))) {
        at += 1 + sign;
        digits();
      }
    }
    return new Scan(Type.NUMBER);
  }

  private void digits() {
    while (at < end && (isDigit(text.charAt(at)) || text.charAt(at) == '_' && isDigit(peek(1)))) {
      at++;
    }
  }

  /** A run of operator characters, cut before a comment and by the rule for trailing + and -. */
  private Scan operator() {
    int start = at;
    int stop = at;
    while (stop < end && OPERATOR_CHARACTERS.indexOf(text.charAt(stop)) >= 0) {
      char c = text.charAt(stop);
      char next = stop + 1 < end ? text.charAt(stop + 1) : '\0';
      if (c == '-' && next == '-' || c == '/' && next == '*') {
        break;
      }
      stop++;
    }
    if (stop - start > 1 && !hasLooseCharacter(start, stop)) {
      while (stop - start > 1 && "+-".indexOf(text.charAt(stop - 1)) >= 0) {
        stop--;
      }
    }
    at = Math.max(stop, start + 1);
    return new Scan(Type.OPERATOR);
  }

  private boolean hasLooseCharacter(int from, int to) {
    for (int i = from; i < to; i++) {
      if (LOOSE_OPERATOR_CHARACTERS.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private void skipLineComment() {
    while (at < end && text.charAt(at) != '\n') {
      at++;
    }
  }

  private void skipBlockComment() {
    int depth = 0;
    while (at < end) {
      if (text.charAt(at) == '/' && peek(1) == '*') {
        depth++;
        at += 2;
      } else if (text.charAt(at) == '*' && peek(1) == '/') {
        depth--;
        at += 2;
        if (depth == 0) {
          return;
        }
      } else {
        step();
      }
    }
  }

  private void step() {
    if (text.charAt(at++) == '\n') {
      line++;
      lineStart = at;
    }
  }

  private char peek(int ahead) {
    return at + ahead < end ? text.charAt(at + ahead) : '\0';
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u000B';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= '\u0080';
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || isDigit(c) || c == '$';
  }

  private static boolean isTagPart(char c, boolean first) {
    return isNameStart(c) || !first && isDigit(c);
  }

  /** Folds ASCII letters only, as the server does in a multi-byte encoding. */
  private static String fold(String word) {
    int i = 0;
    while (i < word.length() && !(word.charAt(i) >= 'A' && word.charAt(i) <= 'Z')) {
      i++;
    }
    if (i == word.length()) {
      return cut(word);
    }
    var folded = new StringBuilder(word);
    for (; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        folded.setCharAt(i, (char) (c + 32));
      }
    }
    return cut(folded.toString());
  }

  /**
   * Cuts a name to 63 bytes of UTF-8 without splitting a character, as truncate_identifier does.
   */
  static String cut(String name) {
    if (name.length() * 3 <= NAME_BYTES
        || name.getBytes(StandardCharsets.UTF_8).length <= NAME_BYTES) {
      return name;
    }
    int bytes = 0;
    int i = 0;
    while (i < name.length()) {
      int point = name.codePointAt(i);
      int size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (bytes + size > NAME_BYTES) {
        break;
      }
      bytes += size;
      i += Character.charCount(point);
    }
    return name.substring(0, i);
  }
}
