package dev.drift.engine.model;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The query of a view.
 *
 * @param sql its text without the closing semicolon; relations, functions and types qualified,
 *     stars expanded and columns qualified where it was understood
 * @param understood whether every name in it was resolved; if not, {@code sql} is as written
 * @param relations the relations that it reads, and the routines, operators and collations that it
 *     uses, as far as known
 */
public record Query(String sql, boolean understood, SortedSet<ObjectId> relations) {
  public Query {
    relations = Sorted.copyOf(relations);
  }

  /** {@return the query with each object that it reads or uses called as {@code ids} says} */
  public Query with(UnaryOperator<ObjectId> ids) {
    var renamed = new TreeSet<ObjectId>();
    relations.forEach(id -> renamed.add(ids.apply(id)));
    return renamed.equals(relations) ? this : new Query(sql, understood, renamed);
  }

  @Override
  public String toString() {
    return sql;
  }
}
