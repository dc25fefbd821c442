package dev.drift.engine.ddl.plpgsql;

import dev.drift.engine.ddl.plpgsql.Step.Execute;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;

/** Splits {@code text [INTO [STRICT] targets] [USING expression, …]} behind EXECUTE. */
public final class ExecuteClauses {
  private ExecuteClauses() {}

  /** {@return the parts of {@code all}, the tokens behind the word EXECUTE} */
  public static Execute read(List<Token> all) {
    var tokens = new TokenReader(all);
    List<Token> command = expression(tokens);
    List<String> into = List.of();
    var using = new ArrayList<List<Token>>();
    while (!tokens.atEnd()) {
      if (tokens.accept("into")) {
        tokens.accept("strict");
        into = IntoClause.variables(tokens);
      } else {
        tokens.expect("using");
        do {
          using.add(expression(tokens));
        } while (tokens.acceptSymbol(","));
      }
    }
    return new Execute(command, into, using);
  }

  private static List<Token> expression(TokenReader tokens) {
    int from = tokens.mark();
    int depth = 0;
    while (!tokens.atEnd()) {
      if (depth == 0 && (tokens.at("into") || tokens.at("using") || tokens.atSymbol(","))) {
        break;
      }
      Token token = tokens.next();
      if (token.isSymbol("(") || token.isSymbol("[")) {
        depth++;
      } else if (token.isSymbol(")") || token.isSymbol("]")) {
        depth--;
      }
    }
    return tokens.since(from);
  }
}
