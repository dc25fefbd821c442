package dev.drift.engine.canon.rewrite;

import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code (a, b) = (c, d)} → {@code a = c AND b = d}; {@code <>} → {@code a <> c OR b <> d}
 * (parse_expr.c, make_row_comparison_op).
 */
final class CompareRowsByField implements Rewrite {
  @Override
  public Scalar apply(Scalar node) {
    return node
                instanceof
                Node.Binary(
                    Name operator,
                    Node.Row(List<Scalar> left),
                    Node.Row(List<Scalar> right))
            && (operator.is("=") || operator.is("<>"))
            && left.size() == right.size()
            && !left.isEmpty()
        ? fields(operator, left, right)
        : node;
  }

  private static Scalar fields(Name operator, List<Scalar> left, List<Scalar> right) {
    var comparisons = new ArrayList<Scalar>();
    for (int i = 0; i < left.size(); i++) {
      comparisons.add(new Node.Binary(operator, left.get(i), right.get(i)));
    }
    if (comparisons.size() == 1) {
      return comparisons.get(0);
    }
    return operator.is("=") ? new Node.And(comparisons) : new Node.Or(comparisons);
  }
}
