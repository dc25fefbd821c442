package dev.drift.engine.canon.rewrite;

import dev.drift.engine.canon.tree.Body;
import dev.drift.engine.canon.tree.Clause;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.QueryNode;
import java.util.List;
import java.util.Optional;

/**
 * {@code SELECT "*VALUES*".column1 AS a, … FROM (VALUES (…)) "*VALUES*"} → {@code VALUES (…)}, as a
 * view of VALUES with column names is printed (ruleutils.c, get_simple_values_rte).
 */
final class UnwrapValues {
  private static final String ALIAS = "*VALUES*";

  private UnwrapValues() {}

  /** {@return what {@code query} becomes; the same instance where the rule does not apply} */
  static QueryNode apply(QueryNode query) {
    if (!query.isBare()
        || !(query.body() instanceof Body.Select select)
        || select.from().size() != 1
        || !(select.from().get(0) instanceof FromItem.Derived derived)
        || !derived.alias().name().equals(ALIAS)
        || !derived.query().isBare()
        || !(derived.query().body() instanceof Body.Values values)) {
      return query;
    }
    return isPlain(select) && takesAll(select.targets(), values.rows().get(0).size())
        ? query.withBody(values)
        : query;
  }

  private static boolean isPlain(Body.Select select) {
    return select.distinct().isEmpty()
        && select.where().isEmpty()
        && select.group().isEmpty()
        && select.having().isEmpty()
        && select.windows().isEmpty();
  }

  private static boolean takesAll(List<Clause.Target> targets, int width) {
    if (targets.size() != width) {
      return false;
    }
    for (int i = 0; i < width; i++) {
      if (!column(targets.get(i).value()).equals(Optional.of("column" + (i + 1)))) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> column(Node.Scalar target) {
    return switch (target) {
      case Node.Column column -> Optional.of(column.name());
      case Node.Bound bound -> Optional.of(bound.name());
      default -> Optional.empty();
    };
  }
}
