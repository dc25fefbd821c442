package dev.drift.engine.ddl.guard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code value::type}. */
public final class Casts {
  private static final Set<String> TEXTS =
      Set.of("text", "varchar", "character varying", "name", "character", "char", "cstring");
  private static final Set<String> INTEGERS =
      Set.of("int", "integer", "int2", "int4", "int8", "bigint", "smallint");
  private static final Set<String> NUMBERS =
      Set.of(
          "int",
          "integer",
          "int2",
          "int4",
          "int8",
          "bigint",
          "smallint",
          "numeric",
          "decimal",
          "real",
          "double precision");

  private Casts() {}

  /** {@return whether this is the name of a type for dates and times} */
  public static boolean isMoment(String type) {
    return MomentType.named(type).isPresent();
  }

  /** {@return the value in a type for dates and times} */
  public static Value moment(Value value, String type, Now now) {
    return MomentType.named(type).orElseThrow().cast(value, now);
  }

  /** {@return the date or time as text} */
  public static Value text(Moment moment) {
    return new Value.Text(MomentText.write(moment));
  }

  static Value cast(Value value, String type, Facts facts) {
    if (value instanceof Value.Null || value instanceof Value.Array && type.endsWith("[]")) {
      return value;
    }
    if (TEXTS.contains(type)) {
      return value instanceof Value.Unknown ? value : Texts.of(Texts.template(value));
    }
    if (value.isUnknown()) {
      return Value.UNKNOWN;
    }
    if (type.startsWith("reg")) {
      return reference(value, type, facts);
    }
    if (NUMBERS.contains(type)) {
      return number(value, INTEGERS.contains(type));
    }
    Optional<MomentType> moment = MomentType.named(type);
    if (moment.isPresent()) {
      return moment.get().cast(value, facts.now());
    }
    return switch (type) {
      case "bool", "boolean" -> bool(value);
      case "oid" -> value instanceof Value.Reference ? value : Value.UNKNOWN;
      case "text[]", "varchar[]", "name[]", "character varying[]" ->
          value instanceof Value.Text text ? ArrayFunctions.parse(text.text()) : Value.UNKNOWN;
      default -> value instanceof Value.Text ? value : Value.UNKNOWN;
    };
  }

  private static Value reference(Value value, String type, Facts facts) {
    if (value instanceof Value.Reference reference) {
      return new Value.Reference(reference.id(), type);
    }
    if (!(value instanceof Value.Text text)) {
      return Value.UNKNOWN;
    }
    return References.find(text.text(), type, facts).orElseThrow(() -> missing(text.text(), type));
  }

  private static SqlError missing(String name, String type) {
    return switch (type) {
      case "regclass" ->
          new SqlError(
              "undefined_table", "relation \"" + name + "\" does not exist", Optional.empty());
      case "regproc", "regprocedure" ->
          new SqlError(
              "undefined_function", "function \"" + name + "\" does not exist", Optional.empty());
      case "regnamespace" ->
          new SqlError(
              "invalid_schema_name", "schema \"" + name + "\" does not exist", Optional.empty());
      default ->
          new SqlError(
              "undefined_object", "type \"" + name + "\" does not exist", Optional.empty());
    };
  }

  private static Value number(Value value, boolean whole) {
    if (value instanceof Value.Numeric numeric) {
      return whole ? new Value.Numeric(numeric.number().setScale(0, RoundingMode.HALF_UP)) : value;
    }
    try {
      return value instanceof Value.Text text
          ? new Value.Numeric(new BigDecimal(text.text().strip()))
          : Value.UNKNOWN;
    } catch (NumberFormatException e) {
      return Value.UNKNOWN;
    }
  }

  private static Value bool(Value value) {
    if (value instanceof Value.Bool) {
      return value;
    }
    return switch (Texts.text(value).orElse("").toLowerCase(Locale.ROOT)) {
      case "t", "true", "yes", "on", "1" -> Value.TRUE;
      case "f", "false", "no", "off", "0" -> Value.FALSE;
      default -> Value.UNKNOWN;
    };
  }
}
