package dev.drift.engine.ddl.guard;

import dev.drift.engine.ddl.guard.Selection.OrderKey;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/** ORDER BY; values that cannot be compared stay where they are. */
final class Ordering {
  private final Evaluator evaluator;
  private final List<OrderKey> keys;

  Ordering(Evaluator evaluator, List<OrderKey> keys) {
    this.evaluator = evaluator;
    this.keys = keys;
  }

  /** Sorts rows of FROM. */
  void sort(List<Binding> rows) {
    sort(rows, keys, (row, key) -> evaluator.evaluate(key, row));
  }

  /** Sorts rows, of which {@code values} tells the values of the keys. */
  static <T> void sort(List<T> rows, List<OrderKey> keys, BiFunction<T, Formula, Value> values) {
    for (int i = keys.size() - 1; i >= 0; i--) {
      OrderKey key = keys.get(i);
      Comparator<T> order =
          (a, b) -> compare(values.apply(a, key.formula()), values.apply(b, key.formula()));
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
