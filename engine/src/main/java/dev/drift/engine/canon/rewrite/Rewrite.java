package dev.drift.engine.canon.rewrite;

import dev.drift.engine.canon.tree.Node.Scalar;

/** One rule on one node, whose children are in canonical form already. */
interface Rewrite {
  /** {@return what {@code node} becomes; the same instance where the rule does not apply} */
  Scalar apply(Scalar node);
}
