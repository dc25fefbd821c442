package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.canon.typing.Choices;
import dev.drift.engine.canon.typing.Typing;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.sql.Token;
import java.util.List;
import java.util.Optional;

/**
 * Which of several functions, or operators, of one name qualified SQL means. It takes types to
 * tell, so it is asked only where there are several.
 */
final class Meant {
  private Meant() {}

  /** {@return whether the model has another function or operator of that name in its schema} */
  static boolean isOverloaded(ObjectId id, Objects objects) {
    if (Names.ROUTINES.contains(id.kind())) {
      return objects.routines(id.schema(), Names.plain(id)).size() > 1;
    }
    return id.kind() == Kind.OPERATOR
        && OwnOperators.named(
                    List.of(id.schema(), OwnOperators.symbol(id)), new Scope(objects, List.of()))
                .size()
            > 1;
  }

  /** {@return what is meant in an expression of {@code owner}, a relation, domain or routine} */
  static Choices inExpression(List<Token> tokens, ObjectId owner, Objects objects) {
    var typing = Typing.of(objects);
    var columns = Surroundings.columns(Optional.of(owner), objects);
    return ConditionQuery.of(tokens, owner)
        .map(query -> typing.choices(query, columns))
        .or(() -> ExpressionComparison.tree(tokens).map(tree -> typing.choices(tree, columns)))
        .orElseGet(Choices::new);
  }

  /** {@return what is meant in a query, or an expression that is returned, of {@code owner}} */
  static Choices inQuery(List<Token> tokens, ObjectId owner, Objects objects) {
    return QueryComparison.tree(tokens)
        .map(tree -> inQuery(tree, owner, objects))
        .orElseGet(() -> inExpression(tokens, owner, objects));
  }

  static Choices inQuery(QueryNode query, ObjectId owner, Objects objects) {
    return Typing.of(objects).choices(query, Surroundings.columns(Optional.of(owner), objects));
  }
}
