package dev.drift.engine.canon.match;

import dev.drift.engine.canon.tree.DeepTraversal;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.LiteralKind;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.model.TypeName;
import java.util.List;

/**
 * {@code ARRAY['a', 'b']} → {@code ARRAY['a'::text, 'b'::text]} where no cast stands around it: an
 * array of bare strings is one of text, whatever it is compared with (parse_expr.c,
 * transformArrayExpr). The items of {@code IN ('a', 'b')} are not: so this comes before IN is
 * rewritten.
 */
final class ArrayStrings extends DeepTraversal {
  private static final ArrayStrings ALL = new ArrayStrings();
  private static final TypeName TEXT = TypeName.builtin("text");

  private ArrayStrings() {}

  static Scalar settle(Scalar scalar) {
    return ALL.scalar(scalar);
  }

  static QueryNode settle(QueryNode query) {
    return ALL.query(query);
  }

  @Override
  protected Scalar scalar(Scalar child) {
    return switch (child) {
      case Node.Cast(Node.ArrayOf array, TypeName type) -> new Node.Cast(within(array), type);
      case Node.ArrayOf(List<Scalar> elements) when isBare(elements) ->
          new Node.ArrayOf(
              elements.stream().<Scalar>map(element -> new Node.Cast(element, TEXT)).toList());
      default -> children(child);
    };
  }

  private Scalar within(Node.ArrayOf array) {
    return new Node.ArrayOf(
        array.elements().stream()
            .map(element -> element instanceof Node.ArrayOf inner ? within(inner) : scalar(element))
            .toList());
  }

  private static boolean isBare(List<Scalar> elements) {
    return !elements.isEmpty()
        && elements.stream()
            .allMatch(
                element ->
                    element instanceof Node.Literal literal
                        && (literal.kind() == LiteralKind.STRING
                            || literal.kind() == LiteralKind.NULL));
  }
}
