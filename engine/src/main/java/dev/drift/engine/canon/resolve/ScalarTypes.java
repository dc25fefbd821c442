package dev.drift.engine.canon.resolve;

import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The types of expressions, told where columns, casts, operators and common functions show them.
 */
public final class ScalarTypes {
  private static final TypeName BOOLEAN = TypeName.builtin("boolean");
  private static final TypeName TEXT = TypeName.builtin("text");
  private static final List<String> NUMBERS =
      List.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
  private static final Set<String> COMPARISONS =
      Set.of(
          "=",
          "<>",
          "<",
          ">",
          "<=",
          ">=",
          "~~",
          "!~~",
          "~~*",
          "!~~*",
          "~",
          "!~",
          "~*",
          "!~*",
          "@>",
          "<@",
          "&&",
          "?",
          "?|",
          "?&",
          "@@",
          "overlaps",
          "^@");
  private static final Map<String, String> FUNCTIONS =
      Map.ofEntries(
          Map.entry("count", "bigint"),
          Map.entry("now", "timestamp with time zone"),
          Map.entry("clock_timestamp", "timestamp with time zone"),
          Map.entry("statement_timestamp", "timestamp with time zone"),
          Map.entry("lower", "text"),
          Map.entry("upper", "text"),
          Map.entry("initcap", "text"),
          Map.entry("concat", "text"),
          Map.entry("concat_ws", "text"),
          Map.entry("btrim", "text"),
          Map.entry("ltrim", "text"),
          Map.entry("rtrim", "text"),
          Map.entry("substr", "text"),
          Map.entry("replace", "text"),
          Map.entry("regexp_replace", "text"),
          Map.entry("split_part", "text"),
          Map.entry("to_char", "text"),
          Map.entry("md5", "text"),
          Map.entry("string_agg", "text"),
          Map.entry("format", "text"),
          Map.entry("left", "text"),
          Map.entry("right", "text"),
          Map.entry("lpad", "text"),
          Map.entry("rpad", "text"),
          Map.entry("array_to_string", "text"),
          Map.entry("length", "integer"),
          Map.entry("char_length", "integer"),
          Map.entry("octet_length", "integer"),
          Map.entry("array_length", "integer"),
          Map.entry("cardinality", "integer"),
          Map.entry("position", "integer"),
          Map.entry("strpos", "integer"),
          Map.entry("jsonb_array_length", "integer"),
          Map.entry("json_array_length", "integer"),
          Map.entry("row_number", "bigint"),
          Map.entry("rank", "bigint"),
          Map.entry("dense_rank", "bigint"),
          Map.entry("ntile", "integer"),
          Map.entry("nextval", "bigint"),
          Map.entry("bool_or", "boolean"),
          Map.entry("bool_and", "boolean"),
          Map.entry("every", "boolean"),
          Map.entry("gen_random_uuid", "uuid"),
          Map.entry("jsonb_build_object", "jsonb"),
          Map.entry("jsonb_agg", "jsonb"),
          Map.entry("json_agg", "json"),
          Map.entry("row_to_json", "json"),
          Map.entry("to_jsonb", "jsonb"),
          Map.entry("to_json", "json"),
          Map.entry("json_build_object", "json"),
          Map.entry("to_tsvector", "tsvector"),
          Map.entry("setweight", "tsvector"),
          Map.entry("random", "double precision"),
          Map.entry("jsonb_typeof", "text"),
          Map.entry("json_typeof", "text"),
          Map.entry("encode", "text"));

  private ScalarTypes() {}

  /** {@return the type of {@code scalar}, whose columns' types {@code columns} tells} */
  public static Optional<TypeName> of(
      Scalar scalar, Function<Node.Column, Optional<TypeName>> columns) {
    return switch (scalar) {
      case Node.Column column -> columns.apply(column);
      case Node.Cast cast -> Optional.of(cast.type());
      case Node.Constant constant -> Optional.of(constant.type());
      case Node.Literal literal -> literal(literal);
      case Node.Collate collate -> of(collate.arg(), columns);
      case Node.And and -> Optional.of(BOOLEAN);
      case Node.Or or -> Optional.of(BOOLEAN);
      case Node.Not not -> Optional.of(BOOLEAN);
      case Node.Test test -> Optional.of(BOOLEAN);
      case Node.Distinct distinct -> Optional.of(BOOLEAN);
      case Node.Between between -> Optional.of(BOOLEAN);
      case Node.In in -> Optional.of(BOOLEAN);
      case Node.InQuery in -> Optional.of(BOOLEAN);
      case Node.Like like -> Optional.of(BOOLEAN);
      case Node.Exists exists -> Optional.of(BOOLEAN);
      case Node.Quantified quantified -> Optional.of(BOOLEAN);
      case Node.Binary binary -> binary(binary, columns);
      case Node.Unary unary -> of(unary.arg(), columns).filter(ScalarTypes::isNumber);
      case Node.Case branches -> branches(branches, columns);
      case Node.Call call -> call(call, columns);
      case Node.ValueFunction value -> value(value.word());
      case Node.Special special -> special(special);
      case Node.ArrayOf array ->
          array.elements().isEmpty()
              ? Optional.empty()
              : of(array.elements().get(0), columns).map(TypeName::toArray);
      case Node.Subscript subscript ->
          of(subscript.of(), columns)
              .filter(type -> type.array() && !subscript.slice())
              .map(TypeName::element);
      case Node.Parameter other -> Optional.empty();
      case Node.Bound other -> Optional.empty();
      case Node.Star other -> Optional.empty();
      case Node.Field other -> Optional.empty();
      case Node.FieldStar other -> Optional.empty();
      case Node.Row other -> Optional.empty();
      case Node.Subquery other -> Optional.empty();
      case Node.ArrayQuery other -> Optional.empty();
      case Node.AtTimeZone other -> Optional.empty();
    };
  }

