package dev.drift.engine.canon.match;

import dev.drift.engine.canon.Match;
import dev.drift.engine.canon.rewrite.Rewrites;
import dev.drift.engine.canon.tree.Binding;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.canon.typing.OldFields;
import java.util.function.UnaryOperator;

/** Compares what trees mean. {@code a} is as migrations say it, {@code b} as a server prints it. */
public final class Meaning {
  private Meaning() {}

  /** {@return whether two expressions mean the same, as far as that can be told without types} */
  public static Match compare(Scalar a, Scalar b) {
    Scalar right = canonical(b);
    return Matching.untyped().scalars(OldFields.spell(canonical(a), right), right);
  }

  /** {@return whether two queries mean the same, as far as that can be told without types} */
  public static Match compare(QueryNode a, QueryNode b) {
    QueryNode right = canonical(b);
    return Matching.untyped().queries().match(OldFields.spell(canonical(a), right), right);
  }

  /**
   * {@return whether two expressions mean the same}
   *
   * @param typing adds the casts that PostgreSQL adds
   */
  public static Match compare(Scalar a, Scalar b, UnaryOperator<Scalar> typing) {
    Scalar right = canonical(ArrayStrings.settle(b));
    Scalar left = OldFields.spell(canonical(ArrayStrings.settle(a)), right);
    return left.equals(right)
        ? Match.EQUAL
        : Matching.typed().scalars(typing.apply(left), typing.apply(right));
  }

  /**
   * {@return whether two queries mean the same}
   *
   * @param typing adds the casts that PostgreSQL adds
   */
  public static Match compare(QueryNode a, QueryNode b, UnaryOperator<QueryNode> typing) {
    QueryNode right = canonical(ArrayStrings.settle(b));
    QueryNode left = OldFields.spell(canonical(ArrayStrings.settle(a)), right);
    return left.equals(right)
        ? Match.EQUAL
        : Matching.typed().queries().match(typing.apply(left), typing.apply(right));
  }

  /** {@return {@code scalar} canonical, with the casts that {@code typing} adds} */
  public static Scalar typed(Scalar scalar, UnaryOperator<Scalar> typing) {
    return typing.apply(canonical(ArrayStrings.settle(scalar)));
  }

  /** {@return {@code query} canonical, with the casts that {@code typing} adds} */
  public static QueryNode typed(QueryNode query, UnaryOperator<QueryNode> typing) {
    return typing.apply(canonical(ArrayStrings.settle(query)));
  }

  private static Scalar canonical(Scalar scalar) {
    return Rewrites.canonical(Binding.bind(scalar));
  }

  private static QueryNode canonical(QueryNode query) {
    return Rewrites.canonical(Binding.bind(query));
  }
}
