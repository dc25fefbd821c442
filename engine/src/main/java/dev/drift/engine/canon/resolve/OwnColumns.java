package dev.drift.engine.canon.resolve;

import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.Traversal;
import java.util.List;

/** Takes the owning table's name away from its columns outside subqueries. */
final class OwnColumns extends Traversal {
  private final String table;

  private OwnColumns(String table) {
    this.table = table;
  }

  static Scalar unqualified(Scalar scalar, String table) {
    return new OwnColumns(table).scalar(scalar);
  }

  @Override
  protected Scalar scalar(Scalar child) {
    return child instanceof Node.Column(List<String> path, var place)
            && path.size() == 2
            && path.get(0).equals(table)
        ? new Node.Column(path.subList(1, 2), place)
        : children(child);
  }
}
