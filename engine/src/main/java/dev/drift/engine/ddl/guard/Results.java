package dev.drift.engine.ddl.guard;

import dev.drift.engine.ddl.guard.Selection.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes a query's result of the rows that its FROM and WHERE leave. */
final class Results {
  private final Evaluator evaluator;
  private final Selection query;
  private final Environment outer;

  /** A row of the result, and how its values are made, for those of ORDER BY. */
  private record Result(OutputRow row, Function<Formula, Value> values) {}

  Results(Evaluator evaluator, Selection query, Environment outer) {
    this.evaluator = evaluator;
    this.query = query;
    this.outer = outer;
  }

  /** {@return the result's rows; empty if they are not all known} */
  Optional<List<OutputRow>> of(List<Binding> bindings) {
    Optional<List<Result>> results =
        query.grouping().isPresent()
            ? grouped(bindings, query.grouping().get())
            : Aggregates.areIn(query) ? Optional.of(List.of(aggregated(bindings))) : each(bindings);
    return results.map(this::finished);
  }

  private Optional<List<Result>> grouped(List<Binding> bindings, Selection.Grouping grouping) {
    Optional<List<List<Binding>>> groups =
        bindings.isEmpty() && !grouping.isWhole()
            ? Optional.of(List.of())
            : grouping.keys().flatMap(keys -> groups(bindings, keys));
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    var results = new ArrayList<Result>();
    for (List<Binding> group : groups.get()) {
      Value kept =
          grouping.having().map(new Aggregates(evaluator, group, outer)::value).orElse(Value.TRUE);
      if (kept.isUnknown()) {
        return Optional.empty();
      }
      if (kept.isTrue()) {
        results.add(aggregated(group));
      }
    }
    return Optional.of(results);
  }

  private Optional<List<List<Binding>>> groups(List<Binding> bindings, List<Formula> keys) {
    if (keys.isEmpty()) {
      return Optional.of(List.of(bindings));
    }
    var groups = new LinkedHashMap<List<Value>, List<Binding>>();
    for (Binding binding : bindings) {
      List<Value> key =
          keys.stream().map(k -> evaluator.evaluate(meant(k, binding), binding)).toList();
      if (key.stream().anyMatch(Value::isUnknown)) {
        return Optional.empty();
      }
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(binding);
    }
    return Optional.of(List.copyOf(groups.values()));
  }

  /** A key of GROUP BY can be an output's number, or its name if no column has it. */
  private Formula meant(Formula key, Binding binding) {
    return ordinal(key)
        .map(query.outputs()::get)
        .or(
            () ->
                key instanceof Formula.Name name && binding.find(name.path()).isEmpty()
                    ? query.outputs().stream().filter(o -> isCalled(o, name)).findFirst()
                    : Optional.empty())
        .flatMap(Output::formula)
        .orElse(key);
  }

  private static boolean isCalled(Output output, Formula.Name name) {
    return name.path().equals(List.of(output.name()));
  }

  /** {@return the index of the output of which the key is the number} */
  private Optional<Integer> ordinal(Formula key) {
    return key instanceof Formula.Constant constant
            && constant.value() instanceof Value.Numeric numeric
            && numeric.number().signum() > 0
            && numeric.number().intValue() <= query.outputs().size()
        ? Optional.of(numeric.number().intValue() - 1)
        : Optional.empty();
  }

  private Result aggregated(List<Binding> group) {
    var aggregates = new Aggregates(evaluator, group, outer);
    var names = new ArrayList<String>();
    var values = new ArrayList<Value>();
    for (Output output : query.outputs()) {
      names.add(output.name());
      values.add(output.formula().map(aggregates::value).orElse(Value.UNKNOWN));
    }
    return new Result(new OutputRow(names, values), aggregates::value);
  }

  private Optional<List<Result>> each(List<Binding> bindings) {
    var sets = new SetCalls(query.outputs());
    var results = new ArrayList<Result>();
    for (Binding binding : bindings) {
      Optional<List<Map<Formula.Call, Value>>> rows = sets.rows(evaluator, binding);
      if (rows.isEmpty()) {
        return Optional.empty();
      }
      rows.get()
          .forEach(
              row -> {
                Function<Formula, Value> values =
                    formula -> evaluator.evaluate(CallValues.filled(formula, row), binding);
                results.add(new Result(output(binding, values), values));
              });
    }
    return Optional.of(results);
  }

  private OutputRow output(Binding binding, Function<Formula, Value> made) {
    var names = new ArrayList<String>();
    var values = new ArrayList<Value>();
    Optional<Row> all = Optional.empty();
    for (Output output : query.outputs()) {
      if (output.formula().isPresent()) {
        names.add(output.name());
        values.add(made.apply(output.formula().get()));
        continue;
      }
      Row whole = binding.whole(output.name());
      if (whole instanceof OutputRow known && known.all().isEmpty()) {
        names.addAll(known.names());
        values.addAll(known.values());
      } else {
        all = Optional.of(whole);
        values.add(new Value.Record(whole));
        names.add("*");
      }
    }
    return new OutputRow(names, values, all);
  }

  private List<OutputRow> finished(List<Result> results) {
    var sorted = new ArrayList<>(results);
    Ordering.sort(sorted, query.order(), (result, key) -> sortValue(result, key));
    var rows = new ArrayList<OutputRow>();
    for (Result result : sorted) {
      OutputRow row = result.row();
      if (!query.distinct() || rows.stream().noneMatch(r -> r.values().equals(row.values()))) {
        rows.add(row);
      }
    }
    int limit = (int) Math.min(query.limit().orElse(Integer.MAX_VALUE), rows.size());
    return List.copyOf(rows.subList(0, limit));
  }

  /** A key of ORDER BY can be an output's number or name before it is anything else. */
  private Value sortValue(Result result, Formula key) {
    boolean whole = result.row().values().size() == query.outputs().size();
    Optional<Integer> ordinal = whole ? ordinal(key) : Optional.empty();
    if (ordinal.isPresent()) {
      return result.row().values().get(ordinal.get());
    }
    if (key instanceof Formula.Name name
        && name.path().size() == 1
        && result.row().names().contains(name.path().get(0))) {
      return result.row().get(name.path().get(0)).orElse(Value.UNKNOWN);
    }
    return result.values().apply(key);
  }
}
