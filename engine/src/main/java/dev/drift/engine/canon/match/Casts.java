package dev.drift.engine.canon.match;

import dev.drift.engine.canon.Match;
import dev.drift.engine.canon.Types;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.LiteralKind;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.typing.Typing;
import dev.drift.engine.model.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the casts around two expressions that are equal without them. PostgreSQL prints casts
 * that it added to coerce implicitly (parse_coerce.c) and drops those that do nothing; it never
 * drops one that does something.
 */
final class Casts {
  /** What an expression of unknown type may well be coerced to without being asked. */
  private static final Set<String> IMPLICIT_TARGETS =
      Set.of(
          "text",
          "character varying",
          "bpchar",
          "name",
          "numeric",
          "double precision",
          "real",
          "bigint",
          "integer",
          "smallint",
          "oid",
          "regclass",
          "timestamp with time zone",
          "timestamp without time zone",
          "inet",
          "bit varying",
          "interval",
          "record",
          "anyarray",
          "boolean",
          "date",
          "character");

  private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");

  /** The casts around {@code base}, outermost first; whether they can all be told. */
  record Chain(List<TypeName> types, Scalar base, boolean loose) {}

  static Chain peel(Scalar scalar) {
    var types = new ArrayList<TypeName>();
    boolean loose = false;
    Scalar base = scalar;
    while (true) {
      switch (base) {
        case Node.Cast(Scalar arg, TypeName type) -> {
          types.add(type);
          base = arg;
        }
        case Node.Loose(Scalar arg) -> {
          loose = true;
          base = arg;
        }
        case Node.Items(List<Scalar> elements) -> base = new Node.ArrayOf(elements);
        default -> {
          return new Chain(types, base, loose);
        }
      }
    }
  }

  /** The same casts in the same order. */
  static Match exactly(Chain a, Chain b) {
    return Matching.list(a.types(), b.types(), Types::compare);
  }

  Match match(Chain a, Chain b) {
    var left = new ArrayList<>(a.types());
    var right = new ArrayList<TypeName>();
    boolean beneath = false;
    for (TypeName type : b.types()) {
      if (!removeOne(left, type)) {
        right.add(type);
        beneath |= left.size() < a.types().size();
      }
    }
    if (beneath && left.isEmpty()) {
      return beneath(right);
    }
    if (left.isEmpty() && right.isEmpty()) {
      return Match.EQUAL;
    }
    if (!left.isEmpty() && !right.isEmpty()) {
      return both(left, right);
    }
    if (isNull(a.base())) {
      return Match.EQUAL;
    }
    return left.isEmpty() ? added(right, b) : dropped(left, a);
  }

  /** Beneath a cast that both have, the server adds one only for a domain. */
  private static Match beneath(List<TypeName> casts) {
    return casts.stream().allMatch(Casts::isPlainText) ? Match.UNKNOWN : Match.DIFFERENT;
  }

  private static boolean removeOne(List<TypeName> types, TypeName type) {
    for (int i = 0; i < types.size(); i++) {
      if (Types.compare(types.get(i), type) == Match.EQUAL) {
        types.remove(i);
        return true;
      }
    }
    return false;
  }

  private static boolean isNull(Scalar base) {
    return base instanceof Node.Literal literal && literal.kind() == LiteralKind.NULL;
  }

  /** {@code x::varchar} that is no cast, coerced to text: {@code x::text}. */
  private static Match both(List<TypeName> left, List<TypeName> right) {
    boolean text =
        left.stream().allMatch(Casts::isPlainText) && right.stream().allMatch(Casts::isPlainText);
    return Matching.is(text);
  }

  private static boolean isPlainText(TypeName type) {
    return ConstantMatching.isText(type) && type.modifier().isEmpty();
  }

  /** Casts that only the server prints: fine if it may have added them. */
  private Match added(List<TypeName> casts, Chain chain) {
    Match result = Match.EQUAL;
    for (TypeName target : casts) {
      Optional<TypeName> from = type(chain.base());
      if (from.isPresent()) {
        result = result.and(Matching.is(Coercions.isImplicit(from.get(), target)));
      } else {
        result = result.and(mayBeImplicit(target) ? Match.EQUAL : Match.UNKNOWN);
      }
    }
    return result;
  }

  /** Casts that only the migration has: fine if they do nothing. */
  private Match dropped(List<TypeName> casts, Chain chain) {
    Match result = Match.EQUAL;
    for (TypeName target : casts) {
      Optional<TypeName> from = type(chain.base());
      if (from.isPresent()) {
        result = result.and(Matching.is(Coercions.isNothing(from.get(), target)));
      } else {
        result = result.and(mayBeImplicit(target) ? Match.EQUAL : Match.UNKNOWN);
      }
    }
    return result;
  }

  private Optional<TypeName> type(Scalar base) {
    return base instanceof Node.Constant constant
        ? Optional.of(constant.type())
        : Typing.certainType(base);
  }

  private static boolean mayBeImplicit(TypeName target) {
    return target.modifier().isEmpty()
        && (target.schema().equals("pg_catalog") && IMPLICIT_TARGETS.contains(target.name())
            || target.array());
  }

  /**
   * Operands of arithmetic are coerced to match each other. So where one side casts an operand to a
   * number type and the other operand is a plain integer constant on both sides, that cast was
   * asked for.
   */
  Match operands(Node.Binary a, Node.Binary b) {
    if (!a.operator().schema().isEmpty() || !ARITHMETIC.contains(a.operator().name())) {
      return Match.EQUAL;
    }
    return operand(a.left(), b.left(), a.right(), b.right())
        .and(operand(a.right(), b.right(), a.left(), b.left()));
  }

  private Match operand(Scalar a, Scalar b, Scalar otherA, Scalar otherB) {
    boolean oneSided = isNumberCast(a) != isNumberCast(b);
    if (!oneSided) {
      return Match.EQUAL;
    }
    if (isInteger(otherA) && isInteger(otherB)) {
      return Match.DIFFERENT;
    }
    Scalar other = isNumberCast(a) ? otherA : otherB;
    Scalar same = isNumberCast(a) ? otherB : otherA;
    return isNumberCast(other) && !isNumberCast(same) ? Match.DIFFERENT : Match.EQUAL;
  }

  private static boolean isNumberCast(Scalar scalar) {
    return scalar instanceof Node.Cast(Scalar arg, TypeName type)
        && ConstantMatching.isNumber(type)
        && !type.name().contains("int");
  }

  private static boolean isInteger(Scalar scalar) {
    return scalar instanceof Node.Constant constant && constant.type().isBuiltin("integer");
  }
}
