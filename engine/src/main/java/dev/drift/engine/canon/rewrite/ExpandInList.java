package dev.drift.engine.canon.rewrite;

import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.Traversal;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code a IN (x, y)} → {@code a = ANY (ARRAY[x, y])}, NOT IN → {@code a <> ALL (ARRAY[x, y])};
 * what holds columns, or stands alone, is compared on its own (parse_expr.c, transformAExprIn).
 */
final class ExpandInList implements Rewrite {
  @Override
  public Scalar apply(Scalar node) {
    if (!(node instanceof Node.In in)) {
      return node;
    }
    Name operator = Name.of(in.negated() ? "<>" : "=");
    var alone = new ArrayList<Scalar>();
    var together = new ArrayList<Scalar>();
    boolean rows = in.arg() instanceof Node.Row;
    for (Scalar item : in.list()) {
      (rows || Columns.in(item) ? alone : together).add(item);
    }
    var parts = new ArrayList<Scalar>();
    if (together.size() > 1) {
      var items = new Node.Items(together);
      parts.add(new Node.Quantified(in.arg(), operator, in.negated(), items));
    } else {
      alone.clear();
      alone.addAll(in.list());
    }
    for (Scalar item : alone) {
      parts.add(new Node.Binary(operator, in.arg(), item));
    }
    return combine(parts, in.negated());
  }

  private static Scalar combine(List<Scalar> parts, boolean negated) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    return negated ? new Node.And(parts) : new Node.Or(parts);
  }

  /** Finds columns of the query at hand; those within subqueries are not looked at. */
  private static final class Columns extends Traversal {
    private boolean found;

    static boolean in(Scalar scalar) {
      var columns = new Columns();
      columns.scalar(scalar);
      return columns.found;
    }

    @Override
    protected Scalar scalar(Scalar child) {
      found |=
          child instanceof Node.Column || child instanceof Node.Bound bound && bound.level() == 0;
      return found ? child : children(child);
    }
  }
}
