package dev.drift.engine.ddl.guard;

import dev.drift.engine.model.ObjectId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What operators of two operands give. */
final class Operators {
  private Operators() {}

  static Value apply(String operator, Value left, Value right) {
    if (operator.equals("is distinct from")) {
      return distinct(left, right);
    }
    if (operator.equals("||")) {
      return concatenate(left, right);
    }
    if (left instanceof Value.Null || right instanceof Value.Null) {
      return Value.NULL;
    }
    if (left.isUnknown() || right.isUnknown()) {
      return templates(operator, left, right);
    }
    return switch (operator) {
      case "=" -> same(left, right).map(Value::of).orElse(Value.UNKNOWN);
      case "<>" -> same(left, right).map(same -> Value.of(!same)).orElse(Value.UNKNOWN);
      case "<", ">", "<=", ">=" -> ordered(operator, left, right);
      case "like", "~~" -> like(left, right, false);
      case "ilike", "~~*" -> like(left, right, true);
      case "!~~" -> negate(like(left, right, false));
      case "~", "~*" -> matches(left, right, operator.equals("~*"));
      case "!~", "!~*" -> negate(matches(left, right, operator.equals("!~*")));
      case "+", "-", "*", "/", "%" -> compute(operator, left, right);
      case "@>", "<@", "&&" -> arrays(operator, left, right);
      default -> Value.UNKNOWN;
    };
  }

  /** Texts of which only parts are known may yet be known to differ. */
  private static Value templates(String operator, Value left, Value right) {
    if (operator.equals("like") || operator.equals("~~")) {
      return like(left, right, false);
    }
    if (!operator.equals("=") && !operator.equals("<>")) {
      return Value.UNKNOWN;
    }
    boolean differ =
        left instanceof Value.Unknown template && right instanceof Value.Text text
            ? !Texts.fits(text.text(), template.template())
            : right instanceof Value.Unknown other
                && left instanceof Value.Text known
                && !Texts.fits(known.text(), other.template());
    return differ ? Value.of(operator.equals("<>")) : Value.UNKNOWN;
  }

  private static Value distinct(Value left, Value right) {
    if (left.isUnknown() || right.isUnknown()) {
      return Value.UNKNOWN;
    }
    if (left instanceof Value.Null || right instanceof Value.Null) {
      return Value.of(left instanceof Value.Null != right instanceof Value.Null);
    }
    return negate(apply("=", left, right));
  }

  private static Value negate(Value value) {
    return value instanceof Value.Bool bool ? Value.of(!bool.value()) : value;
  }

  private static Value concatenate(Value left, Value right) {
    if (left instanceof Value.Array a && right instanceof Value.Array b) {
      var all = new ArrayList<>(a.elements());
      all.addAll(b.elements());
      return new Value.Array(all);
    }
    if (left instanceof Value.Array a) {
      var all = new ArrayList<>(a.elements());
      all.add(right);
      return new Value.Array(all);
    }
    if (left instanceof Value.Null || right instanceof Value.Null) {
      return Value.NULL;
    }
    return Texts.join(List.of(left, right));
  }

  /** {@return whether the two are equal; empty if they cannot be compared} */
  static Optional<Boolean> same(Value left, Value right) {
    if (MomentArithmetic.concerns(left, right)) {
      return MomentArithmetic.compare(left, right).map(order -> order == 0);
    }
    if (left instanceof Value.Numeric a && right instanceof Value.Numeric b) {
      return Optional.of(a.number().compareTo(b.number()) == 0);
    }
    if (left instanceof Value.Bool && right instanceof Value.Bool
        || left instanceof Value.Text && right instanceof Value.Text) {
      return Optional.of(left.equals(right));
    }
    if (left instanceof Value.Reference a && right instanceof Value.Reference b) {
      ObjectId id = a.id();
      return Optional.of(id.equals(b.id()));
    }
    if (left instanceof Value.Array a && right instanceof Value.Array b) {
      return Optional.of(a.equals(b));
    }
    return Optional.empty();
  }

