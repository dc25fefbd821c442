package dev.drift.engine.canon.rewrite;

import dev.drift.engine.canon.constant.Constants;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.LiteralKind;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.model.TypeName;
import java.math.BigInteger;

/**
 * {@code '5'::integer}, {@code 5} → the integer constant 5; {@code 't'::boolean}, {@code true} →
 * the boolean constant true. A bare string stays: its type is not known.
 */
final class FoldLiteral implements Rewrite {
  private static final BigInteger MAX_INTEGER = BigInteger.valueOf(Integer.MAX_VALUE);
  private static final BigInteger MAX_BIGINT = BigInteger.valueOf(Long.MAX_VALUE);

  @Override
  public Scalar apply(Scalar node) {
    return switch (node) {
      case Node.Literal(LiteralKind kind, String text) -> literal(node, kind, text);
      case Node.Cast(Node.Literal(LiteralKind kind, String text), TypeName type)
          when kind == LiteralKind.STRING && !type.isBuiltin("unknown") ->
          constant(type, text);
      case Node.Cast(Node.Literal literal, TypeName type) when type.isBuiltin("unknown") -> literal;
      default -> node;
    };
  }

  private static Scalar literal(Scalar node, LiteralKind kind, String text) {
    return switch (kind) {
      case STRING, NULL -> node;
      case TRUE, FALSE -> constant(TypeName.builtin("boolean"), text);
      case BITS -> constant(new TypeName("pg_catalog", "bit", "", false), text);
      case NUMBER -> number(text);
    };
  }

  private static Scalar constant(TypeName type, String text) {
    return new Node.Constant(type, Constants.canonical(type, text).orElse(text));
  }

  private static Scalar number(String text) {
    String plain = text.replace("_", "");
    String digits = plain.startsWith("-") ? plain.substring(1) : plain;
    boolean integral = digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!integral) {
      return constant(TypeName.builtin("numeric"), plain);
    }
    BigInteger size = new BigInteger(digits);
    String type =
        size.compareTo(MAX_INTEGER) <= 0
            ? "integer"
            : size.compareTo(MAX_BIGINT) <= 0 ? "bigint" : "numeric";
    return constant(TypeName.builtin(type), plain);
  }
}
