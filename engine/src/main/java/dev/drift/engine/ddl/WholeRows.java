package dev.drift.engine.ddl;

import dev.drift.engine.sql.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code OLD IS DISTINCT FROM NEW} → {@code OLD.* IS DISTINCT FROM NEW.*}, as the server writes
 * whole rows in the condition of a trigger (ruleutils.c, get_variable).
 */
final class WholeRows {
  private WholeRows() {}

  /** {@return the condition with every bare OLD and NEW spelled out} */
  static List<Token> expand(List<Token> condition) {
    var expanded = new ArrayList<Token>();
    for (int i = 0; i < condition.size(); i++) {
      Token token = condition.get(i);
      expanded.add(token);
      if ((token.is("old") || token.is("new"))
          && !isDot(condition, i + 1)
          && !isDot(condition, i - 1)) {
        expanded.add(behind(token, Token.Type.SYMBOL, ".", 0));
        expanded.add(behind(token, Token.Type.OPERATOR, "*", 1));
      }
    }
    return List.copyOf(expanded);
  }

  private static boolean isDot(List<Token> tokens, int at) {
    return at >= 0 && at < tokens.size() && tokens.get(at).isSymbol(".");
  }

  /** Offsets only tell where blanks stand. */
  private static Token behind(Token token, Token.Type type, String text, int distance) {
    return new Token(type, text, text, token.end() + distance, token.line(), token.column());
  }
}
