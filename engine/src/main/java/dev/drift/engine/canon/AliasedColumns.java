package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.DeepTraversal;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.model.QualifiedName;
import java.util.SortedSet;
import java.util.TreeSet;

/** The relations that a query reads under other names of their columns: {@code t AS x(a, b)}. */
final class AliasedColumns extends DeepTraversal {
  private final SortedSet<QualifiedName> found = new TreeSet<>();

  private AliasedColumns() {}

  /** {@return those relations, as they are named} */
  static SortedSet<QualifiedName> in(QueryNode query) {
    var aliased = new AliasedColumns();
    aliased.query(query);
    return aliased.found;
  }

  @Override
  protected FromItem from(FromItem child) {
    if (child instanceof FromItem.Relation relation && !relation.alias().columns().isEmpty()) {
      found.add(new QualifiedName(relation.name().schema(), relation.name().name()));
    }
    return children(child);
  }
}
