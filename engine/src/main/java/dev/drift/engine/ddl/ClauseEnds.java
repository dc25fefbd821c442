package dev.drift.engine.ddl;

import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where an expression that no parentheses close ends. */
final class ClauseEnds {
  /** What can follow a column's DEFAULT. */
  private static final Set<String> AFTER_DEFAULT =
      Set.of(
          "constraint",
          "not",
          "null",
          "unique",
          "primary",
          "check",
          "references",
          "collate",
          "generated",
          "default",
          "deferrable",
          "initially",
          "storage",
          "compression");

  private ClauseEnds() {}

  /** Reads the expression of a column's DEFAULT (a {@code b_expr}: no bare NOT, AND, IS NULL). */
  static List<Token> defaultExpression(TokenReader tokens) {
    int start = tokens.mark();
    int cases = 0;
    boolean whole = false;
    while (!tokens.atEnd()) {
      Token token = tokens.peek().orElseThrow();
      if (cases == 0 && (token.isSymbol(",") || token.isSymbol(")"))) {
        break;
      }
      if (cases == 0
          && whole
          && token.type() == Token.Type.WORD
          && AFTER_DEFAULT.contains(token.value())) {
        break;
      }
      if (token.is("case")) {
        cases++;
      } else if (token.is("end")) {
        cases--;
      }
      // After an operator, a dot or :: such a word is a name: 'a'::storage.kind.
      whole =
          token.type() != Token.Type.OPERATOR
              && (token.type() != Token.Type.SYMBOL || token.isSymbol("(") || token.isSymbol("["));
      skip(tokens);
    }
    if (tokens.mark() == start) {
      throw tokens.unexpected("an expression");
    }
    return tokens.since(start);
  }

  /** Reads everything up to a comma outside parentheses, or to the end. */
  static List<Token> toComma(TokenReader tokens) {
    int start = tokens.mark();
    while (!tokens.atEnd() && !tokens.atSymbol(",")) {
      skip(tokens);
    }
    return tokens.since(start);
  }

  /** Cuts tokens at the commas outside parentheses. */
  static List<List<Token>> parts(List<Token> tokens) {
    var reader = new TokenReader(tokens);
    var parts = new ArrayList<List<Token>>();
    while (!reader.atEnd()) {
      parts.add(toComma(reader));
      if (!reader.atEnd()) {
        reader.next();
      }
    }
    return parts;
  }

  /** Passes one token, or a whole group in parentheses or brackets. */
  private static void skip(TokenReader tokens) {
    if (tokens.atSymbol("(")) {
      tokens.group();
    } else if (tokens.acceptSymbol("[")) {
      while (!tokens.acceptSymbol("]")) {
        skip(tokens);
      }
    } else {
      tokens.next();
    }
  }
}
