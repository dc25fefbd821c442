package dev.drift.engine.ddl.guard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Functions of numbers. */
final class NumberFunctions {
  private NumberFunctions() {}

  /** {@return the value of the function; empty if it is none of these} */
  static Optional<Value> call(String name, List<Value> arguments) {
    return switch (name) {
      case "abs" -> of(arguments, 1, numbers -> numbers.get(0).abs());
      case "ceil", "ceiling" -> of(arguments, 1, n -> n.get(0).setScale(0, RoundingMode.CEILING));
      case "floor" -> of(arguments, 1, n -> n.get(0).setScale(0, RoundingMode.FLOOR));
      case "round" -> of(arguments, 1, n -> n.get(0).setScale(0, RoundingMode.HALF_UP));
      case "trunc" -> of(arguments, 1, n -> n.get(0).setScale(0, RoundingMode.DOWN));
      case "mod" -> of(arguments, 2, n -> n.get(0).remainder(n.get(1)));
      case "div" -> of(arguments, 2, n -> n.get(0).divideToIntegralValue(n.get(1)));
      case "chr" ->
          Optional.of(
              whole(arguments.get(0))
                  .filter(code -> code > 0 && Character.isValidCodePoint(code))
                  .<Value>map(code -> new Value.Text(Character.toString(code)))
                  .orElse(Value.UNKNOWN));
      case "to_hex" ->
          Optional.of(
              whole(arguments.get(0))
                  .<Value>map(number -> new Value.Text(Integer.toHexString(number)))
                  .orElse(Value.UNKNOWN));
      default -> Optional.empty();
    };
  }

  /** Makes a number of numbers. */
  private interface Rule {
    BigDecimal of(List<BigDecimal> numbers);
  }

  private static Optional<Value> of(List<Value> arguments, int count, Rule rule) {
    List<BigDecimal> numbers =
        arguments.stream().flatMap(argument -> Functions.number(argument).stream()).toList();
    boolean known =
        arguments.size() == count
            && numbers.size() == count
            && (count == 1 || numbers.get(1).signum() != 0);
    return Optional.of(known ? new Value.Numeric(rule.of(numbers)) : Value.UNKNOWN);
  }

  private static Optional<Integer> whole(Value value) {
    try {
      return Functions.number(value).map(BigDecimal::intValueExact);
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }
}
