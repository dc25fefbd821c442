package dev.drift.engine.canon.rewrite;

import dev.drift.engine.canon.tree.DeepTraversal;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.QueryNode;
import java.util.List;

/** Brings trees to canonical form: every rule, on every node, from the leaves up. */
public final class Rewrites extends DeepTraversal {
  /** All rules; the order does not matter, as each is tried again on what another made. */
  private static final List<Rewrite> RULES =
      List.of(
          new FoldLiteral(),
          new ExpandBetween(),
          new ExpandInList(),
          new SpellInQueryAsAny(),
          new SpellLikeAsOperator(),
          new SpellDistinctNullAsTest(),
          new NegateDistinct(),
          new FlattenAndOr(),
          new DropElseNull(),
          new SpellSpecialAsCall(),
          new SpellZoneAsCall(),
          new SpellOverlapsAsCall(),
          new SpellTypeCallAsCast(),
          new DropCatalogSchema(),
          new UnpackVariadicArray(),
          new CompareRowsByField(),
          new SpellArrayLiteral(),
          new DistributeArrayCast(),
          new DropExistsTargets());

  private static final Rewrites ALL = new Rewrites();

  private Rewrites() {}

  /** {@return {@code node} in canonical form} */
  public static Scalar canonical(Scalar node) {
    return ALL.scalar(node);
  }

  /** {@return {@code query} in canonical form} */
  public static QueryNode canonical(QueryNode query) {
    return ALL.query(query);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // a rule that does not apply returns its argument
  protected Scalar scalar(Scalar child) {
    Scalar node = children(child);
    for (Rewrite rule : RULES) {
      Scalar next = rule.apply(node);
      if (next != node) {
        return scalar(next);
      }
    }
    return node;
  }

  @Override
  protected QueryNode query(QueryNode child) {
    QueryNode query = children(child);
    return UnwrapValues.apply(query.withBody(FlattenGroupBy.apply(query.body())));
  }
}
