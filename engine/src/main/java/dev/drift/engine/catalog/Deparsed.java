package dev.drift.engine.catalog;

import dev.drift.engine.model.Expression;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/** Text that the server made of a stored expression (ruleutils.c). */
final class Deparsed {
  private Deparsed() {}

  /** {@code ((a > 0) AND (b > 0))} → {@code (a > 0) AND (b > 0)}. */
  static Expression expression(String sql) {
    String bare = sql.strip();
    while (bare.startsWith("(") && bare.endsWith(")")) {
      List<Token> tokens = Tokenizer.tokenize(bare);
      if (closing(tokens) != tokens.size() - 1) {
        break;
      }
      bare = bare.substring(1, bare.length() - 1).strip();
    }
    return new Expression(bare);
  }

  /** {@code lower(a, b), (c + d)} → {@code lower(a, b)} and {@code (c + d)}. */
  static List<String> list(String sql) {
    var parts = new ArrayList<String>();
    int depth = 0;
    int from = 0;
    for (Token token : Tokenizer.tokenize(sql)) {
      depth += nesting(token);
      if (depth == 0 && token.isSymbol(",")) {
        parts.add(sql.substring(from, token.offset()).strip());
        from = token.end();
      }
    }
    parts.add(sql.substring(from).strip());
    return parts;
  }

  /** {@return by how much a token changes the depth of parentheses and brackets} */
  static int nesting(Token token) {
    return switch (token.text()) {
      case "(", "[" -> 1;
      case ")", "]" -> -1;
      default -> 0;
    };
  }

  private static int closing(List<Token> tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += nesting(tokens.get(i));
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