  private static Optional<TypeName> literal(Node.Literal literal) {
    return switch (literal.kind()) {
      case TRUE, FALSE -> Optional.of(BOOLEAN);
      case NUMBER -> Optional.of(TypeName.builtin(number(literal.text())));
      case BITS -> Optional.of(TypeName.builtin("bit"));
      case STRING, NULL -> Optional.empty();
    };
  }

  private static String number(String text) {
    boolean integral = text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-');
    if (!integral || text.length() > 19) {
      return "numeric";
    }
    return text.length() < 10 ? "integer" : "bigint";
  }

  private static boolean isNumber(TypeName type) {
    return type.schema().equals("pg_catalog") && !type.array() && NUMBERS.contains(type.name());
  }

  private static Optional<TypeName> binary(
      Node.Binary binary, Function<Node.Column, Optional<TypeName>> columns) {
    String operator = binary.operator().name();
    if (COMPARISONS.contains(operator)) {
      return Optional.of(BOOLEAN);
    }
    Optional<TypeName> left = of(binary.left(), columns);
    if (operator.equals("->>") || operator.equals("#>>")) {
      return Optional.of(TEXT);
    }
    if (operator.equals("->") || operator.equals("#>")) {
      return left;
    }
    Optional<TypeName> right = of(binary.right(), columns);
    if (left.filter(ScalarTypes::isNumber).isEmpty()
        || right.filter(ScalarTypes::isNumber).isEmpty()) {
      return Optional.empty();
    }
    int one = NUMBERS.indexOf(left.get().name());
    int other = NUMBERS.indexOf(right.get().name());
    boolean mixed = one != other && NUMBERS.get(Math.max(one, other)).equals("real");
    return Optional.of(
        TypeName.builtin(mixed ? "double precision" : NUMBERS.get(Math.max(one, other))));
  }

  private static Optional<TypeName> branches(
      Node.Case branches, Function<Node.Column, Optional<TypeName>> columns) {
    return branches.whens().stream()
        .map(when -> of(when.result(), columns))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<TypeName> call(
      Node.Call call, Function<Node.Column, Optional<TypeName>> columns) {
    if (!call.function().schema().isEmpty() && !call.function().schema().equals("pg_catalog")) {
      return Optional.empty();
    }
    String name = call.function().name();
    if (FUNCTIONS.containsKey(name)) {
      boolean range =
          (name.equals("lower") || name.equals("upper"))
              && call.args().size() == 1
              && of(call.args().get(0).value(), columns)
                  .filter(type -> type.name().endsWith("range"))
                  .isPresent();
      return range ? Optional.empty() : Optional.of(TypeName.builtin(FUNCTIONS.get(name)));
    }
    return switch (name) {
      case "coalesce", "greatest", "least", "nullif" ->
          call.args().stream()
              .map(argument -> of(argument.value(), columns))
              .flatMap(Optional::stream)
              .findFirst()
              .map(ScalarTypes::withoutModifier);
      case "max", "min" ->
          of(call.args().get(0).value(), columns)
              .map(type -> type.isBuiltin("character varying") ? TEXT : withoutModifier(type));
      case "date_trunc" ->
          of(call.args().get(call.args().size() > 1 ? 1 : 0).value(), columns)
              .map(
                  type ->
                      type.isBuiltin("date")
                          ? TypeName.builtin("timestamp with time zone")
                          : withoutModifier(type));
      case "array_agg" ->
          call.args().stream()
              .map(argument -> of(argument.value(), columns))
              .flatMap(Optional::stream)
              .findFirst()
              .map(TypeName::toArray);
      default -> Optional.empty();
    };
  }

  /** {@return the type of the built-in function {@code function}, where all of that name agree} */
  public static Optional<TypeName> ofFunction(Name function) {
    boolean depends = function.name().equals("lower") || function.name().equals("upper");
    return !depends && function.schema().isEmpty() && FUNCTIONS.containsKey(function.name())
        ? Optional.of(TypeName.builtin(FUNCTIONS.get(function.name())))
        : Optional.empty();
  }

  private static TypeName withoutModifier(TypeName type) {
    return new TypeName(type.schema(), type.name(), "", type.array());
  }

  private static Optional<TypeName> value(String word) {
    return switch (word) {
      case "current_date" -> Optional.of(TypeName.builtin("date"));
      case "current_timestamp" -> Optional.of(TypeName.builtin("timestamp with time zone"));
      case "localtimestamp" -> Optional.of(TypeName.builtin("timestamp without time zone"));
      case "current_time" -> Optional.of(TypeName.builtin("time with time zone"));
      case "localtime" -> Optional.of(TypeName.builtin("time without time zone"));
      default -> Optional.of(TypeName.builtin("name"));
    };
  }

  private static Optional<TypeName> special(Node.Special special) {
    return switch (special.word()) {
      case "TRIM", "OVERLAY", "NORMALIZE" -> Optional.of(TEXT);
      case "POSITION" -> Optional.of(TypeName.builtin("integer"));
      default -> Optional.empty();
    };
  }
}
