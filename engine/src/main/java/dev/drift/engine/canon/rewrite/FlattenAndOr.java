package dev.drift.engine.canon.rewrite;

import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import java.util.List;
import java.util.function.Function;

/** {@code a AND (b AND c)} → {@code a AND b AND c}, and so for OR. */
final class FlattenAndOr implements Rewrite {
  @Override
  public Scalar apply(Scalar node) {
    return switch (node) {
      case Node.And(List<Scalar> args) when args.stream().anyMatch(Node.And.class::isInstance) ->
          new Node.And(
              flat(args, arg -> arg instanceof Node.And(var inner) ? inner : List.of(arg)));
      case Node.Or(List<Scalar> args) when args.stream().anyMatch(Node.Or.class::isInstance) ->
          new Node.Or(flat(args, arg -> arg instanceof Node.Or(var inner) ? inner : List.of(arg)));
      default -> node;
    };
  }

  private static List<Scalar> flat(List<Scalar> args, Function<Scalar, List<Scalar>> parts) {
    return args.stream().map(parts).flatMap(List::stream).toList();
  }
}
