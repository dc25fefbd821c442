package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.FrameTraversal;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Finds the columns in an expression that belong to the table it stands in. */
final class OwnedColumns extends FrameTraversal {
  private final List<Node.Column> found = new ArrayList<>();

  private OwnedColumns() {}

  /** {@return those columns, with their places} */
  static List<Node.Column> in(Scalar scalar) {
    var columns = new OwnedColumns();
    columns.scalar(scalar);
    return columns.found;
  }

  @Override
  protected Scalar bound(Node.Column column, Home home) {
    return column;
  }

  @Override
  protected Scalar free(Node.Column column, boolean nested) {
    found.add(column);
    return column;
  }
}
