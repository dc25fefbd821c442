package dev.drift.engine.ddl.guard;

import dev.drift.engine.ddl.guard.Formula.Call;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Calls within a formula, and their values in their places. */
final class CallValues {
  private CallValues() {}

  /** {@return the outermost calls that {@code wanted} accepts, but for those of inner queries} */
  static Stream<Call> within(Formula formula, Predicate<Call> wanted) {
    return formula instanceof Call call && wanted.test(call)
        ? Stream.of(call)
        : operands(formula).flatMap(operand -> within(operand, wanted));
  }

  private static Stream<Formula> operands(Formula formula) {
    return switch (formula) {
      case Call call -> call.arguments().stream();
      case Formula.Cast cast -> Stream.of(cast.operand());
      case Formula.Unary unary -> Stream.of(unary.operand());
      case Formula.Binary binary -> Stream.of(binary.left(), binary.right());
      case Formula.Is is -> Stream.of(is.operand());
      case Formula.In in -> Stream.concat(Stream.of(in.operand()), in.list().stream());
      case Formula.Quantified quantified -> Stream.of(quantified.operand(), quantified.array());
      case Formula.Element element -> Stream.of(element.array(), element.index());
      case Formula.ArrayOf array -> array.elements().stream();
      case Formula.Case choice ->
          Stream.concat(
              choice.branches().stream()
                  .flatMap(branch -> Stream.of(branch.condition(), branch.result())),
              choice.otherwise().stream());
      case Formula.Constant constant -> Stream.empty();
      case Formula.Name name -> Stream.empty();
      case Formula.Exists exists -> Stream.empty();
      case Formula.Scalar scalar -> Stream.empty();
      case Formula.ArrayQuery query -> Stream.empty();
    };
  }

  /** {@return the formula with the values in the place of their calls} */
  static Formula filled(Formula formula, Map<Call, Value> values) {
    return values.isEmpty() ? formula : new Filling(values).of(formula);
  }

  private record Filling(Map<Call, Value> values) {
    Formula of(Formula formula) {
      return switch (formula) {
        case Call call ->
            values.containsKey(call)
                ? new Formula.Constant(values.getOrDefault(call, Value.UNKNOWN))
                : new Call(call.schema(), call.name(), all(call.arguments()), call.gathering());
        case Formula.Cast cast -> new Formula.Cast(of(cast.operand()), cast.type());
        case Formula.Unary unary -> new Formula.Unary(unary.operator(), of(unary.operand()));
        case Formula.Binary binary ->
            new Formula.Binary(binary.operator(), of(binary.left()), of(binary.right()));
        case Formula.Is is -> new Formula.Is(of(is.operand()), is.test());
        case Formula.In in -> new Formula.In(of(in.operand()), all(in.list()));
        case Formula.Quantified quantified ->
            new Formula.Quantified(
                of(quantified.operand()),
                quantified.operator(),
                quantified.all(),
                of(quantified.array()));
        case Formula.Element element ->
            new Formula.Element(of(element.array()), of(element.index()));
        case Formula.ArrayOf array -> new Formula.ArrayOf(all(array.elements()));
        case Formula.Case choice ->
            new Formula.Case(
                choice.branches().stream()
                    .map(branch -> new Formula.When(of(branch.condition()), of(branch.result())))
                    .toList(),
                choice.otherwise().map(this::of));
        case Formula.Constant constant -> constant;
        case Formula.Name name -> name;
        case Formula.Exists exists -> exists;
        case Formula.Scalar scalar -> scalar;
        case Formula.ArrayQuery query -> query;
      };
    }

    private List<Formula> all(List<Formula> formulas) {
      return formulas.stream().map(this::of).toList();
    }
  }
}
