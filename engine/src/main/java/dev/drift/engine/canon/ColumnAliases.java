package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.FrameTraversal;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.Place;
import dev.drift.engine.canon.tree.QueryNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Calls the columns of relations by their own names where a query gives them others: {@code t AS
 * x(a, b)}. The server gives names so where a column that joins by USING was renamed since.
 */
final class ColumnAliases extends FrameTraversal {
  private final Function<Name, List<String>> columns;

  /**
   * @param columns the names of the columns of a relation, in order; none if they are not known
   */
  ColumnAliases(Function<Name, List<String>> columns) {
    this.columns = columns;
  }

  QueryNode resolved(QueryNode query) {
    return query(query);
  }

  Scalar resolved(Scalar scalar) {
    return scalar(scalar);
  }

  @Override
  protected FromItem from(FromItem child) {
    return child instanceof FromItem.Relation relation && isKnown(relation)
        ? children(relation.with(new FromItem.Alias(relation.alias().name(), List.of())))
        : children(child);
  }

  private boolean isKnown(FromItem.Relation relation) {
    int named = relation.alias().columns().size();
    return named > 0 && columns.apply(relation.name()).size() >= named;
  }

  @Override
  protected Scalar bound(Node.Column column, Home home) {
    return home.index() < 0
        ? column
        : home.items()
            .get(home.index())
            .relation()
            .filter(this::isKnown)
            .map(relation -> renamed(column, relation))
            .orElse(column);
  }

  private Node.Column renamed(Node.Column column, FromItem.Relation relation) {
    int at = relation.alias().columns().indexOf(column.name());
    if (at < 0) {
      return column;
    }
    var path = new ArrayList<>(column.path());
    path.set(path.size() - 1, columns.apply(relation.name()).get(at));
    return new Node.Column(path, Place.NONE);
  }

  @Override
  protected Scalar free(Node.Column column, boolean nested) {
    return column;
  }
}
