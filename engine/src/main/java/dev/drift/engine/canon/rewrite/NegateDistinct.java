package dev.drift.engine.canon.rewrite;

import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;

/** {@code a IS NOT DISTINCT FROM b} → {@code NOT (a IS DISTINCT FROM b)} (gram.y). */
final class NegateDistinct implements Rewrite {
  @Override
  public Scalar apply(Scalar node) {
    return node instanceof Node.Distinct distinct && distinct.negated()
        ? new Node.Not(new Node.Distinct(distinct.left(), distinct.right(), false))
        : node;
  }
}
