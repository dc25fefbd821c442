package dev.drift.engine.canon;

import dev.drift.engine.canon.match.Meaning;
import dev.drift.engine.canon.tree.Body;
import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.QueryNode;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Types a query of a command, bound and canonical: what is assigned to columns is cast to their
 * types.
 *
 * @param columns those of {@code target} that its output columns are assigned to, or none
 */
record CommandTyping(String verb, Name target, List<String> columns, Surroundings around)
    implements UnaryOperator<QueryNode> {
  /** {@return {@code command} with all its queries typed} */
  static Command typed(Command command, Surroundings around) {
    Name target = command.target().name();
    return command
        .with(around::placed)
        .with(
            query ->
                Meaning.typed(
                    query, new CommandTyping(command.verb(), target, command.columns(), around)),
            (columns, query) ->
                Meaning.typed(query, new CommandTyping("update", target, columns, around)),
            query -> Meaning.typed(query, new CommandTyping("", target, List.of(), around)));
  }

  @Override
  public QueryNode apply(QueryNode query) {
    return columns.isEmpty() || !isCast(query.body())
        ? around.typing().query(query, around.columns())
        : around.typing().assigned(query, around.columns(target, columns), around.columns());
  }

  /** The rows of an INSERT's query are cast once they are there (analyze.c). */
  private boolean isCast(Body body) {
    return switch (body) {
      case Body.Values values -> true;
      case Body.Nested(QueryNode inner) -> isCast(inner.body());
      case Body.Select select -> !verb.equals("insert");
      case Body.SetOperation set -> false;
    };
  }
}
