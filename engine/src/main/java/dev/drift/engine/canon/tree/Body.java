package dev.drift.engine.canon.tree;

import java.util.List;
import java.util.Optional;

/** What a query is made of, without its WITH, ORDER BY and LIMIT. */
public sealed interface Body extends Node {

  /** {@code SELECT …}; {@code distinct} is absent, empty (DISTINCT) or the list of DISTINCT ON. */
  record Select(
      Optional<List<Scalar>> distinct,
      List<Clause.Target> targets,
      List<FromItem> from,
      Optional<Scalar> where,
      List<Clause.Grouping> group,
      boolean groupDistinct,
      Optional<Scalar> having,
      List<Clause.NamedWindow> windows)
      implements Body {

    /** {@return the same from other relations} */
    public Select withFrom(List<FromItem> others) {
      return new Select(distinct, targets, others, where, group, groupDistinct, having, windows);
    }

    /** {@return the same with other output columns} */
    public Select withTargets(List<Clause.Target> others) {
      return new Select(distinct, others, from, where, group, groupDistinct, having, windows);
    }
  }

  /** {@code VALUES (…), (…)}. */
  record Values(List<List<Scalar>> rows) implements Body {}

  /** {@code left UNION|INTERSECT|EXCEPT [ALL] right}; the word in upper case. */
  record SetOperation(String word, boolean all, Body left, Body right) implements Body {}

  /** A query in parentheses within a set operation. */
  record Nested(QueryNode query) implements Body {}
}
