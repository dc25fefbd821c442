package dev.drift.engine.ddl;

import dev.drift.engine.canon.typing.ServerFunctions;
import dev.drift.engine.model.Objects;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Set;

/** Whether an expression is made of constants, a row's columns and functions that are there. */
final class RowValue {
  private static final Set<String> WORDS =
      Set.of(
          "and",
          "array",
          "at",
          "case",
          "coalesce",
          "current_date",
          "current_timestamp",
          "else",
          "end",
          "false",
          "greatest",
          "in",
          "interval",
          "is",
          "least",
          "like",
          "localtimestamp",
          "not",
          "null",
          "nullif",
          "or",
          "then",
          "time",
          "true",
          "when",
          "zone");
  private static final Set<String> TYPE_WORDS =
      Set.of("varying", "precision", "with", "without", "time", "zone");

  /** What they give depends on an object that may be gone since. */
  private static final Set<String> OF_SEQUENCES = Set.of("nextval", "currval", "setval", "lastval");

  private final TokenReader tokens;
  private final String table;
  private final Set<String> columns;
  private final Objects functions;

  private RowValue(List<Token> tokens, String table, Set<String> columns, Objects functions) {
    this.tokens = new TokenReader(tokens);
    this.table = table;
    this.columns = columns;
    this.functions = functions;
  }

  /**
   * {@return whether nothing else is in the expression}
   *
   * @param columns those of {@code table}
   * @param functions where functions with a schema's name before theirs must be, too
   */
  static boolean isPlain(
      List<Token> expression, String table, Set<String> columns, Objects functions) {
    return !expression.isEmpty() && new RowValue(expression, table, columns, functions).read();
  }

  private boolean read() {
    while (!tokens.atEnd()) {
      Token token = tokens.next();
      boolean plain =
          switch (token.type()) {
            case STRING, BIT_STRING, NUMBER, OPERATOR -> true;
            case SYMBOL -> token.isSymbol("::") ? type() : !token.isSymbol(";");
            case WORD, QUOTED_NAME -> name(token);
            case PARAMETER, INVALID -> false;
          };
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  private boolean type() {
    tokens.name();
    if (tokens.acceptSymbol(".")) {
      tokens.name();
    }
    while (tokens.peek().filter(t -> TYPE_WORDS.contains(t.value())).isPresent()) {
      tokens.next();
    }
    return true;
  }

  private boolean name(Token token) {
    if (token.type() == Token.Type.WORD && WORDS.contains(token.value())) {
      return true;
    }
    if (tokens.atSymbol("(")) {
      return ServerFunctions.has(token.value()) && !OF_SEQUENCES.contains(token.value());
    }
    if (tokens.acceptSymbol(".")) {
      String name = tokens.name();
      return tokens.atSymbol("(")
          ? !functions.routines(token.value(), name).isEmpty()
          : token.value().equals(table) && columns.contains(name);
    }
    return columns.contains(token.value());
  }
}
