package dev.drift.engine.source;

import dev.drift.engine.sql.Token;
import java.util.List;

/**
 * One SQL statement of a migration file.
 *
 * @param file the file's path as reports show it: relative to the migrations directory
 * @param text as written, from its first token to its last, without the closing semicolon
 * @param tokens its tokens, with their places in the file; never empty
 */
public record Statement(String file, String text, List<Token> tokens) {
  public Statement {
    tokens = List.copyOf(tokens);
  }

  /** {@return the one-based line it starts on} */
  public int line() {
    return tokens.get(0).line();
  }

  /** {@return the one-based column it starts at} */
  public int column() {
    return tokens.get(0).column();
  }
}
