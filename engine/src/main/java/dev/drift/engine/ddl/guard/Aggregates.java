package dev.drift.engine.ddl.guard;

import dev.drift.engine.ddl.guard.Formula.Call;
import dev.drift.engine.ddl.guard.Selection.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Queries whose columns are aggregates over all rows: {@code SELECT count(*) FROM …}. */
final class Aggregates {
  private static final Set<String> NAMES =
      Set.of(
          "count",
          "array_agg",
          "string_agg",
          "bool_or",
          "bool_and",
          "every",
          "max",
          "min",
          "sum",
          "avg",
          "json_agg",
          "jsonb_agg");

  private final Evaluator evaluator;
  private final Selection query;

  Aggregates(Evaluator evaluator, Selection query) {
    this.evaluator = evaluator;
    this.query = query;
  }

  static boolean isAggregate(Selection query) {
    return query.outputs().stream().anyMatch(output -> usesAggregate(output.formula()));
  }

  private static boolean usesAggregate(Optional<Formula> formula) {
    return formula
        .filter(
            f ->
                switch (f) {
                  case Call call ->
                      NAMES.contains(call.name())
                          || call.arguments().stream()
                              .anyMatch(argument -> usesAggregate(Optional.of(argument)));
                  case Formula.Binary binary ->
                      usesAggregate(Optional.of(binary.left()))
                          || usesAggregate(Optional.of(binary.right()));
                  case Formula.Cast cast -> usesAggregate(Optional.of(cast.operand()));
                  default -> false;
                })
        .isPresent();
  }

  /** {@return the one row that comes out of these rows} */
  OutputRow row(List<Binding> rows) {
    var names = new ArrayList<String>();
    var values = new ArrayList<Value>();
    for (Output output : query.outputs()) {
      names.add(output.name());
      values.add(output.formula().map(f -> value(f, rows)).orElse(Value.UNKNOWN));
    }
    return new OutputRow(names, values, Optional.empty());
  }

  private Value value(Formula formula, List<Binding> rows) {
    return switch (formula) {
      case Call call -> aggregate(call, rows);
      case Formula.Binary binary ->
          Operators.apply(
              binary.operator(), value(binary.left(), rows), value(binary.right(), rows));
      case Formula.Cast cast ->
          Casts.cast(value(cast.operand(), rows), cast.type(), evaluator.facts());
      case Formula.Constant constant -> constant.value();
      default -> Value.UNKNOWN;
    };
  }

  private Value aggregate(Call call, List<Binding> rows) {
    if (!NAMES.contains(call.name())) {
      List<Value> arguments = call.arguments().stream().map(a -> value(a, rows)).toList();
      return Functions.call(call.name(), arguments, evaluator.facts()).orElse(Value.UNKNOWN);
    }
    if (call.arguments().isEmpty()) {
      return Value.of(rows.size());
    }
    List<Value> values =
        rows.stream()
            .map(row -> evaluator.evaluate(call.arguments().get(0), row))
            .filter(value -> !(value instanceof Value.Null))
            .toList();
    return switch (call.name()) {
      case "count" -> Value.of(values.size());
      case "array_agg" -> values.isEmpty() ? Value.NULL : new Value.Array(values);
      case "bool_or" -> Value.of(values.stream().anyMatch(Value::isTrue));
      case "bool_and" -> Value.of(values.stream().allMatch(Value::isTrue));
      case "string_agg" -> joined(call, values);
      default -> values.isEmpty() ? Value.NULL : Value.UNKNOWN;
    };
  }

  private Value joined(Call call, List<Value> values) {
    if (values.isEmpty()) {
      return Value.NULL;
    }
    Value separator = evaluator.evaluate(call.arguments().get(1), Environment.EMPTY);
    var pieces = new ArrayList<Value>();
    for (Value value : values) {
      if (!pieces.isEmpty()) {
        pieces.add(separator);
      }
      pieces.add(value);
    }
    return Texts.join(pieces);
  }
}
