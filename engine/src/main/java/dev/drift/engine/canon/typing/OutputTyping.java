package dev.drift.engine.canon.typing;

import dev.drift.engine.canon.tree.Body;
import dev.drift.engine.canon.tree.Clause;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.LiteralKind;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.model.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types output columns as what takes them wants them (parse_target.c). */
final class OutputTyping {
  private final ScalarTyping scalars;

  OutputTyping(ScalarTyping scalars) {
    this.scalars = scalars;
  }

  /** {@return the output column at {@code place}} */
  Typed received(Typed value, int place, Receiver receiver) {
    return switch (receiver) {
      case Receiver.Reader reader -> scalars.textual(value);
      case Receiver.Branches branches -> value;
      case Receiver.Columns(List<Optional<TypeName>> columns) ->
          new Typed(
              columns.stream()
                  .skip(place)
                  .findFirst()
                  .flatMap(type -> type)
                  .map(type -> scalars.assigned(value, type))
                  .orElseGet(value::loose),
              value.type());
    };
  }

  /** {@return rows of which each value is taken by itself} */
  Body received(Body.Values values, Receiver receiver) {
    var rows = new ArrayList<List<Scalar>>();
    for (List<Scalar> row : values.rows()) {
      var received = new ArrayList<Scalar>();
      for (Scalar value : row) {
        received.add(received(scalars.of(value), received.size(), receiver).node());
      }
      rows.add(received);
    }
    return new Body.Values(rows);
  }

  /** {@return a grouping with its keys typed} */
  Clause.Grouping grouping(Clause.Grouping grouping) {
    var elements = new ArrayList<Node>();
    for (Node element : grouping.elements()) {
      elements.add(
          switch (element) {
            case Clause.Grouping inner -> grouping(inner);
            case Scalar scalar -> scalars.key(scalar);
            default -> element;
          });
    }
    return new Clause.Grouping(grouping.word(), elements);
  }

  /** {@return the number that LIMIT or OFFSET takes} */
  Scalar count(Scalar count) {
    Typed typed = scalars.of(count);
    boolean none =
        typed.node() instanceof Node.Literal literal && literal.kind() == LiteralKind.NULL;
    return none ? count : scalars.coercion().to(Typed.BIGINT, typed);
  }

  /** {@return what an output column is called} */
  static String name(Clause.Target target) {
    if (!target.alias().isEmpty()) {
      return target.alias();
    }
    return switch (target.value()) {
      case Node.Column column -> column.name();
      case Node.Bound bound -> bound.name();
      default -> "?column?";
    };
  }
}
