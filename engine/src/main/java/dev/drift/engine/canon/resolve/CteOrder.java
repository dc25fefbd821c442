package dev.drift.engine.canon.resolve;

import dev.drift.engine.canon.tree.Clause;
import dev.drift.engine.canon.tree.FromNames;
import dev.drift.engine.canon.tree.Name;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code WITH RECURSIVE a AS (… FROM b), b AS (…)} → b before a: each may read those that stand
 * behind it, and the server keeps them in an order that needs no such look ahead (parse_cte.c,
 * TopologicalSort).
 */
final class CteOrder {
  private CteOrder() {}

  /** {@return the same, swapped as the server does it; as written where they form a circle} */
  static List<Clause.Cte> of(List<Clause.Cte> written) {
    var order = new ArrayList<>(written);
    for (int i = 0; i < order.size(); i++) {
      int next = i;
      while (next < order.size() && waits(order.get(next), order.subList(i, order.size()))) {
        next++;
      }
      if (next == order.size()) {
        return written;
      }
      Collections.swap(order, i, next);
    }
    return List.copyOf(order);
  }

  /** Whether {@code cte} reads another of those that are left. */
  private static boolean waits(Clause.Cte cte, List<Clause.Cte> left) {
    Set<String> read =
        FromNames.of(cte.query()).stream()
            .filter(name -> name.schema().isEmpty())
            .map(Name::name)
            .collect(Collectors.toSet());
    return left.stream()
        .anyMatch(other -> !other.name().equals(cte.name()) && read.contains(other.name()));
  }
}
