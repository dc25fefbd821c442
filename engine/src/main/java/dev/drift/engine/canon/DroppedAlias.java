package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.DeepTraversal;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.model.ObjectId;
import java.util.ArrayList;

/** {@code t AS x(a, b)} → {@code t AS x(b)}, as the first column of {@code t} is dropped. */
final class DroppedAlias extends DeepTraversal {
  private final Name relation;
  private final int place;

  private DroppedAlias(ObjectId relation, int place) {
    this.relation = new Name(relation.schema(), relation.name());
    this.place = place;
  }

  /** {@return {@code query} without the aliases of the column that stands at {@code place}} */
  static QueryNode apply(QueryNode query, ObjectId relation, int place) {
    return new DroppedAlias(relation, place).query(query);
  }

  @Override
  protected FromItem from(FromItem child) {
    FromItem.Alias alias = child.alias();
    boolean counted =
        child instanceof FromItem.Relation read
            && read.name().equals(relation)
            && place >= 0
            && place < alias.columns().size();
    if (!counted) {
      return children(child);
    }
    var left = new ArrayList<>(alias.columns());
    left.remove(place);
    return children(((FromItem.Relation) child).with(new FromItem.Alias(alias.name(), left)));
  }
}
