package dev.drift.engine.ddl.guard;

import dev.drift.engine.ddl.guard.Formula.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Functions that return sets among a query's outputs: {@code SELECT generate_series(1, 3)::text}.
 * All go on together, and a set that ends before the others gives null (manual section 38.5.8).
 */
final class SetCalls {
  private final List<Call> calls;

  /** Those of these outputs. */
  SetCalls(List<Selection.Output> outputs) {
    this.calls =
        outputs.stream()
            .flatMap(output -> output.formula().stream())
            .flatMap(formula -> CallValues.within(formula, SetFunctions::returnsSet))
            .distinct()
            .toList();
  }

  /** {@return what each call gives in each row; empty if that is not known} */
  Optional<List<Map<Call, Value>>> rows(Evaluator evaluator, Environment names) {
    if (calls.isEmpty()) {
      return Optional.of(List.of(Map.of()));
    }
    var rows = new ArrayList<Map<Call, Value>>();
    for (Call call : calls) {
      Optional<List<Value>> values = new SetFunctions(evaluator, names).values(call);
      if (values.isEmpty()) {
        return Optional.empty();
      }
      for (int i = 0; i < values.get().size(); i++) {
        if (i == rows.size()) {
          rows.add(new LinkedHashMap<>());
        }
        rows.get(i).put(call, values.get().get(i));
      }
    }
    rows.forEach(row -> calls.forEach(call -> row.putIfAbsent(call, Value.NULL)));
    return Optional.of(rows);
  }
}
