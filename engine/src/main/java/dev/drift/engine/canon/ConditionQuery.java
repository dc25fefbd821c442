package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.Body;
import dev.drift.engine.canon.tree.Clause;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Place;
import dev.drift.engine.canon.tree.Printer;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.sql.Token;
import java.util.List;
import java.util.Optional;

/**
 * A policy's or rule's condition with queries in it, as the only output of a query on the relation
 * that it belongs to: what is known of queries holds for it then.
 */
final class ConditionQuery {
  private ConditionQuery() {}

  /** {@return the query; empty where {@code condition} has none in it or cannot be read} */
  static Optional<QueryNode> of(List<Token> condition, ObjectId owner) {
    return condition.stream().noneMatch(token -> token.is("select"))
        ? Optional.empty()
        : ExpressionComparison.tree(condition)
            .map(tree -> QueryNode.of(select(new Clause.Target(tree, ""), owner)));
  }

  private static Body select(Clause.Target output, ObjectId owner) {
    var from =
        new FromItem.Relation(
            new Name(owner.schema(), owner.name()),
            false,
            FromItem.Alias.NONE,
            Optional.empty(),
            Place.NONE);
    return new Body.Select(
        Optional.empty(),
        List.of(output),
        List.of(from),
        Optional.empty(),
        List.of(),
        false,
        Optional.empty(),
        List.of());
  }

  /** {@return the condition that such a query stands for} */
  static Expression condition(QueryNode query) {
    if (query.body() instanceof Body.Select select) {
      return new Expression(Printer.sql(select.targets().getFirst().value()));
    }
    throw new IllegalArgumentException("not made of a condition: " + query);
  }
}
