package dev.drift.engine.ddl.guard;

import dev.drift.engine.ddl.guard.Selection.OrderKey;
import java.util.Comparator;
import java.util.List;

/** ORDER BY; values that cannot be compared stay where they are. */
final class Ordering {
  private final Evaluator evaluator;
  private final List<OrderKey> keys;

  Ordering(Evaluator evaluator, List<OrderKey> keys) {
    this.evaluator = evaluator;
    this.keys = keys;
  }

  void sort(List<Binding> rows) {
    for (int i = keys.size() - 1; i >= 0; i--) {
      OrderKey key = keys.get(i);
      Comparator<Binding> order =
          (a, b) ->
              compare(evaluator.evaluate(key.formula(), a), evaluator.evaluate(key.formula(), b));
      rows.sort(key.descending() ? order.reversed() : order);
    }
  }

  private static int compare(Value a, Value b) {
    if (Operators.apply("<", a, b).isTrue()) {
      return -1;
    }
    return Operators.apply(">", a, b).isTrue() ? 1 : 0;
  }
}
