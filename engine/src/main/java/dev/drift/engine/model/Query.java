package dev.drift.engine.model;

import java.util.SortedSet;

/**
 * The query of a view.
 *
 * @param sql its text without the closing semicolon; relations, functions and types qualified,
 *     stars expanded and columns qualified where it was understood
 * @param understood whether every name in it was resolved; if not, {@code sql} is as written
 * @param relations the relations and routines that it reads, as far as known
 */
public record Query(String sql, boolean understood, SortedSet<ObjectId> relations) {
  public Query {
    relations = Sorted.copyOf(relations);
  }

  @Override
  public String toString() {
    return sql;
  }
}
