package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.FrameTraversal;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.QueryNode;
import java.util.List;
import java.util.Optional;

/**
 * {@code n} and {@code f.n} → {@code $1} in what a server prints of a routine: it qualifies columns
 * always, and parameters by the routine's name wherever there are columns (ruleutils.c,
 * get_parameter).
 */
final class ParameterPlaces extends FrameTraversal {
  private final Parameters parameters;
  private boolean ambiguous;

  ParameterPlaces(Parameters parameters) {
    this.parameters = parameters;
  }

  QueryNode in(QueryNode query) {
    return parameters.names().isEmpty() ? query : query(query);
  }

  /** {@return whether something met so far may be a column of what has the routine's name} */
  boolean isAmbiguous() {
    return ambiguous;
  }

  @Override
  protected Scalar bound(Node.Column column, Home home) {
    ambiguous |= parameter(column.path()).isPresent() && column.path().size() > 1;
    return column;
  }

  @Override
  protected Scalar free(Node.Column column, boolean nested) {
    return parameter(column.path()).<Scalar>map(found -> found).orElse(column);
  }

  private Optional<Node.Parameter> parameter(List<String> path) {
    return switch (path.size()) {
      case 1 -> parameters.named(path.getFirst());
      case 2 -> parameters.named(path.getFirst(), path.getLast());
      default -> Optional.empty();
    };
  }
}
