package dev.drift.engine.ddl.guard;

import dev.drift.engine.ddl.guard.Formula.ArrayOf;
import dev.drift.engine.ddl.guard.Formula.ArrayQuery;
import dev.drift.engine.ddl.guard.Formula.Binary;
import dev.drift.engine.ddl.guard.Formula.Call;
import dev.drift.engine.ddl.guard.Formula.Case;
import dev.drift.engine.ddl.guard.Formula.Cast;
import dev.drift.engine.ddl.guard.Formula.Constant;
import dev.drift.engine.ddl.guard.Formula.Element;
import dev.drift.engine.ddl.guard.Formula.Exists;
import dev.drift.engine.ddl.guard.Formula.In;
import dev.drift.engine.ddl.guard.Formula.Is;
import dev.drift.engine.ddl.guard.Formula.Name;
import dev.drift.engine.ddl.guard.Formula.Quantified;
import dev.drift.engine.ddl.guard.Formula.Scalar;
import dev.drift.engine.ddl.guard.Formula.Unary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The value of a formula. */
public final class Evaluator {
  private final Facts facts;
  private final CallHandler calls;

  /** Calls a function that is not built in. */
  public interface CallHandler {
    /**
     * {@return what {@code schema.name(arguments)} gives; unknown for functions it does not know}
     *
     * @param schema empty where the search path decides
     */
    Value call(String schema, String name, List<Value> arguments);
  }

  /** Evaluates on these facts; functions that are not built in are left to {@code calls}. */
  public Evaluator(Facts facts, CallHandler calls) {
    this.facts = facts;
    this.calls = calls;
  }

  Facts facts() {
    return facts;
  }

  /** {@return the value of {@code formula} where names mean what {@code names} says} */
  public Value evaluate(Formula formula, Environment names) {
    return switch (formula) {
      case Constant constant -> constant.value();
      case Name name -> names.find(name.path()).orElse(Value.UNKNOWN);
      case Unary unary -> unary(unary, names);
      case Binary binary -> binary(binary, names);
      case Is is -> is(evaluate(is.operand(), names), is.test());
      case In in -> in(in, names);
      case Quantified quantified -> quantified(quantified, names);
      case Cast cast -> Casts.cast(evaluate(cast.operand(), names), cast.type(), facts);
      case Call call -> call(call, names);
      case Exists exists -> new Selecting(this, exists.query(), names).exists();
      case Scalar scalar -> new Selecting(this, scalar.query(), names).scalar();
      case ArrayQuery query -> new Selecting(this, query.query(), names).array();
      case ArrayOf array -> new Value.Array(all(array.elements(), names));
      case Element element -> element(element, names);
      case Case choice -> choose(choice, names);
    };
  }

  private List<Value> all(List<Formula> formulas, Environment names) {
    return formulas.stream().map(each -> evaluate(each, names)).toList();
  }

  private Value unary(Unary unary, Environment names) {
    Value value = evaluate(unary.operand(), names);
    if (unary.operator().equals("not")) {
      return value instanceof Value.Bool bool ? Value.of(!bool.value()) : keepNull(value);
    }
    return value instanceof Value.Numeric numeric
        ? new Value.Numeric(numeric.number().negate())
        : keepNull(value);
  }

  private static Value keepNull(Value value) {
    return value instanceof Value.Null ? value : Value.UNKNOWN;
  }

  private Value binary(Binary binary, Environment names) {
    Value left = evaluate(binary.left(), names);
    boolean and = binary.operator().equals("and");
    if (and && left.equals(Value.FALSE)) {
      return left;
    }
    if (binary.operator().equals("or") && left.isTrue()) {
      return left;
    }
    Value right = evaluate(binary.right(), names);
    return switch (binary.operator()) {
      case "and" -> and(left, right);
      case "or" -> not(and(not(left), not(right)));
      default -> Operators.apply(binary.operator(), left, right);
    };
  }

  private static Value and(Value left, Value right) {
    if (left.equals(Value.FALSE) || right.equals(Value.FALSE)) {
      return Value.FALSE;
    }
    if (left.isUnknown() || right.isUnknown()) {
      return Value.UNKNOWN;
    }
    return left.isTrue() && right.isTrue() ? Value.TRUE : Value.NULL;
  }

  private static Value not(Value value) {
    return value instanceof Value.Bool bool ? Value.of(!bool.value()) : value;
  }

  private static Value is(Value value, String test) {
    if (value.isUnknown()) {
      return Value.UNKNOWN;
    }
    boolean isNull = value instanceof Value.Null;
    return switch (test) {
      case "null", "unknown" -> Value.of(isNull);
      case "true" -> Value.of(value.isTrue());
      case "false" -> Value.of(value.equals(Value.FALSE));
      default -> Value.UNKNOWN;
    };
  }

  private Value in(In in, Environment names) {
    Value operand = evaluate(in.operand(), names);
    return any(operand, "=", all(in.list(), names));
  }

  private static Value any(Value operand, String operator, List<Value> candidates) {
    Value found = Value.FALSE;
    for (Value candidate : candidates) {
      found = not(and(not(found), not(Operators.apply(operator, operand, candidate))));
    }
    return found;
  }

  private Value quantified(Quantified quantified, Environment names) {
    Value operand = evaluate(quantified.operand(), names);
    Value array =
        quantified.array() instanceof Scalar scalar
            ? new Selecting(this, scalar.query(), names).array()
            : evaluate(quantified.array(), names);
    if (!(array instanceof Value.Array candidates)) {
      return keepNull(array);
    }
    if (!quantified.all()) {
      return any(operand, quantified.operator(), candidates.elements());
    }
    Value all = Value.TRUE;
    for (Value candidate : candidates.elements()) {
      all = and(all, Operators.apply(quantified.operator(), operand, candidate));
    }
    return all;
  }

  private Value call(Call call, Environment names) {
    List<Value> arguments = all(call.arguments(), names);
    Optional<Value> builtin =
        call.schema().isEmpty() || call.schema().equals("pg_catalog")
            ? Functions.call(call.name(), arguments, facts)
            : Optional.empty();
    return builtin.orElseGet(() -> calls.call(call.schema(), call.name(), arguments));
  }

  private Value element(Element element, Environment names) {
    Value array = evaluate(element.array(), names);
    Value index = evaluate(element.index(), names);
    if (!(array instanceof Value.Array values) || !(index instanceof Value.Numeric number)) {
      return Value.UNKNOWN;
    }
    int at = number.number().intValue();
    boolean inside =
        number.number().compareTo(BigDecimal.valueOf(at)) == 0
            && at >= 1
            && at <= values.elements().size();
    return inside ? values.elements().get(at - 1) : Value.NULL;
  }

  private Value choose(Case choice, Environment names) {
    var possible = new ArrayList<Value>();
    for (Formula.When branch : choice.branches()) {
      Value condition = evaluate(branch.condition(), names);
      if (condition.isTrue() && possible.isEmpty()) {
        return evaluate(branch.result(), names);
      }
      if (condition.isUnknown()) {
        possible.add(condition);
      }
    }
    if (!possible.isEmpty()) {
      return Value.UNKNOWN;
    }
    return choice.otherwise().map(other -> evaluate(other, names)).orElse(Value.NULL);
  }
}
