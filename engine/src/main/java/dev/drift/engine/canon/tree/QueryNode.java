package dev.drift.engine.canon.tree;

import java.util.List;
import java.util.Optional;

/**
 * A whole query.
 *
 * @param limit the number of rows; {@code ties} with WITH TIES
 */
public record QueryNode(
    List<Clause.Cte> with,
    boolean recursive,
    Body body,
    List<Clause.Sort> order,
    Optional<Node.Scalar> limit,
    boolean ties,
    Optional<Node.Scalar> offset,
    List<Clause.Lock> locks)
    implements Node {

  /** {@return a query that is only its body} */
  public static QueryNode of(Body body) {
    return new QueryNode(
        List.of(), false, body, List.of(), Optional.empty(), false, Optional.empty(), List.of());
  }

  /** {@return whether nothing but the body is there} */
  public boolean isBare() {
    return with.isEmpty()
        && order.isEmpty()
        && limit.isEmpty()
        && offset.isEmpty()
        && locks.isEmpty();
  }

  /** {@return this without its WITH} */
  public QueryNode without() {
    return new QueryNode(List.of(), false, body, order, limit, ties, offset, locks);
  }

  /** {@return this with another body} */
  public QueryNode withBody(Body newBody) {
    return new QueryNode(with, recursive, newBody, order, limit, ties, offset, locks);
  }
}
