package dev.drift.engine.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A cursor over tokens for recursive-descent readers. Key words are given in lower case; a reader
 * that cannot go on throws {@link Unexpected}, which says where.
 */
public final class TokenReader {
  private final List<Token> tokens;
  private int at;

  /** Starts at the first of {@code tokens}. */
  public TokenReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** The text does not go on as the grammar asks. */
  public static final class Unexpected extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Optional<Token> token;

    Unexpected(String wanted, Optional<Token> token) {
      super(
          "expected "
              + wanted
              + token.map(t -> " but found \"" + t.text() + "\"").orElse(" but the statement ends"),
          null,
          false,
          false);
      this.token = token;
    }

    /** {@return the token that does not fit; empty at the end of the statement} */
    public Optional<Token> token() {
      return token;
    }
  }

  /** {@return whether all tokens are read} */
  public boolean atEnd() {
    return at >= tokens.size();
  }

  /** {@return the index of the next token, for {@link #reset}} */
  public int mark() {
    return at;
  }

  /** Goes back (or on) to a {@link #mark}. */
  public void reset(int mark) {
    at = mark;
  }

  /** {@return the next token, not consumed; empty at the end} */
  public Optional<Token> peek() {
    return peek(0);
  }

  /** {@return the token {@code ahead} places behind the next one, not consumed} */
  public Optional<Token> peek(int ahead) {
    return at + ahead < tokens.size() ? Optional.of(tokens.get(at + ahead)) : Optional.empty();
  }

  /** {@return the next token, consumed} */
  public Token next() {
    if (atEnd()) {
      throw unexpected("more");
    }
    return tokens.get(at++);
  }

  /** {@return whether the next tokens are these unquoted words} */
  public boolean at(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (at + i >= tokens.size() || !tokens.get(at + i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  /** {@return whether the next token is this operator or punctuation} */
  public boolean atSymbol(String symbol) {
    return at < tokens.size() && tokens.get(at).isSymbol(symbol);
  }

  /** Consumes these words if they come next. {@return whether they did} */
  public boolean accept(String... words) {
    if (!at(words)) {
      return false;
    }
    at += words.length;
    return true;
  }

  /** Consumes this operator or punctuation if it comes next. {@return whether it did} */
  public boolean acceptSymbol(String symbol) {
    if (!atSymbol(symbol)) {
      return false;
    }
    at++;
    return true;
  }

  /** Consumes these words, which must come next. */
  public void expect(String... words) {
    if (!accept(words)) {
      throw unexpected(String.join(" ", words).toUpperCase(Locale.ROOT));
    }
  }

  /** Consumes this operator or punctuation, which must come next. */
  public void expectSymbol(String symbol) {
    if (!acceptSymbol(symbol)) {
      throw unexpected("\"" + symbol + "\"");
    }
  }

  /** {@return the folded name that comes next, consumed} */
  public String name() {
    if (atEnd() || !tokens.get(at).isName()) {
      throw unexpected("a name");
    }
    return tokens.get(at++).value();
  }

  /** {@return the value of the string constant that comes next, consumed} */
  public String string() {
    if (atEnd() || tokens.get(at).type() != Token.Type.STRING) {
      throw unexpected("a string constant");
    }
    return tokens.get(at++).value();
  }

  /** Consumes a balanced group {@code ( … )} and {@return the tokens between its parentheses}. */
  public List<Token> group() {
    expectSymbol("(");
    int from = at;
    int depth = 1;
    while (!atEnd()) {
      Token token = tokens.get(at++);
      if (token.isSymbol("(")) {
        depth++;
      } else if (token.isSymbol(")") && --depth == 0) {
        return tokens.subList(from, at - 1);
      }
    }
    throw unexpected("\")\"");
  }

  /** {@return the tokens from {@code mark} up to here} */
  public List<Token> since(int mark) {
    return tokens.subList(mark, at);
  }

  /** {@return all tokens not yet read, consumed} */
  public List<Token> rest() {
    List<Token> rest = tokens.subList(at, tokens.size());
    at = tokens.size();
    return rest;
  }

  /** {@return the complaint that {@code wanted} should stand here} */
  public Unexpected unexpected(String wanted) {
    return new Unexpected(wanted, peek());
  }
}
