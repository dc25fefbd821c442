package dev.drift.engine.canon.rewrite;

import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * {@code (a, b) = (c, d)} → {@code a = c AND b = d}; {@code <>} → {@code a <> c OR b <> d}; {@code
 * (a, b) IS DISTINCT FROM (c, d)} → {@code a IS DISTINCT FROM c OR b IS DISTINCT FROM d}
 * (parse_expr.c, make_row_comparison_op, make_row_distinct_op).
 */
final class CompareRowsByField implements Rewrite {
  @Override
  public Scalar apply(Scalar node) {
    return switch (node) {
      case Node.Binary(Name operator, Node.Row(List<Scalar> left), Node.Row(List<Scalar> right))
          when (operator.is("=") || operator.is("<>")) && matches(left, right) ->
          joined(operator.is("="), fields(left, right, (a, b) -> new Node.Binary(operator, a, b)));
      case Node.Distinct(Node.Row(List<Scalar> left), Node.Row(List<Scalar> right), boolean negated)
          when matches(left, right) -> {
        Scalar distinct =
            joined(false, fields(left, right, (a, b) -> new Node.Distinct(a, b, false)));
        yield negated ? new Node.Not(distinct) : distinct;
      }
      default -> node;
    };
  }

  private static boolean matches(List<Scalar> left, List<Scalar> right) {
    return left.size() == right.size() && !left.isEmpty();
  }

  private static List<Scalar> fields(
      List<Scalar> left, List<Scalar> right, BinaryOperator<Scalar> comparison) {
    var comparisons = new ArrayList<Scalar>();
    for (int i = 0; i < left.size(); i++) {
      comparisons.add(comparison.apply(left.get(i), right.get(i)));
    }
    return comparisons;
  }

  private static Scalar joined(boolean and, List<Scalar> comparisons) {
    if (comparisons.size() == 1) {
      return comparisons.get(0);
    }
    return and ? new Node.And(comparisons) : new Node.Or(comparisons);
  }
}
