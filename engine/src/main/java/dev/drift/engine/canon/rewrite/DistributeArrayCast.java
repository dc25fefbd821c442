package dev.drift.engine.canon.rewrite;

import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.model.TypeName;
import java.util.List;

/**
 * {@code ARRAY[a, b]::text[]} → {@code ARRAY[a::text, b::text]}, as PostgreSQL reads it
 * (parse_expr.c, transformArrayExpr); what it prints from a list of {@code varchar} reads back
 * differently for that reason.
 */
final class DistributeArrayCast implements Rewrite {
  @Override
  public Scalar apply(Scalar node) {
    return node instanceof Node.Cast(Node.ArrayOf(List<Scalar> elements), TypeName type)
            && !elements.isEmpty()
            && type.array()
        ? new Node.ArrayOf(elements.stream().map(element -> cast(element, type)).toList())
        : node;
  }

  private static Scalar cast(Scalar element, TypeName type) {
    return new Node.Cast(element, element instanceof Node.ArrayOf ? type : type.element());
  }
}
