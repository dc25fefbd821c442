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
    int shift = 0;
    for (int i = 0; i < condition.size(); i++) {
      Token token = condition.get(i);
      expanded.add(moved(token, token.type(), token.text(), shift));
      if ((token.is("old") || token.is("new"))
          && !isDot(condition, i + 1)
          && !isDot(condition, i - 1)) {
        int behind = shift + token.text().length();
        expanded.add(moved(token, Token.Type.SYMBOL, ".", behind));
        expanded.add(moved(token, Token.Type.OPERATOR, "*", behind + 1));
        shift += 2;
      }
    }
    return List.copyOf(expanded);
  }

  private static boolean isDot(List<Token> tokens, int at) {
    return at >= 0 && at < tokens.size() && tokens.get(at).isSymbol(".");
  }

  /** Offsets tell where blanks stand, so what follows an insertion moves on. */
  private static Token moved(Token at, Token.Type type, String text, int shift) {
    String value = text.equals(at.text()) ? at.value() : text;
    return new Token(type, text, value, at.offset() + shift, at.line(), at.column());
  }
}
