package dev.drift.engine.canon.resolve;

import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Optional;

/** Tells the types of resolved expressions, as far as columns, casts and a few functions show. */
final class Inference {
  private final Frame frame;

  Inference(Frame frame) {
    this.frame = frame;
  }

  Optional<TypeName> of(Scalar scalar) {
    return ScalarTypes.of(scalar, this::column);
  }

  private Optional<TypeName> column(Node.Column column) {
    List<String> path = column.path();
    if (path.size() == 1) {
      return frame.column(path.get(0)).flatMap(Visible::type);
    }
    return frame
        .entry(path.get(path.size() - 2), "")
        .flatMap(Entry::columns)
        .flatMap(
            columns ->
                columns.stream()
                    .filter(visible -> visible.name().equals(column.name()))
                    .findFirst())
        .flatMap(Visible::type);
  }
}
