package dev.drift.engine.canon.rewrite;

import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.LiteralKind;
import dev.drift.engine.canon.tree.Node.Scalar;
import java.util.Optional;

/** {@code CASE … ELSE NULL END} → {@code CASE … END} (parse_expr.c, transformCaseExpr). */
final class DropElseNull implements Rewrite {
  @Override
  public Scalar apply(Scalar node) {
    return node instanceof Node.Case(var arg, var whens, var otherwise)
            && otherwise.filter(DropElseNull::isNull).isPresent()
        ? new Node.Case(arg, whens, Optional.empty())
        : node;
  }

  private static boolean isNull(Scalar scalar) {
    return switch (scalar) {
      case Node.Cast(Scalar arg, var type) -> isNull(arg);
      case Node.Literal(LiteralKind kind, String text) -> kind == LiteralKind.NULL;
      default -> false;
    };
  }
}
