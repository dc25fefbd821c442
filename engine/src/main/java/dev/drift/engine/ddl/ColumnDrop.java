package dev.drift.engine.ddl;

import dev.drift.engine.canon.ExpressionColumns;
import dev.drift.engine.canon.Queries;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Query;
import java.util.List;

/**
 * A column of a relation gone, in what does not use it.
 *
 * @param columns the names of the relation's columns in order, the dropped one among them
 */
record ColumnDrop(ObjectId relation, List<String> columns, String dropped) implements Rewriting {
  @Override
  public Expression expression(ObjectId owner, Expression expression) {
    return ExpressionColumns.dropped(expression, owner, relation, columns, dropped);
  }

  @Override
  public Query query(Query query) {
    return Queries.dropColumn(query, relation, columns, dropped);
  }
}
