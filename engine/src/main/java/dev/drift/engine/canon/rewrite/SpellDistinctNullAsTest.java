package dev.drift.engine.canon.rewrite;

import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.LiteralKind;
import dev.drift.engine.canon.tree.Node.Scalar;

/**
 * {@code a IS DISTINCT FROM NULL} → {@code a IS NOT NULL}, and NOT DISTINCT → {@code a IS NULL}
 * (parse_expr.c, make_nulltest_from_distinct).
 */
final class SpellDistinctNullAsTest implements Rewrite {
  @Override
  public Scalar apply(Scalar node) {
    if (!(node instanceof Node.Distinct(Scalar left, Scalar right, boolean negated))) {
      return node;
    }
    String test = negated ? "NULL" : "NOT NULL";
    if (isNull(right)) {
      return new Node.Test(left, test);
    }
    return isNull(left) ? new Node.Test(right, test) : node;
  }

  private static boolean isNull(Scalar scalar) {
    return scalar instanceof Node.Literal literal && literal.kind() == LiteralKind.NULL;
  }
}
