package dev.drift.engine.canon.rewrite;

import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import java.util.List;

/**
 * {@code a BETWEEN x AND y} → {@code a >= x AND a <= y}; NOT BETWEEN → {@code a < x OR a > y};
 * SYMMETRIC both ways round (parse_expr.c, transformAExprBetween).
 */
final class ExpandBetween implements Rewrite {
  @Override
  public Scalar apply(Scalar node) {
    if (!(node instanceof Node.Between between)) {
      return node;
    }
    Scalar one = side(between, between.low(), between.high());
    if (!between.symmetric()) {
      return one;
    }
    Scalar other = side(between, between.high(), between.low());
    return between.negated() ? new Node.And(List.of(one, other)) : new Node.Or(List.of(one, other));
  }

  private static Scalar side(Node.Between between, Scalar low, Scalar high) {
    Scalar arg = between.arg();
    return between.negated()
        ? new Node.Or(List.of(compare(arg, "<", low), compare(arg, ">", high)))
        : new Node.And(List.of(compare(arg, ">=", low), compare(arg, "<=", high)));
  }

  private static Scalar compare(Scalar left, String operator, Scalar right) {
    return new Node.Binary(Name.of(operator), left, right);
  }
}
