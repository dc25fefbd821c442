package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Routine.Parameter;
import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
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

  /**
   * {@return the body with the names of input parameters for {@code $1}, as the server prints it}
   */
  static Expression named(Expression body, List<Parameter> parameters) {
    List<String> names = parameters.stream().map(Parameter::name).toList();
    List<Token> tokens = Tokenizer.tokenize(body.sql());
    if (tokens.stream().noneMatch(token -> token.type() == Token.Type.PARAMETER)) {
      return body;
    }
    var text = new StringBuilder();
    int end = 0;
    for (Token token : tokens) {
      text.append(body.sql(), end, token.offset());
      text.append(token.type() == Token.Type.PARAMETER ? named(token, names) : token.text());
      end = token.end();
    }
    return new Expression(text.toString());
  }

  private static String named(Token parameter, List<String> names) {
    String number = parameter.text().substring(1);
    int place = number.length() < 5 ? Integer.parseInt(number) : 0;
    boolean hasName = place >= 1 && place <= names.size() && !names.get(place - 1).isEmpty();
    return hasName ? Identifiers.quote(names.get(place - 1)) : parameter.text();
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
