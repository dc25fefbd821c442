package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.model.Expression;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;

/** SQL-standard routine bodies: {@code RETURN e} and {@code BEGIN ATOMIC … END}. */
final class StandardBodies {
  private static final String ATOMIC = "BEGIN ATOMIC";

  private StandardBodies() {}

  /** Reads a body to its end, as {@link dev.drift.engine.model.Routine#standardBody} holds it. */
  static Expression read(TokenReader tokens, Context context) {
    if (tokens.accept("return")) {
      return Expressions.read(tokens.rest(), context.scope(), Optional.empty());
    }
    tokens.expect("begin", "atomic");
    return new Expression(ATOMIC + ' ' + text(tokens.rest()));
  }

  private static String text(List<Token> tokens) {
    var text = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      if (i > 0 && tokens.get(i - 1).end() < tokens.get(i).offset()) {
        text.append(' ');
      }
      text.append(tokens.get(i).text());
    }
    return text.toString();
  }
}
