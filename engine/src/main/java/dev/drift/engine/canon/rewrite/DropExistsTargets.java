package dev.drift.engine.canon.rewrite;

import dev.drift.engine.canon.tree.Body;
import dev.drift.engine.canon.tree.Clause;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import java.util.List;

/** {@code EXISTS (SELECT a, b FROM …)} → {@code EXISTS (SELECT FROM …)}: only rows count. */
final class DropExistsTargets implements Rewrite {
  @Override
  public Scalar apply(Scalar node) {
    if (!(node instanceof Node.Exists exists)
        || !(exists.query().body() instanceof Body.Select select)
        || select.targets().isEmpty()
        || select.distinct().isPresent()
        || !select.targets().stream().allMatch(DropExistsTargets::isPlain)) {
      return node;
    }
    return new Node.Exists(exists.query().withBody(select.withTargets(List.of())));
  }

  private static boolean isPlain(Clause.Target target) {
    return switch (target.value()) {
      case Node.Column column -> true;
      case Node.Bound bound -> true;
      case Node.Star star -> true;
      case Node.Literal literal -> true;
      case Node.Constant constant -> true;
      case Node.Cast(Scalar arg, var type) -> isPlain(new Clause.Target(arg, ""));
      default -> false;
    };
  }
}
