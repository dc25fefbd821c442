package dev.drift.engine.canon.rewrite;

import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Argument;
import dev.drift.engine.canon.tree.Node.Scalar;
import java.util.ArrayList;

/** {@code f(a, VARIADIC ARRAY[b, c])} → {@code f(a, b, c)} (parse_func.c, ParseFuncOrColumn). */
final class UnpackVariadicArray implements Rewrite {
  @Override
  public Scalar apply(Scalar node) {
    if (!(node instanceof Node.Call call) || call.args().isEmpty()) {
      return node;
    }
    int last = call.args().size() - 1;
    Argument argument = call.args().get(last);
    Scalar value = argument.value() instanceof Node.Cast cast ? cast.arg() : argument.value();
    if (!argument.variadic() || !(value instanceof Node.ArrayOf array)) {
      return node;
    }
    var args = new ArrayList<>(call.args().subList(0, last));
    array.elements().forEach(element -> args.add(Argument.of(element)));
    return new Node.Call(call.function(), args, call.modifiers());
  }
}
