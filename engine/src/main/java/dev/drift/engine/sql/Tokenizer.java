package dev.drift.engine.sql;

import dev.drift.engine.sql.Token.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts SQL into tokens by PostgreSQL's own rules (scan.l). White space and comments yield nothing.
 *
 * <p>It never fails: what no rule accepts becomes a token of type {@link Type#INVALID}, and the
 * scan goes on; what the text ends within is told by {@link #unterminated}. Time is linear in the
 * length of the text.
 */
public final class Tokenizer {
  private final String text;
  private final int end;
  private final Cursor cursor;
  private final Operators operators;
  private final Spellings spellings;
  private Optional<Unterminated> unterminated = Optional.empty();

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
    this.end = to;
    this.cursor = new Cursor(text, from, to, line, column);
    this.operators = new Operators(text, to);
    this.spellings = new Spellings(text, to - from);
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
    return cursor.at();
  }

  /** {@return the one-based line of the next character to be read} */
  public int line() {
    return cursor.line();
  }

  /** {@return the one-based column of the next character to be read} */
  public int column() {
    return cursor.column();
  }

  /** {@return the constant, quoted name or comment that the text has ended within} */
  public Optional<Unterminated> unterminated() {
    return unterminated;
  }

  /** Moves on to {@code position}, counting lines; what lies between is not read as tokens. */
  public void skipTo(int position) {
    cursor.moveTo(position);
  }

  /** Passes white space and comments. {@return whether a token follows} */
  public boolean skipBlank() {
    int next = Blanks.skip(text, cursor.at(), end);
    if (next < 0) {
      cursor.moveTo(-1 - next);
      unterminated = Optional.of(unterminatedHere(Unterminated.What.COMMENT, 0));
      next = end;
    }
    cursor.moveTo(next);
    return next < end;
  }

  /** {@return the token that starts here}; call {@link #skipBlank} first. */
  public Token read() {
    char c = cursor.peek(0);
    return switch (c) {
      case '\'' -> string(1, '\'');
      case '"' -> quotedName(1, false);
      case '$' -> dollar();
      case '(', ')', '[', ']', ',', ';' -> plain(Type.SYMBOL, 1);
      case ':' -> plain(Type.SYMBOL, cursor.peek(1) == ':' || cursor.peek(1) == '=' ? 2 : 1);
      case '.' ->
          Characters.isDigit(cursor.peek(1))
              ? number()
              : plain(Type.SYMBOL, cursor.peek(1) == '.' ? 2 : 1);
      case 'e', 'E', 'n', 'N', 'b', 'B', 'x', 'X' -> cursor.peek(1) == '\'' ? string(2, c) : word();
      case 'u', 'U' -> unicodeOrWord(c);
      default -> other(c);
    };
  }

  private Token other(char c) {
    if (Characters.isNameStart(c)) {
      return word();
    }
    if (Characters.isDigit(c)) {
      return number();
    }
    if (Characters.isOperator(c)) {
      return plain(Type.OPERATOR, operators.end(cursor.at()) - cursor.at());
    }
    return plain(Type.INVALID, 1);
  }

  private Token word() {
    int stop = cursor.at();
    while (stop < end && Characters.isNamePart(text.charAt(stop))) {
      stop++;
    }
    String written = spellings.of(cursor.at(), stop);
    return token(Type.WORD, stop, written, spellings.of(Names.fold(written)));
  }

  private Token unicodeOrWord(char c) {
    if (cursor.peek(1) == '&' && cursor.peek(2) == '\'') {
      return string(3, c);
    }
    return cursor.peek(1) == '&' && cursor.peek(2) == '"' ? quotedName(3, true) : word();
  }

  private Token number() {
    return plain(Type.NUMBER, Numbers.end(text, cursor.at(), end) - cursor.at());
  }

  /**
   * A string constant whose parts may go on over several lines; {@code kind} is its first letter.
   */
  private Token string(int prefix, char kind) {
    boolean escaped = kind == 'e' || kind == 'E';
    boolean unicode = kind == 'u' || kind == 'U';
    boolean bits = "bBxX".indexOf(kind) >= 0;
    var value = new StringBuilder();
    int close = cursor.at() + prefix - 1;
    int next = close;
    while (next >= 0) {
      close = closeString(next + 1, escaped, bits);
      if (close < 0) {
        return unterminated(
            bits ? Unterminated.What.BIT_STRING : Unterminated.What.STRING,
            kind == 'n' || kind == 'N' ? 1 : 0);
      }
      String part = text.substring(next + 1, close);
      value.append(escaped ? Escapes.resolve(part) : part.replace("''", "'"));
      next = Quotes.continuation(text, close + 1, end);
    }
    if (bits) {
      return plain(Type.BIT_STRING, close + 1 - cursor.at());
    }
    return unicode
        ? unicode(Type.STRING, close + 1, value.toString())
        : token(Type.STRING, close + 1, value.toString());
  }

  /** In a bit string a quote is the end, doubled or not. */
  private int closeString(int from, boolean escaped, boolean bits) {
    if (bits) {
      return text.indexOf('\'', from, end);
    }
    return escaped ? Quotes.closeEscaped(text, from, end) : Quotes.close(text, from, end, '\'');
  }

  private Token quotedName(int prefix, boolean unicode) {
    int open = cursor.at() + prefix;
    int close = Quotes.close(text, open, end, '"');
    if (close < 0) {
      return unterminated(Unterminated.What.QUOTED_NAME);
    }
    String name = text.substring(open, close).replace("\"\"", "\"");
    return unicode
        ? unicode(Type.QUOTED_NAME, close + 1, name)
        : token(Type.QUOTED_NAME, close + 1, Names.cut(name));
  }

  /** {@code U&'…'} and {@code U&"…"}; a {@code UESCAPE 'c'} that follows is part of the token. */
  private Token unicode(Type type, int stop, String raw) {
    int close = stop;
    char escape = '\\';
    int word = Blanks.skip(text, stop, end);
    if (word >= 0 && text.regionMatches(true, word, "uescape", 0, "uescape".length())) {
      int quote = Blanks.skip(text, word + "uescape".length(), end);
      if (quote >= 0
          && quote + 2 < end
          && text.charAt(quote) == '\''
          && text.charAt(quote + 1) != '\''
          && text.charAt(quote + 2) == '\''
          && (quote + 3 >= end || text.charAt(quote + 3) != '\'')
          && Quotes.continuation(text, quote + 3, end) < 0) {
        escape = text.charAt(quote + 1);
        close = quote + 3;
      }
    }
    String value = Unicode.unescape(raw, escape);
    return token(type, close, type == Type.QUOTED_NAME ? Names.cut(value) : value);
  }

  private Token dollar() {
    if (Characters.isDigit(cursor.peek(1))) {
      int stop = cursor.at() + 1;
      while (stop < end && Characters.isDigit(text.charAt(stop))) {
        stop++;
      }
      return plain(Type.PARAMETER, stop - cursor.at());
    }
    int body = Quotes.dollarTag(text, cursor.at(), end);
    if (body < 0) {
      return plain(Type.INVALID, 1);
    }
    String tag = text.substring(cursor.at(), body);
    int close = text.indexOf(tag, body, end);
    return close < 0
        ? unterminated(Unterminated.What.DOLLAR_QUOTED)
        : token(Type.STRING, close + tag.length(), text.substring(body, close));
  }

  private Token plain(Type type, int length) {
    int stop = cursor.at() + length;
    String written = spellings.of(cursor.at(), stop);
    return token(type, stop, written, written);
  }

  private Token unterminated(Unterminated.What what) {
    return unterminated(what, 0);
  }

  /** The server counts the N of {@code N'…'} as a word of its own, {@code before} the string. */
  private Token unterminated(Unterminated.What what, int before) {
    unterminated = Optional.of(unterminatedHere(what, before));
    return plain(Type.INVALID, end - cursor.at());
  }

  private Unterminated unterminatedHere(Unterminated.What what, int before) {
    return new Unterminated(what, cursor.at() + before, cursor.line(), cursor.column() + before);
  }

  private Token token(Type type, int stop, String value) {
    return token(type, stop, text.substring(cursor.at(), stop), value);
  }

  private Token token(Type type, int stop, String written, String value) {
    var token = new Token(type, written, value, cursor.at(), cursor.line(), cursor.column());
    cursor.moveTo(stop);
    return token;
  }
}
