package dev.drift.engine.canon.typing;

import dev.drift.engine.canon.constant.Constants;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.LiteralKind;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts casts where PostgreSQL coerces (parse_coerce.c, coerce_type and coerce_type_typmod). What a
 * cast makes of a constant is the constant, where that needs no function whose outcome depends.
 */
final class Coercion {
  private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");
  private static final Set<String> FLOATS = Set.of("real", "double precision");
  private static final Set<String> TEXTS = Set.of("text", "character varying", "bpchar");

  private final TypeSystem types;

  Coercion(TypeSystem types) {
    this.types = types;
  }

  /** {@return {@code arg} as {@code target}, by its own cast where it is not that already} */
  Scalar to(TypeName target, Typed arg) {
    if (arg.type().isEmpty()) {
      return arg.loose();
    }
    TypeName type = arg.type().get();
    if (arg.isUnknown()) {
      return unknown(arg.node(), target);
    }
    if (!types.isKnown(type) || !types.isKnown(target)) {
      return arg.loose();
    }
    boolean fits = target.modifier().isEmpty() || target.modifier().equals(type.modifier());
    return target.isBuiltin("any")
            || fits && TypeSystem.plain(type).equals(TypeSystem.plain(target))
        ? arg.node()
        : cast(arg.node(), target);
  }

  /** {@code 'x'} as a constant of {@code target}, or of what that domain is of, then cast. */
  Scalar unknown(Scalar node, TypeName target) {
    if (target.equals(Typed.UNKNOWN) || target.isBuiltin("any")) {
      return node;
    }
    if (!(node instanceof Node.Literal literal)) {
      return new Node.Cast(node, target);
    }
    TypeName plain = plainBase(target);
    return sized(
        literal.kind() == LiteralKind.NULL
            ? new Node.Cast(node, plain)
            : constant(plain, literal.text()),
        target);
  }

  /** A constant of a domain or with a modifier: one of the plain type, cast. */
  Scalar constant(Node.Constant constant) {
    TypeName plain = plainBase(constant.type());
    return sized(new Node.Constant(plain, constant.text()), constant.type());
  }

  private TypeName plainBase(TypeName type) {
    TypeName base = types.base(type);
    return base.isBuiltin("interval") ? base : TypeSystem.plain(base);
  }

  private Scalar sized(Scalar constant, TypeName target) {
    TypeName base = types.base(target);
    return plainBase(target).equals(base) && base.equals(target)
        ? constant
        : new Node.Cast(constant, target);
  }

  static Scalar constant(TypeName type, String text) {
    return new Node.Constant(type, Constants.canonical(type, text).orElse(text));
  }

  /** {@return {@code node} cast to {@code target}} */
  Scalar cast(Scalar node, TypeName target) {
    if (node instanceof Node.ArrayOf(List<Scalar> elements) && target.array()) {
      return new Node.ArrayOf(
          elements.stream()
              .map(
                  element ->
                      cast(element, element instanceof Node.ArrayOf ? target : target.element()))
              .toList());
    }
    if (node instanceof Node.Collate(Scalar arg, var collation)) {
      return new Node.Collate(cast(arg, target), collation);
    }
    if (!(node instanceof Node.Constant constant)) {
      return new Node.Cast(node, target);
    }
    TypeName plain = TypeSystem.plain(target);
    Scalar folded = folded(constant, plain).orElse(node);
    boolean done = plain.equals(target) && !node.equals(folded) || constant.type().equals(target);
    return done ? folded : new Node.Cast(folded, target);
  }

  /** {@code - 1} is read back as the constant. */
  static Optional<Scalar> negative(TypeName type, String text) {
    boolean number = INTEGERS.contains(type.name()) || type.isBuiltin("numeric");
    return number && !type.array()
        ? Optional.of(constant(type, text.startsWith("-") ? text.substring(1) : '-' + text))
        : Optional.empty();
  }

  private static Optional<Scalar> folded(Node.Constant constant, TypeName target) {
    TypeName type = constant.type();
    if (type.equals(target)) {
      return Optional.of(constant);
    }
    boolean builtin =
        type.schema().equals("pg_catalog")
            && target.schema().equals("pg_catalog")
            && type.modifier().isEmpty();
    if (!builtin || type.array() != target.array()) {
      return Optional.empty();
    }
    if (TEXTS.contains(type.name()) && TEXTS.contains(target.name())) {
      return Optional.of(constant(target, constant.text()));
    }
    boolean integer = INTEGERS.contains(type.name());
    boolean wider =
        INTEGERS.contains(target.name())
            || target.name().equals("numeric")
            || FLOATS.contains(target.name());
    boolean number =
        integer && wider || type.name().equals("numeric") && FLOATS.contains(target.name());
    return number && !target.array()
        ? Optional.of(constant(target, constant.text()))
        : Optional.empty();
  }
}
