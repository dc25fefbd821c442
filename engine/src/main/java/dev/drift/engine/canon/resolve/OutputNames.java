package dev.drift.engine.canon.resolve;

import dev.drift.engine.canon.Types;
import dev.drift.engine.canon.tree.Body;
import dev.drift.engine.canon.tree.Clause;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.model.TypeName;
import java.util.Locale;
import java.util.Optional;

/**
 * The names that PostgreSQL gives to output columns without one (parse_target.c, FigureColname).
 */
public final class OutputNames {
  static final String NONE = "?column?";

  private OutputNames() {}

  static String of(Clause.Target target) {
    if (!target.alias().isEmpty()) {
      return target.alias();
    }
    Guess guess = guess(target.value());
    return guess.strength() == 0 ? NONE : guess.name();
  }

  /** {@return the name that an expression gives, if it gives one} */
  public static Optional<String> of(Scalar scalar) {
    Guess guess = guess(scalar);
    return guess.strength() == 0 ? Optional.empty() : Optional.of(guess.name());
  }

  /** {@return whether it is the word TRUE or FALSE} */
  public static boolean isTruth(Scalar scalar) {
    return scalar instanceof Node.Literal literal
        && (literal.kind() == Node.LiteralKind.TRUE || literal.kind() == Node.LiteralKind.FALSE);
  }

  /** A name and how good it is: 0 none, 1 from a type or CASE, 2 from a column or function. */
  private record Guess(String name, int strength) {}

  private static Guess sure(String name) {
    return new Guess(name, 2);
  }

  private static Guess guess(Scalar scalar) {
    return switch (scalar) {
      case Node.Column column -> sure(column.name());
      case Node.Bound bound -> sure(bound.name());
      case Node.Field field -> sure(field.name());
      case Node.Subscript subscript -> guess(subscript.of());
      case Node.Call call -> sure(call.function().name());
      case Node.Cast cast -> cast(cast);
      case Node.Constant constant -> new Guess(typeName(constant.type()), 1);
      case Node.Loose loose -> guess(loose.arg());
      case Node.Collate collate -> guess(collate.arg());
      case Node.Exists exists -> sure("exists");
      case Node.ArrayQuery array -> sure("array");
      case Node.Subquery subquery -> subquery(subquery.query());
      case Node.Case branches -> {
        Guess last = branches.otherwise().map(OutputNames::guess).orElseGet(() -> new Guess("", 0));
        yield last.strength() > 1 ? last : new Guess("case", 1);
      }
      case Node.Items items -> sure("array");
      case Node.ArrayOf array -> sure("array");
      case Node.Row row -> sure("row");
      case Node.AtTimeZone zone -> sure("timezone");
      case Node.ValueFunction value -> sure(value.word());
      case Node.Special special -> sure(special(special));
      case Node.Literal literal -> new Guess("", 0);
      case Node.Star star -> new Guess("", 0);
      case Node.FieldStar star -> new Guess("", 0);
      case Node.Parameter parameter -> new Guess("", 0);
      case Node.Unary unary -> new Guess("", 0);
      case Node.Binary binary ->
          binary.operator().name().equals("overlaps") ? sure("overlaps") : new Guess("", 0);
      case Node.And and -> new Guess("", 0);
      case Node.Or or -> new Guess("", 0);
      case Node.Not not -> new Guess("", 0);
      case Node.Test test -> new Guess("", 0);
      case Node.Distinct distinct -> new Guess("", 0);
      case Node.Between between -> new Guess("", 0);
      case Node.In in -> new Guess("", 0);
      case Node.InQuery in -> new Guess("", 0);
      case Node.Like like -> new Guess("", 0);
      case Node.Quantified quantified -> new Guess("", 0);
    };
  }

  private static Guess cast(Node.Cast cast) {
    Guess arg = guess(cast.arg());
    return arg.strength() > 1 ? arg : new Guess(typeName(cast.type()), 1);
  }

  private static String typeName(TypeName type) {
    return Types.catalogName(type);
  }

  private static Guess subquery(QueryNode query) {
    Body body = query.body();
    while (body instanceof Body.SetOperation set) {
      body = set.left();
    }
    return switch (body) {
      case Body.Select select when !select.targets().isEmpty() -> named(select.targets().get(0));
      case Body.Nested(QueryNode inner) -> subquery(inner);
      case Body.Values values -> sure("column1");
      case Body.Select none -> new Guess("", 0);
      case Body.SetOperation done -> new Guess("", 0);
    };
  }

  private static Guess named(Clause.Target target) {
    String name = of(target);
    return name.equals(NONE) ? new Guess("", 0) : sure(name);
  }

  /** The function behind the syntax, which gives the name. */
  private static String special(Node.Special special) {
    if (special.word().equals("TRIM")) {
      String first = special.parts().isEmpty() ? "" : special.parts().get(0).word();
      return switch (first) {
        case "LEADING" -> "ltrim";
        case "TRAILING" -> "rtrim";
        default -> "btrim";
      };
    }
    return special.word().toLowerCase(Locale.ROOT);
  }
}
