package dev.drift.engine.ddl.guard;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.Sequence;
import dev.drift.engine.sql.Identifiers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The built-in functions that guards use. */
final class Functions {
  private Functions() {}

  /** {@return what the function gives; empty if it is not one of these} */
  static Optional<Value> call(String name, List<Value> arguments, Facts facts) {
    return switch (name) {
      case "coalesce" -> Optional.of(coalesce(arguments));
      case "concat" -> Optional.of(Texts.join(arguments));
      case "format" -> Optional.of(FormatFunction.apply(arguments));
      case "concat_ws" -> Optional.of(TextFunctions.separated(arguments));
      case "nullif" -> Optional.of(nullIf(arguments));
      case "greatest" -> Optional.of(extreme(arguments, ">"));
      case "least" -> Optional.of(extreme(arguments, "<"));
      case "row" -> Optional.of(Value.UNKNOWN);
      default -> arguments.isEmpty() ? session(name, facts) : strict(name, arguments, facts);
    };
  }

  private static Value coalesce(List<Value> arguments) {
    for (Value argument : arguments) {
      if (!(argument instanceof Value.Null)) {
        return argument;
      }
    }
    return Value.NULL;
  }

  private static Value nullIf(List<Value> arguments) {
    Value same = Operators.apply("=", arguments.get(0), arguments.get(1));
    return same.isUnknown() ? Value.UNKNOWN : same.isTrue() ? Value.NULL : arguments.get(0);
  }

  private static Value extreme(List<Value> arguments, String operator) {
    Value found = Value.NULL;
    for (Value argument : arguments) {
      Value better =
          found instanceof Value.Null
              ? Value.TRUE
              : argument instanceof Value.Null
                  ? Value.FALSE
                  : Operators.apply(operator, argument, found);
      if (better.isUnknown()) {
        return Value.UNKNOWN;
      }
      found = better.isTrue() ? argument : found;
    }
    return found;
  }

  private static Optional<Value> session(String name, Facts facts) {
    return switch (name) {
      case "current_schema" ->
          Optional.of(facts.currentSchema().<Value>map(Value.Text::new).orElse(Value.NULL));
      case "version" ->
          Optional.of(new Value.Text("PostgreSQL " + facts.serverMajor() + ".0 on a server"));
      case "current_user", "session_user", "user", "current_role" ->
          Optional.of(
              facts.roles().areKnown() && !facts.roles().migrating().equals(Roles.SOMEONE)
                  ? new Value.Text(facts.roles().migrating())
                  : Value.UNKNOWN);
      case "current_database", "current_catalog", "random", "gen_random_uuid", "pg_backend_pid" ->
          Optional.of(Value.UNKNOWN);
      default -> MomentFunctions.clock(name, facts.now());
    };
  }

  /** Functions that give null for null. */
  private static Optional<Value> strict(String name, List<Value> arguments, Facts facts) {
    Value first = arguments.get(0);
    boolean anyNull = arguments.stream().anyMatch(Value.Null.class::isInstance);
    if (name.startsWith("to_reg")) {
      return Optional.of(anyNull ? Value.NULL : toReg(name, first, facts));
    }
    Optional<Value> result = byText(name, arguments, facts);
    return anyNull && result.isPresent() ? Optional.of(Value.NULL) : result;
  }

  private static Value toReg(String name, Value value, Facts facts) {
    if (!(value instanceof Value.Text text)) {
      return Value.UNKNOWN;
    }
    return References.find(text.text(), name.substring("to_".length()), facts).orElse(Value.NULL);
  }

  private static Optional<Value> byText(String name, List<Value> arguments, Facts facts) {
    Value first = arguments.get(0);
    Optional<String> text = Texts.text(first);
    return switch (name) {
      case "quote_ident" ->
          Optional.of(
              text.<Value>map(t -> new Value.Text(Identifiers.quote(t)))
                  .orElse(Texts.of(Texts.template(first))));
      case "quote_literal", "quote_nullable" ->
          Optional.of(
              text.<Value>map(t -> new Value.Text(Identifiers.literal(t)))
                  .orElse(Texts.of("'" + Texts.template(first) + "'")));
      case "lower" -> Optional.of(Texts.of(Texts.template(first).toLowerCase(Locale.ROOT)));
      case "upper" -> Optional.of(Texts.of(Texts.template(first).toUpperCase(Locale.ROOT)));
      case "regexp_replace" -> Optional.of(PatternFunctions.replace(arguments));
      case "regexp_split_to_array" -> Optional.of(PatternFunctions.split(arguments));
      case "pg_get_expr" -> Optional.of(first);
      case "array_append" -> Optional.of(Operators.apply("||", first, arguments.get(1)));
      case "pg_get_viewdef" -> Optional.of(ViewTexts.of(first, facts));
      case "current_setting" -> Optional.of(setting(text, arguments.size() > 1, facts));
      case "current_schemas" ->
          Optional.of(
              new Value.Array(facts.searchPath().stream().<Value>map(Value.Text::new).toList()));
      case "pg_table_is_visible", "pg_type_is_visible", "pg_function_is_visible" ->
          Optional.of(isVisible(first, facts));
      case "pg_get_serial_sequence" -> Optional.of(serialSequence(arguments, facts));
      case "pg_get_function_identity_arguments" -> Optional.of(arguments(first, false, facts));
      case "pg_get_function_arguments" -> Optional.of(arguments(first, true, facts));
      default ->
          MomentFunctions.call(name, arguments, facts.now())
              .or(() -> ArrayFunctions.call(name, first))
              .or(() -> TextFunctions.call(name, arguments))
              .or(() -> PieceFunctions.call(name, arguments))
              .or(() -> NumberFunctions.call(name, arguments));
    };
  }