  private static Value ordered(String operator, Value left, Value right) {
    Optional<Integer> times = MomentArithmetic.compare(left, right);
    int order;
    if (times.isPresent()) {
      order = times.get();
    } else if (left instanceof Value.Numeric a && right instanceof Value.Numeric b) {
      order = a.number().compareTo(b.number());
    } else if (left instanceof Value.Text a && right instanceof Value.Text b) {
      order = a.text().compareTo(b.text());
    } else {
      return Value.UNKNOWN;
    }
    return Value.of(
        switch (operator) {
          case "<" -> order < 0;
          case ">" -> order > 0;
          case "<=" -> order <= 0;
          default -> order >= 0;
        });
  }

  private static Value like(Value left, Value right, boolean ignoreCase) {
    if (left instanceof Value.Unknown unknown && !unknown.equals(Value.UNKNOWN)) {
      Value certain = like(new Value.Text(unknown.marked()), right, ignoreCase);
      return certain.isTrue() ? certain : Value.UNKNOWN;
    }
    if (!(left instanceof Value.Text text) || !(right instanceof Value.Text pattern)) {
      return Value.UNKNOWN;
    }
    var regex = new StringBuilder();
    String like = pattern.text();
    for (int i = 0; i < like.length(); i++) {
      char c = like.charAt(i);
      if (c == '\\' && i + 1 < like.length()) {
        regex.append(Pattern.quote(String.valueOf(like.charAt(++i))));
      } else if (c == '%') {
        regex.append(".*");
      } else {
        regex.append(c == '_' ? "." : Pattern.quote(String.valueOf(c)));
      }
    }
    int flags = Pattern.DOTALL | (ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
    return Value.of(Pattern.compile(regex.toString(), flags).matcher(text.text()).matches());
  }

  private static Value matches(Value left, Value right, boolean ignoreCase) {
    if (!(left instanceof Value.Text text) || !(right instanceof Value.Text pattern)) {
      return Value.UNKNOWN;
    }
    return PatternFunctions.compile(pattern.text(), ignoreCase)
        .map(compiled -> Value.of(compiled.matcher(text.text()).find()))
        .orElse(Value.UNKNOWN);
  }

  private static Value compute(String operator, Value left, Value right) {
    if (MomentArithmetic.concerns(left, right)) {
      return MomentArithmetic.compute(operator, left, right);
    }
    if (!(left instanceof Value.Numeric a) || !(right instanceof Value.Numeric b)) {
      return Value.UNKNOWN;
    }
    BigDecimal x = a.number();
    BigDecimal y = b.number();
    if (y.signum() == 0 && (operator.equals("/") || operator.equals("%"))) {
      return Value.UNKNOWN;
    }
    return new Value.Numeric(
        switch (operator) {
          case "+" -> x.add(y);
          case "-" -> x.subtract(y);
          case "*" -> x.multiply(y);
          case "/" ->
              x.scale() <= 0 && y.scale() <= 0
                  ? x.divide(y, 0, RoundingMode.DOWN)
                  : x.divide(y, 16, RoundingMode.HALF_UP);
          default -> x.remainder(y);
        });
  }

  private static Value arrays(String operator, Value left, Value right) {
    if (!(left instanceof Value.Array a) || !(right instanceof Value.Array b)) {
      return Value.UNKNOWN;
    }
    return Value.of(
        switch (operator) {
          case "@>" -> a.elements().containsAll(b.elements());
          case "<@" -> b.elements().containsAll(a.elements());
          default -> a.elements().stream().anyMatch(b.elements()::contains);
        });
  }

  /** {@return the text in lower case} */
  static Value lower(Value value) {
    return value instanceof Value.Text text
        ? new Value.Text(text.text().toLowerCase(Locale.ROOT))
        : value;
  }
}
