package dev.drift.engine.canon.match;

import dev.drift.engine.canon.DottedNames;
import dev.drift.engine.canon.Match;
import dev.drift.engine.canon.Types;
import dev.drift.engine.canon.constant.ArrayText;
import dev.drift.engine.canon.constant.Constants;
import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.LiteralKind;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.model.TypeName;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** Compares constants; a bare string takes the type of the other side. */
final class ConstantMatching {
  private static final Set<String> NUMBERS =
      Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision", "oid");
  private static final Set<String> TEXTS =
      Set.of("text", "character varying", "bpchar", "character", "name");

  private ConstantMatching() {}

  static boolean isConstant(Scalar scalar) {
    return scalar instanceof Node.Constant
        || scalar instanceof Node.Literal literal && literal.kind() != LiteralKind.NULL;
  }

  static boolean isText(TypeName type) {
    return type.schema().equals("pg_catalog") && TEXTS.contains(type.name());
  }

  static boolean isNumber(TypeName type) {
    return type.schema().equals("pg_catalog") && NUMBERS.contains(type.name()) && !type.array();
  }

  static Match match(Scalar a, Scalar b) {
    if (a instanceof Node.Constant left && b instanceof Node.Constant right) {
      return typed(left, right);
    }
    if (a instanceof Node.Literal literal && b instanceof Node.Constant constant) {
      return bare(literal.text(), constant);
    }
    if (a instanceof Node.Constant constant && b instanceof Node.Literal literal) {
      return bare(literal.text(), constant);
    }
    return Matching.is(a.equals(b));
  }

  /** {@return whether both are whole numbers without casts} */
  static boolean areWhole(Casts.Chain a, Casts.Chain b) {
    return a.types().isEmpty()
        && b.types().isEmpty()
        && a.base() instanceof Node.Constant left
        && b.base() instanceof Node.Constant right
        && isWhole(left.type())
        && isWhole(right.type());
  }

  /** Typed constants: one may differ from another by its type alone. */
  static Match exactly(Scalar a, Scalar b) {
    if (!(a instanceof Node.Constant left) || !(b instanceof Node.Constant right)) {
      return Matching.is(a.equals(b));
    }
    return Types.compare(left.type(), right.type()) == Match.EQUAL
        ? typed(left, right)
        : Match.DIFFERENT;
  }

  private static boolean isWhole(TypeName type) {
    return isNumber(type) && (type.name().endsWith("int") || type.name().equals("integer"));
  }

  private static Match bare(String text, Node.Constant constant) {
    if (isName(constant.type())) {
      return names(text, constant.text());
    }
    Optional<String> canonical = Constants.canonical(constant.type(), text);
    if (canonical.isPresent() || text.equals(constant.text())) {
      return Matching.is(canonical.orElse(text).equals(constant.text()));
    }
    return Match.UNKNOWN;
  }

  private static Match typed(Node.Constant a, Node.Constant b) {
    if (Types.compare(a.type(), b.type()) == Match.EQUAL) {
      return sameType(a, b);
    }
    if (isNumber(a.type()) && isNumber(b.type())) {
      return numbers(a.text(), b.text());
    }
    if (isText(a.type()) && isText(b.type()) && a.type().array() == b.type().array()) {
      return Matching.is(a.text().stripTrailing().equals(b.text().stripTrailing()));
    }
    return sameButForModifier(a.type(), b.type()) && a.text().equals(b.text())
        ? Match.EQUAL
        : Match.DIFFERENT;
  }

  private static boolean sameButForModifier(TypeName a, TypeName b) {
    return Types.compare(a.plain(), b.plain()) == Match.EQUAL
        && (a.modifier().isEmpty() || b.modifier().isEmpty());
  }

  private static Match sameType(Node.Constant a, Node.Constant b) {
    if (a.text().equals(b.text())) {
      return Match.EQUAL;
    }
    if (isName(a.type())) {
      return names(a.text(), b.text());
    }
    boolean known =
        a.type().schema().isEmpty()
            || Constants.canonical(a.type(), a.text()).isPresent()
                && Constants.canonical(b.type(), b.text()).isPresent();
    return known ? Match.DIFFERENT : Match.UNKNOWN;
  }

  private static Match numbers(String a, String b) {
    try {
      return Matching.is(new BigDecimal(a).compareTo(new BigDecimal(b)) == 0);
    } catch (NumberFormatException notFinite) {
      return Matching.is(a.equalsIgnoreCase(b));
    }
  }

  private static boolean isName(TypeName type) {
    return type.schema().equals("pg_catalog")
        && type.name().startsWith("reg")
        && !type.array()
        && type.name().length() > 3;
  }

  /** {@code '{a,b}'::text[]} as {@code ARRAY['a', 'b']}. */
  static Optional<Scalar> asArray(Scalar scalar) {
    String text =
        switch (scalar) {
          case Node.Literal(LiteralKind kind, String literal) when kind == LiteralKind.STRING ->
              literal;
          case Node.Constant(TypeName type, String constant) when type.array() -> constant;
          default -> "";
        };
    return ArrayText.elements(text)
        .map(
            elements ->
                new Node.ArrayOf(
                    elements.stream()
                        .<Scalar>map(element -> new Node.Literal(LiteralKind.STRING, element))
                        .toList()));
  }

  /** Names within constants, {@code 'public.s'::regclass}: an unqualified one fits any schema. */
  private static Match names(String a, String b) {
    return Matching.names(Name.of(DottedNames.path(a)), Name.of(DottedNames.path(b)));
  }
}
