package dev.drift.engine.canon.rewrite;

import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;

/** {@code a IN (SELECT …)} → {@code a = ANY (SELECT …)}; NOT IN → its negation (gram.y). */
final class SpellInQueryAsAny implements Rewrite {
  @Override
  public Scalar apply(Scalar node) {
    if (!(node instanceof Node.InQuery in)) {
      return node;
    }
    Scalar any = new Node.Quantified(in.arg(), Name.of("="), false, new Node.Subquery(in.query()));
    return in.negated() ? new Node.Not(any) : any;
  }
}
