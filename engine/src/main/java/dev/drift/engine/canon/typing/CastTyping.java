package dev.drift.engine.canon.typing;

import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.model.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types casts that are written (parse_expr.c, transformTypeCast). */
final class CastTyping {
  private final ScalarTyping scalars;
  private final TypeSystem types;
  private final Coercion coercion;

  CastTyping(ScalarTyping scalars, TypeSystem types, Coercion coercion) {
    this.scalars = scalars;
    this.types = types;
    this.coercion = coercion;
  }

  /** {@return {@code arg} cast as written, or as it is where that does nothing} */
  Typed cast(Typed arg, TypeName target) {
    if (arg.isUnknown()) {
      return Typed.of(
          types.isKnown(target)
              ? coercion.unknown(arg.node(), target)
              : new Node.Cast(arg.node(), target),
          target);
    }
    boolean known = arg.type().filter(types::isKnown).isPresent() && types.isKnown(target);
    if (!known) {
      return Typed.of(new Node.Cast(arg.loose(), target), target);
    }
    TypeName type = arg.type().get();
    if (type.modifier().equals(target.modifier())
        && TypeSystem.plain(type).equals(TypeSystem.plain(target))) {
      return arg;
    }
    Optional<List<OutputColumn>> fields = types.fields(target);
    return Typed.of(
        arg.node() instanceof Node.Row row && fields.isPresent()
            ? new Node.Cast(fields(row, fields.get()), target)
            : coercion.cast(arg.node(), target),
        target);
  }

  /** {@return {@code arg} where {@code target} is wanted, a row's fields as those of the type} */
  Scalar assigned(Typed arg, TypeName target) {
    if (!types.isKnown(target)) {
      return arg.loose();
    }
    Optional<List<OutputColumn>> fields =
        arg.node() instanceof Node.Row ? types.fields(target) : Optional.empty();
    return arg.node() instanceof Node.Row row && fields.isPresent()
        ? new Node.Cast(fields(row, fields.get()), target)
        : coercion.to(target, arg);
  }

  private Scalar fields(Node.Row row, List<OutputColumn> columns) {
    var fields = new ArrayList<Scalar>();
    for (int i = 0; i < row.fields().size(); i++) {
      Typed field = scalars.of(row.fields().get(i));
      Optional<TypeName> type =
          i < columns.size() ? columns.get(i).type() : Optional.<TypeName>empty();
      fields.add(type.map(target -> coercion.to(target, field)).orElseGet(field::loose));
    }
    return new Node.Row(fields);
  }
}
