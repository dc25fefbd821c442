package dev.drift.engine.ddl.guard;

import dev.drift.engine.ddl.guard.Formula.Call;
import dev.drift.engine.ddl.guard.Selection.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The built-in functions that return sets. */
final class SetFunctions {
  private static final Set<String> NAMES =
      Set.of(
          "unnest",
          "generate_series",
          "generate_subscripts",
          "regexp_split_to_table",
          "string_to_table");

  private final Evaluator evaluator;
  private final Environment names;

  /** Functions of arguments in which names mean what {@code names} says. */
  SetFunctions(Evaluator evaluator, Environment names) {
    this.evaluator = evaluator;
    this.names = names;
  }

  /** {@return whether the function is one of these} */
  static boolean returnsSet(Call call) {
    return NAMES.contains(call.name());
  }

  /** {@return the rows of {@code FROM f(…) AS alias (columns)}; empty if they are not known} */
  Optional<List<Row>> rows(Call call, Source.Function source) {
    boolean several = call.name().equals("unnest") && call.arguments().size() > 1;
    var columns = new ArrayList<List<Value>>();
    for (Call each : several ? single(call) : List.of(call)) {
      Optional<List<Value>> values = values(each);
      if (values.isEmpty()) {
        return Optional.empty();
      }
      columns.add(values.get());
    }
    int count = columns.stream().mapToInt(List::size).max().orElse(0);
    if (source.numbered()) {
      columns.add(IntStream.rangeClosed(1, count).mapToObj(Value::of).toList());
    }
    List<String> called = called(source, columns.size(), several);
    return Optional.of(
        IntStream.range(0, count)
            .<Row>mapToObj(
                i ->
                    new OutputRow(
                        called,
                        columns.stream()
                            .map(values -> i < values.size() ? values.get(i) : Value.NULL)
                            .toList()))
            .toList());
  }

  private static List<Call> single(Call call) {
    return call.arguments().stream().map(array -> new Call(call.name(), List.of(array))).toList();
  }

  /** A function's only column has the alias of the function, if it has no name of its own. */
  private static List<String> called(Source.Function source, int count, boolean several) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                i < source.columns().size()
                    ? source.columns().get(i)
                    : source.numbered() && i == count - 1
                        ? "ordinality"
                        : several ? "unnest" : source.alias())
        .toList();
  }

  /** {@return what the function gives; empty if that is not known} */
  Optional<List<Value>> values(Call call) {
    List<Value> arguments =
        call.arguments().stream().map(each -> evaluator.evaluate(each, names)).toList();
    if (arguments.isEmpty()) {
      return Optional.empty();
    }
    return switch (call.name()) {
      case "unnest" -> array(arguments.get(0)).map(Value.Array::flat);
      case "generate_series" ->
          arguments.size() == 3 && MomentArithmetic.concerns(arguments.get(0), arguments.get(1))
              ? MomentArithmetic.series(
                  arguments.get(0), arguments.get(1), arguments.get(2), evaluator.facts().now())
              : series(arguments);
      case "generate_subscripts" ->
          array(arguments.get(0))
              .map(array -> IntStream.rangeClosed(1, array.elements().size()))
              .map(subscripts -> subscripts.mapToObj(Value::of).toList());
      case "regexp_split_to_table" -> parts(PatternFunctions.split(arguments));
      case "string_to_table" -> parts(TextFunctions.split(arguments));
      default -> Optional.empty();
    };
  }

  private static Optional<Value.Array> array(Value value) {
    return value instanceof Value.Array array ? Optional.of(array) : Optional.empty();
  }

  private static Optional<List<Value>> parts(Value value) {
    return array(value).map(Value.Array::elements);
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
