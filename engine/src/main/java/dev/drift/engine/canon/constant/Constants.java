package dev.drift.engine.canon.constant;

import dev.drift.engine.model.TypeName;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The canonical text of a constant, by type. */
public final class Constants {
  private static final Set<String> AS_WRITTEN =
      Set.of("text", "character varying", "name", "json", "xml", "char", "unknown", "citext");

  private Constants() {}

  /**
   * {@return {@code text}, as a string literal of {@code type}, in canonical form} Empty where the
   * type's rules are not known or the text is not readable by them, so that two different texts may
   * mean the same.
   */
  public static Optional<String> canonical(TypeName type, String text) {
    if (type.array()) {
      return ArrayText.canonical(type.element(), text);
    }
    if (!type.schema().equals("pg_catalog")) {
      return Optional.of(text);
    }
    if (type.name().equals("interval")) {
      return IntervalText.canonical(text.strip(), type.modifier());
    }
    return AS_WRITTEN.contains(type.name()) ? Optional.of(text) : builtin(type.name(), text);
  }

  private static Optional<String> builtin(String type, String text) {
    String trimmed = text.strip();
    return switch (type) {
      case "boolean" -> bool(trimmed.toLowerCase(Locale.ROOT));
      case "smallint", "integer", "bigint", "oid" -> integer(trimmed);
      case "numeric" -> numeric(trimmed);
      case "real", "double precision" -> floating(trimmed);
      case "bpchar", "character" -> Optional.of(text.stripTrailing());
      case "uuid" -> uuid(trimmed);
      case "jsonb" -> JsonText.canonical(text);
      case "bytea" -> bytea(text);
      case "date",
          "timestamp without time zone",
          "timestamp with time zone",
          "time without time zone" ->
          DateTimeText.canonical(type, trimmed);
      case "inet" -> Optional.of(trimmed.toLowerCase(Locale.ROOT).replaceFirst("/32$", ""));
      case "bit", "bit varying" -> Optional.of(bits(trimmed));
      case "regclass" -> Optional.of(text);
      default -> Optional.empty();
    };
  }

  private static Optional<String> bool(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if ("true".startsWith(text)
        || "yes".startsWith(text)
        || text.equals("on")
        || text.equals("1")) {
      return Optional.of("true");
    }
    boolean no =
        "false".startsWith(text)
            || "no".startsWith(text)
            || "off".startsWith(text) && text.length() > 1
            || text.equals("0");
    return no ? Optional.of("false") : Optional.empty();
  }

  private static Optional<String> integer(String text) {
    try {
      return Optional.of(new java.math.BigInteger(text).toString());
    } catch (NumberFormatException notPlain) {
      return Optional.empty();
    }
  }

  private static Optional<String> numeric(String text) {
    if (isPlainInteger(text)) {
      return Optional.of(text); // as most are; BigDecimal is slow to start
    }
    try {
      BigDecimal value = new BigDecimal(text);
      return Optional.of((value.scale() < 0 ? value.setScale(0) : value).toPlainString());
    } catch (NumberFormatException notFinite) {
      return Optional.of(special(text));
    }
  }

  private static String special(String text) {
    return text.toLowerCase(Locale.ROOT).replaceFirst("^\\+?(-?)inf$", "$1infinity");
  }

  /** Digits without a sign, and without zeros that say nothing. */
  private static boolean isPlainInteger(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> c >= '0' && c <= '9')
        && (text.length() == 1 || text.charAt(0) != '0');
  }

  private static Optional<String> floating(String text) {
    try {
      return Optional.of(Double.toString(Double.parseDouble(text)).toLowerCase(Locale.ROOT));
    } catch (NumberFormatException special) {
      return Optional.of(special(text));
    }
  }

  private static Optional<String> uuid(String text) {
    String digits = text.toLowerCase(Locale.ROOT).replaceAll("[{}-]", "");
    return digits.length() != 32
        ? Optional.empty()
        : Optional.of(digits.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
  }

  private static Optional<String> bytea(String text) {
    if (text.startsWith("\\x")) {
      return Optional.of(text.toLowerCase(Locale.ROOT).replaceAll("\\s", ""));
    }
    if (text.indexOf('\\') >= 0) {
      return Optional.empty();
    }
    var hex = new StringBuilder("\\x");
    for (byte b : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      hex.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
    }
    return Optional.of(hex.toString());
  }

  /** The digits of {@code B'101'}, {@code X'5'} or {@code 101}. */
  private static String bits(String text) {
    boolean quoted = text.length() > 2 && text.charAt(1) == '\'';
    String digits = quoted ? text.substring(2, text.length() - 1) : text;
    char radix = text.isEmpty() ? 'b' : Character.toLowerCase(text.charAt(0));
    if (radix != 'x') {
      return digits;
    }
    var bits = new StringBuilder();
    for (char digit : (quoted ? digits : text.substring(1)).toCharArray()) {
      String nibble = Integer.toBinaryString(Math.max(0, Character.digit(digit, 16)));
      bits.append("0".repeat(4 - nibble.length())).append(nibble);
    }
    return bits.toString();
  }
}
