package dev.drift.engine.progress;

import dev.drift.engine.diff.Comparison;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Compares what migrations make with what a database holds, each pair once. Mutable, for one
 * thread.
 */
final class Comparing {
  private final SchemaModel actual;
  private final BiFunction<SchemaObject, SchemaObject, Difference> comparison;
  private final Map<SchemaObject, Difference> known = new IdentityHashMap<>();

  Comparing(SchemaModel actual) {
    this.actual = actual;
    this.comparison = Comparison.around(actual);
  }

  /** {@return what the database holds} */
  SchemaModel actual() {
    return actual;
  }

  /** {@return what differs between what is expected and what was found, whatever their ids} */
  Difference compare(SchemaObject expected, SchemaObject found) {
    Difference before = known.get(expected);
    if (before != null && before.actual().equals(Optional.of(found))) {
      return before;
    }
    Difference difference = comparison.apply(expected, found);
    known.put(expected, difference);
    return difference;
  }
}
