package dev.drift.engine.ddl.guard;

import dev.drift.engine.ddl.guard.Formula.Call;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What aggregates give for the rows of a group: {@code SELECT count(*) FROM …}. */
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
  private final List<Binding> group;
  private final Environment names;

  /** Takes the rows of a group; in one without rows names mean what {@code outer} says. */
  Aggregates(Evaluator evaluator, List<Binding> group, Environment outer) {
    this.evaluator = evaluator;
    this.group = List.copyOf(group);
    this.names = group.isEmpty() ? outer : group.get(0);
  }

  /** {@return whether the query asks for aggregates} */
  static boolean areIn(Selection query) {
    return query.outputs().stream()
        .flatMap(output -> output.formula().stream())
        .flatMap(formula -> CallValues.within(formula, Aggregates::isAggregate))
        .findAny()
        .isPresent();
  }

  private static boolean isAggregate(Call call) {
    return NAMES.contains(call.name());
  }

  /** {@return the value of a formula for the group} */
  Value value(Formula formula) {
    Map<Call, Value> values = new HashMap<>();
    CallValues.within(formula, Aggregates::isAggregate)
        .forEach(call -> values.put(call, aggregate(call)));
    return evaluator.evaluate(CallValues.filled(formula, values), names);
  }

  private Value aggregate(Call call) {
    var rows = new ArrayList<Binding>();
    for (Binding row : group) {
      Value kept =
          call.gathering().filter().map(f -> evaluator.evaluate(f, row)).orElse(Value.TRUE);
      if (kept.isUnknown()) {
        return Value.UNKNOWN;
      }
      if (kept.isTrue()) {
        rows.add(row);
      }
    }
    if (call.arguments().isEmpty()) {
      return Value.of(rows.size());
    }
    new Ordering(evaluator, call.gathering().order()).sort(rows);
    List<Value> values =
        rows.stream().map(row -> evaluator.evaluate(call.arguments().get(0), row)).toList();
    if (call.gathering().distinct()) {
      if (values.stream().anyMatch(Value::isUnknown)) {
        return Value.UNKNOWN;
      }
      values = values.stream().distinct().toList();
    }
    if (call.name().equals("array_agg")) {
      return values.isEmpty() ? Value.NULL : new Value.Array(values);
    }
    return ofNotNull(call, values.stream().filter(v -> !(v instanceof Value.Null)).toList());
  }

  private Value ofNotNull(Call call, List<Value> values) {
    if (call.name().equals("string_agg")) {
      return joined(call, values);
    }
    boolean known = values.stream().noneMatch(Value::isUnknown);
    return switch (call.name()) {
      case "count" -> known ? Value.of(values.size()) : Value.UNKNOWN;
      case "bool_or" -> decided(values, Value.TRUE, known ? Value.FALSE : Value.UNKNOWN);
      case "bool_and", "every" -> decided(values, Value.FALSE, known ? Value.TRUE : Value.UNKNOWN);
      case "max" -> extreme(values, ">");
      case "min" -> extreme(values, "<");
      case "sum" -> sum(values);
      default -> values.isEmpty() ? Value.NULL : Value.UNKNOWN;
    };
  }

  private static Value decided(List<Value> values, Value decisive, Value otherwise) {
    if (values.isEmpty()) {
      return Value.NULL;
    }
    return values.contains(decisive) ? decisive : otherwise;
  }

  private static Value extreme(List<Value> values, String operator) {
    Value found = Value.NULL;
    for (Value value : values) {
      Value better =
          found instanceof Value.Null ? Value.TRUE : Operators.apply(operator, value, found);
      if (better.isUnknown()) {
        return Value.UNKNOWN;
      }
      found = better.isTrue() ? value : found;
    }
    return found;
  }

  private static Value sum(List<Value> values) {
    Optional<BigDecimal> sum = Optional.of(BigDecimal.ZERO);
    for (Value value : values) {
      Optional<BigDecimal> number = Functions.number(value);
      sum = sum.flatMap(before -> number.map(before::add));
    }
    return values.isEmpty() ? Value.NULL : sum.<Value>map(Value.Numeric::new).orElse(Value.UNKNOWN);
  }

  private Value joined(Call call, List<Value> values) {
    if (values.isEmpty()) {
      return Value.NULL;
    }
    Value separator = evaluator.evaluate(call.arguments().get(1), names);
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
