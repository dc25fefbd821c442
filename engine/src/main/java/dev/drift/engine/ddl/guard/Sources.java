package dev.drift.engine.ddl.guard;

import dev.drift.engine.ddl.guard.Selection.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of an item of FROM. */
final class Sources {
  private static final Set<String> SETS = Set.of("unnest", "generate_series");

  private final Evaluator evaluator;
  private final Map<String, String> wanted;

  /** Sources of which only rows with the values {@code wanted} are needed. */
  Sources(Evaluator evaluator, Map<String, String> wanted) {
    this.evaluator = evaluator;
    this.wanted = wanted;
  }

  /** {@return the only output as a source, if it is a function that returns a set} */
  static Optional<Source.Function> onlySet(List<Selection.Output> outputs) {
    if (outputs.size() == 1
        && outputs.get(0).formula().isPresent()
        && outputs.get(0).formula().get() instanceof Formula.Call call
        && SETS.contains(call.name())) {
      return Optional.of(new Source.Function(call, outputs.get(0).name(), List.of()));
    }
    return Optional.empty();
  }

  /** {@return the rows, more than wanted perhaps; empty if they are not known} */
  Optional<List<Row>> rows(Source source, Environment names) {
    return switch (source) {
      case Source.Table table -> table(table);
      case Source.Query query ->
          new Selecting(evaluator, query.query(), names)
              .records()
              .map(rows -> rows.stream().map(Row.class::cast).toList());
      case Source.Values values -> Optional.of(values(values, names));
      case Source.Union union -> union(union, names);
      case Source.Function function -> function(function, names);
    };
  }

  private Optional<List<Row>> table(Source.Table table) {
    return evaluator.facts().isEmptyTable(table.schema(), table.name())
        ? Optional.of(List.of())
        : Catalogs.rows(table, wanted, evaluator.facts());
  }

  /** {@return whether it certainly has no rows} */
  boolean isEmpty(Source source) {
    return source instanceof Source.Table table
        && evaluator.facts().isEmptyTable(table.schema(), table.name());
  }

  private Optional<List<Row>> union(Source.Union union, Environment names) {
    var first = new Selecting(evaluator, union.first(), names).rows();
    var second = new Selecting(evaluator, union.second(), names).rows();
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    var all = new ArrayList<>(first.get());
    all.addAll(second.get());
    List<String> columns = union.first().outputs().stream().map(Selection.Output::name).toList();
    return Optional.of(
        (union.distinct() ? all.stream().distinct() : all.stream())
            .<Row>map(values -> new OutputRow(columns, values, Optional.empty()))
            .toList());
  }

  private List<Row> values(Source.Values source, Environment names) {
    var rows = new ArrayList<Row>();
    for (List<Formula> formulas : source.rows()) {
      var columns = new HashMap<String, Value>();
      for (int i = 0; i < formulas.size(); i++) {
        String name = i < source.columns().size() ? source.columns().get(i) : "column" + (i + 1);
        columns.put(name, evaluator.evaluate(formulas.get(i), names));
      }
      rows.add(Row.of(columns));
    }
    return rows;
  }

  private Optional<List<Row>> function(Source.Function function, Environment names) {
    String column = function.columns().isEmpty() ? function.alias() : function.columns().get(0);
    if (!(function.call() instanceof Formula.Call call)) {
      return Optional.empty();
    }
    if (!SETS.contains(call.name())) {
      evaluator.evaluate(call, names);
      return Optional.empty();
    }
    List<Value> arguments =
        call.arguments().stream().map(each -> evaluator.evaluate(each, names)).toList();
    Optional<List<Value>> values =
        switch (call.name()) {
          case "unnest" ->
              !arguments.isEmpty() && arguments.get(0) instanceof Value.Array array
                  ? Optional.of(array.elements())
                  : Optional.empty();
          case "generate_series" ->
              arguments.size() == 3 && MomentArithmetic.concerns(arguments.get(0), arguments.get(1))
                  ? MomentArithmetic.series(
                      arguments.get(0), arguments.get(1), arguments.get(2), evaluator.facts().now())
                  : series(arguments);
          default -> Optional.empty();
        };
    return values.map(found -> found.stream().map(value -> Row.of(Map.of(column, value))).toList());
  }

  private static Optional<List<Value>> series(List<Value> arguments) {
    var numbers = new ArrayList<Long>();
    for (Value argument : arguments) {
      Functions.number(argument).ifPresent(number -> numbers.add(number.longValue()));
    }
    if (numbers.size() != arguments.size() || numbers.size() < 2) {
      return Optional.empty();
    }
    long step = numbers.size() > 2 ? numbers.get(2) : 1;
    long count = step == 0 ? -1 : (numbers.get(1) - numbers.get(0)) / step + 1;
    if (count > 10_000) {
      return Optional.empty();
    }
    var values = new ArrayList<Value>();
    for (long i = 0; i < count; i++) {
      values.add(Value.of(numbers.get(0) + i * step));
    }
    return Optional.of(values);
  }
}
