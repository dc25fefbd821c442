package dev.drift.engine.canon.match;

import dev.drift.engine.canon.Match;
import dev.drift.engine.canon.rewrite.Rewrites;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.QueryNode;

/** Compares what trees mean. {@code a} is as migrations say it, {@code b} as a server prints it. */
public final class Meaning {
  private Meaning() {}

  /**
   * {@return whether two expressions mean the same}
   *
   * @param types tells the types of canonical expressions, as far as they are known
   */
  public static Match compare(Scalar a, Scalar b, TypesOf types) {
    return new Matching(types).scalars(canonical(a), canonical(b));
  }

  /** {@return whether two queries mean the same} */
  public static Match compare(QueryNode a, QueryNode b) {
    return new Matching(TypesOf.NOTHING)
        .queries()
        .match(Rewrites.canonical(Binding.bind(a)), Rewrites.canonical(Binding.bind(b)));
  }

  private static Scalar canonical(Scalar scalar) {
    return Rewrites.canonical(Binding.bind(scalar));
  }
}