  private static Value setting(Optional<String> name, boolean missingOk, Facts facts) {
    Optional<String> version = facts.version(name.orElse(""));
    if (version.isPresent()) {
      return new Value.Text(version.get());
    }
    return switch (name.orElse("")) {
      case "search_path" -> new Value.Text(String.join(", ", facts.searchPath()));
      default -> {
        String value = facts.settings().get(name.orElse(""));
        yield value != null
            ? new Value.Text(value)
            : isCustom(name) && missingOk ? Value.NULL : Value.UNKNOWN;
      }
    };
  }

  /** A parameter with a dot is one that nothing defines but a SET before. */
  private static boolean isCustom(Optional<String> name) {
    return name.filter(n -> n.indexOf('.') > 0).isPresent();
  }

  private static Value isVisible(Value value, Facts facts) {
    return value instanceof Value.Reference reference
        ? Value.of(facts.searchPath().contains(reference.id().schema()))
        : Value.UNKNOWN;
  }

  private static Value serialSequence(List<Value> arguments, Facts facts) {
    if (arguments.size() != 2
        || !(arguments.get(0) instanceof Value.Text table)
        || !(arguments.get(1) instanceof Value.Text column)) {
      return Value.UNKNOWN;
    }
    Optional<ObjectId> owner =
        References.find(table.text(), "regclass", facts)
            .filter(Value.Reference.class::isInstance)
            .map(found -> ObjectId.column(((Value.Reference) found).id(), column.text()));
    if (owner.isEmpty()) {
      return Value.UNKNOWN;
    }
    Optional<String> identity =
        facts
            .objects()
            .find(owner.get(), Column.class)
            .flatMap(Column::identity)
            .map(i -> Identifiers.quote(i.sequence().schema(), i.sequence().name()));
    return identity
        .or(
            () ->
                facts.objects().ofKind(Kind.SEQUENCE).stream()
                    .map(Sequence.class::cast)
                    .filter(sequence -> sequence.ownedBy().equals(owner))
                    .map(s -> Identifiers.quote(s.id().schema(), s.id().name()))
                    .findFirst())
        .<Value>map(Value.Text::new)
        .orElse(Value.NULL);
  }

  private static Value arguments(Value value, boolean whole, Facts facts) {
    if (!(value instanceof Value.Reference reference)) {
      return Value.UNKNOWN;
    }
    return facts
        .objects()
        .find(reference.id(), Routine.class)
        .<Value>map(
            routine ->
                new Value.Text(
                    routine.parameters().stream()
                        .filter(parameter -> isArgument(parameter.mode(), whole))
                        .map(parameter -> parameter(parameter, whole))
                        .collect(Collectors.joining(", "))))
        .orElse(Value.UNKNOWN);
  }

  /** Columns of a RETURNS TABLE stand in the result. */
  private static boolean isArgument(Routine.Mode mode, boolean whole) {
    return whole ? mode != Routine.Mode.TABLE : mode.isInput();
  }

  private static String parameter(Routine.Parameter parameter, boolean whole) {
    String mode = parameter.mode() == Routine.Mode.IN ? "" : parameter.mode().name() + ' ';
    String name = parameter.name().isEmpty() ? "" : Identifiers.quote(parameter.name()) + ' ';
    String value =
        parameter.defaultValue().filter(d -> whole).map(d -> " DEFAULT " + d.sql()).orElse("");
    return mode + name + Types.argument(parameter.type()) + value;
  }

  /** {@return the number of a value that is one} */
  static Optional<BigDecimal> number(Value value) {
    return value instanceof Value.Numeric numeric
        ? Optional.of(numeric.number())
        : Optional.empty();
  }
}
