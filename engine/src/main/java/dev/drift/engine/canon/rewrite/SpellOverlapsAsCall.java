package dev.drift.engine.canon.rewrite;

import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import java.util.List;
import java.util.stream.Stream;

/** {@code (a, b) OVERLAPS (c, d)} → {@code overlaps(a, b, c, d)} (gram.y). */
final class SpellOverlapsAsCall implements Rewrite {
  @Override
  public Scalar apply(Scalar node) {
    return node
                instanceof
                Node.Binary(var operator, Node.Row(List<Scalar> left), Node.Row(List<Scalar> right))
            && operator.name().equals("overlaps")
        ? Node.Call.of("overlaps", Stream.concat(left.stream(), right.stream()).toList())
        : node;
  }
}
