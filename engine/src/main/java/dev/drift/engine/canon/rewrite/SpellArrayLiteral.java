package dev.drift.engine.canon.rewrite;

import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.model.TypeName;
import java.util.List;

/** {@code ARRAY[]::text[]} → the constant {@code '{}'::text[]}. */
final class SpellArrayLiteral implements Rewrite {
  @Override
  public Scalar apply(Scalar node) {
    return node instanceof Node.Cast(Node.ArrayOf(List<Scalar> elements), TypeName type)
            && elements.isEmpty()
            && type.array()
        ? new Node.Constant(type, "{}")
        : node;
  }
}
