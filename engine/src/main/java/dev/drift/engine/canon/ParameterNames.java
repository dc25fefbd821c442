package dev.drift.engine.canon;

import dev.drift.engine.model.Query;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.StandardBody;
import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.HashMap;
import java.util.List;

/** {@code $1} → {@code f.n}, as a server prints it, or {@code n} where there are no columns. */
public final class ParameterNames {
  private final Parameters parameters;

  private ParameterNames(Parameters parameters) {
    this.parameters = parameters;
  }

  /** {@return the body of {@code routine} with its parameters by their names} */
  public static StandardBody in(StandardBody body, Routine routine) {
    var names = new ParameterNames(Parameters.of(routine));
    return body.with(
        statement ->
            new Query(names.named(statement.sql()), statement.understood(), statement.relations()));
  }

  private String named(String sql) {
    List<Token> tokens = Tokenizer.tokenize(sql);
    boolean columns =
        tokens.stream()
            .anyMatch(token -> token.is("from") || token.is("into") || token.is("update"));
    if (columns && isTaken(tokens)) {
      return sql;
    }
    var replacements = new HashMap<Integer, String>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).type() == Token.Type.PARAMETER) {
        String name = parameters.name(tokens.get(i).text());
        if (!name.isEmpty()) {
          String qualifier = columns ? parameters.routine() : "";
          replacements.put(i, Identifiers.quote(qualifier, name));
        }
      }
    }
    return replacements.isEmpty() ? sql : SourceText.of(tokens, replacements);
  }

  /** Whether something but a function may have the routine's name. */
  private boolean isTaken(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      boolean call = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol("(");
      if (tokens.get(i).isName() && tokens.get(i).value().equals(parameters.routine()) && !call) {
        return true;
      }
    }
    return false;
  }
}
