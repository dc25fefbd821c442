package dev.drift.engine.plan;

import dev.drift.engine.canon.Queries;
import dev.drift.engine.model.MaterializedView;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.RewriteRule;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.View;
import java.util.function.UnaryOperator;

/**
 * Objects as they are made where columns may stand in another order: lists of aliases in their
 * queries count columns.
 */
record Placed(SchemaModel expected, SchemaModel actual) {

  /** {@return {@code object}, of one of the two, with queries that mean the same in the other} */
  SchemaObject of(SchemaObject object) {
    UnaryOperator<Query> placed = query -> placed(query, object);
    return switch (object) {
      case View view -> view.with(placed.apply(view.query()));
      case MaterializedView view -> view.with(placed.apply(view.query()));
      case RewriteRule rule -> rule.with(rule.commands().stream().map(placed).toList());
      case Routine routine ->
          routine.standardBody().map(body -> routine.with(body.with(placed))).orElse(routine);
      default -> object;
    };
  }

  private Query placed(Query query, SchemaObject object) {
    return expected.find(object.id()).filter(object::equals).isPresent()
        ? Queries.placed(query, expected, actual)
        : Queries.placed(query, actual, expected);
  }
}
