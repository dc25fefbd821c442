package dev.drift.engine.ddl.plpgsql;

import dev.drift.engine.ddl.plpgsql.Step.Sql;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;

/** Cuts {@code INTO [STRICT] variable, …} out of an SQL statement of PL/pgSQL. */
final class IntoClause {
  private IntoClause() {}

  static Sql cut(List<Token> statement) {
    Token first = statement.get(0);
    boolean insert = first.is("insert") || first.is("merge");
    boolean canHaveInto =
        insert
            || first.is("select")
            || first.is("with")
            || first.is("update")
            || first.is("delete");
    int depth = 0;
    for (int i = 0; canHaveInto && i < statement.size(); i++) {
      Token token = statement.get(i);
      if (token.isSymbol("(")) {
        depth++;
      } else if (token.isSymbol(")")) {
        depth--;
      } else if (depth == 0 && token.is("into") && !(insert && i == 1)) {
        return cutAt(statement, i);
      }
    }
    return new Sql(statement, List.of());
  }

  private static Sql cutAt(List<Token> statement, int into) {
    var tokens = new TokenReader(statement);
    tokens.reset(into + 1);
    tokens.accept("strict");
    List<String> variables = variables(tokens);
    var rest = new ArrayList<Token>(statement.subList(0, into));
    rest.addAll(tokens.rest());
    return new Sql(List.copyOf(rest), variables);
  }

  /** Reads {@code a, b.c, …}; parts of a name are joined by dots. */
  static List<String> variables(TokenReader tokens) {
    var variables = new ArrayList<String>();
    do {
      var name = new StringBuilder(tokens.name());
      while (tokens.acceptSymbol(".")) {
        name.append('.').append(tokens.name());
      }
      variables.add(name.toString());
    } while (tokens.acceptSymbol(","));
    return variables;
  }
}
