package dev.drift.engine.ddl;

import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An UPDATE that gives all rows of a table a value, or all that have none: {@code UPDATE t SET a =
 * … [, b = …] [WHERE a IS NULL]}.
 *
 * @param schema as written; empty if it is not
 * @param assignments columns to what they are set to, as written
 */
record RowUpdate(String schema, String table, Map<String, String> assignments) {
  RowUpdate {
    assignments = Collections.unmodifiableMap(new LinkedHashMap<>(assignments));
  }

  /** {@return the statement, if it is one of these} */
  static Optional<RowUpdate> read(List<Token> statement) {
    if (!statement.get(0).is("update")) {
      return Optional.empty();
    }
    try {
      return read(new TokenReader(statement));
    } catch (TokenReader.Unexpected e) {
      return Optional.empty();
    }
  }

  private static Optional<RowUpdate> read(TokenReader tokens) {
    tokens.expect("update");
    tokens.accept("only");
    String name = tokens.name();
    String schema = "";
    if (tokens.acceptSymbol(".")) {
      schema = name;
      name = tokens.name();
    }
    tokens.expect("set");
    var assignments = new LinkedHashMap<String, String>();
    do {
      String column = tokens.name();
      tokens.expectSymbol("=");
      assignments.put(column, text(expression(tokens)));
    } while (tokens.acceptSymbol(","));
    boolean all = tokens.atEnd() || isNullCheck(tokens, assignments);
    return all ? Optional.of(new RowUpdate(schema, name, assignments)) : Optional.empty();
  }

  private static boolean isNullCheck(TokenReader tokens, Map<String, String> assignments) {
    tokens.expect("where");
    boolean own = assignments.size() == 1 && assignments.containsKey(tokens.name());
    return own && tokens.accept("is", "null") && tokens.atEnd();
  }

  private static List<Token> expression(TokenReader tokens) {
    var expression = new ArrayList<Token>();
    while (!tokens.atEnd() && !tokens.atSymbol(",") && !tokens.at("where") && !tokens.at("from")) {
      int mark = tokens.mark();
      if (tokens.atSymbol("(")) {
        tokens.group();
      } else {
        tokens.next();
      }
      expression.addAll(tokens.since(mark));
    }
    return expression;
  }

  private static String text(List<Token> tokens) {
    return tokens.stream().map(Token::text).collect(Collectors.joining(" "));
  }
}
