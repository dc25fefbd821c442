package dev.drift.engine.canon.rewrite;

import dev.drift.engine.canon.Types;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.LiteralKind;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.model.TypeName;

/**
 * {@code date('2020-01-01')} → {@code '2020-01-01'::date}: a type's name in front of an untyped
 * constant is a cast, whatever functions are called so (parse_func.c, func_get_detail).
 */
final class SpellTypeCallAsCast implements Rewrite {
  @Override
  public Scalar apply(Scalar node) {
    if (!(node instanceof Node.Call call)
        || call.args().size() != 1
        || !call.modifiers().equals(Node.Modifiers.NONE)
        || !call.function().is(call.function().name())
        || !isUntyped(call.args().get(0))) {
      return node;
    }
    TypeName type = Types.parse(call.function().name());
    return type.schema().equals("pg_catalog") && !type.array()
        ? new Node.Cast(call.args().get(0).value(), type)
        : node;
  }

  private static boolean isUntyped(Node.Argument arg) {
    return arg.name().isEmpty()
        && !arg.variadic()
        && arg.value() instanceof Node.Literal(LiteralKind kind, String text)
        && (kind == LiteralKind.STRING || kind == LiteralKind.NULL);
  }
}
