package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What changing a column's type takes: a cast, a rewrite, or values. */
final class TypeChange {
  private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");
  private static final Set<String> NUMBERS =
      Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
  private static final Set<String> TEXTS =
      Set.of("text", "character varying", "bpchar", "character", "name");
  private static final Set<String> TIMES =
      Set.of(
          "date",
          "time without time zone",
          "time with time zone",
          "timestamp without time zone",
          "timestamp with time zone");
  private static final Set<String> DOCUMENTS = Set.of("json", "jsonb");

  /** Casts that change nothing but the name (castmethod {@code b} in pg_cast). */
  private static final Map<String, Set<String>> RELABELLED =
      Map.of(
          "cidr", Set.of("inet"),
          "xml", Set.of("text", "character varying"),
          "integer", Set.of("oid"),
          "oid", Set.of("integer"),
          "bit", Set.of("bit varying"),
          "text", Set.of("bpchar"),
          "character varying", Set.of("bpchar"));

  /** Types with a length that may grow. */
  private static final Set<String> GROWING =
      Set.of(
          "bit varying",
          "interval",
          "time without time zone",
          "time with time zone",
          "timestamp without time zone",
          "timestamp with time zone");

  /** Digits of a second that are kept at most, which is as good as no limit. */
  private static final int MOST_DIGITS = 6;

  private TypeChange() {}

  /** {@return the USING clause, with a space before; empty where the assignment cast does} */
  static String using(String column, TypeName from, TypeName to) {
    String name = quote(column);
    if (to.array() && !from.array()) {
      String element = using(column, from, to.element()).replaceFirst("^ USING ", "");
      return " USING CASE WHEN "
          + name
          + " IS NOT NULL THEN ARRAY["
          + (element.isEmpty() ? name : element)
          + "]::"
          + Types.sql(to)
          + " END";
    }
    if (castsByAssignment(from, to) && isRelabelled(from, to)) {
      return "";
    }
    if (sameFamily(from, to) || isText(to) && !from.array()) {
      return castsByAssignment(from, to) ? "" : " USING " + name + "::" + Types.sql(to);
    }
    boolean direct = isText(from) || from.array() && to.array() && isText(to.element());
    return " USING " + name + (direct ? "::" : "::text::") + Types.sql(to);
  }

  private static boolean castsByAssignment(TypeName from, TypeName to) {
    return !from.array() && !to.array() && isBuiltin(from) && isBuiltin(to);
  }

  private static boolean sameFamily(TypeName from, TypeName to) {
    if (from.array() != to.array() || !isBuiltin(from) || !isBuiltin(to)) {
      return from.array() == to.array()
          && from.schema().equals(to.schema())
          && from.name().equals(to.name());
    }
    return from.name().equals(to.name())
        || NUMBERS.contains(from.name()) && NUMBERS.contains(to.name())
        || TEXTS.contains(from.name()) && TEXTS.contains(to.name())
        || DOCUMENTS.contains(from.name()) && DOCUMENTS.contains(to.name())
        || TIMES.contains(from.name())
            && TIMES.contains(to.name())
            && (to.name().startsWith("timestamp")
                || from.name().startsWith("timestamp")
                || from.name().startsWith("time") == to.name().startsWith("time"));
  }

  /** {@return whether values may come out less than they went in} */
  static boolean losesData(TypeName from, TypeName to) {
    if (!isBuiltin(from) || !isBuiltin(to) || from.array() || to.array()) {
      return false;
    }
    String a = from.name();
    String b = to.name();
    if (a.equals("timestamp with time zone") || a.equals("timestamp without time zone")) {
      return b.equals("date") || b.startsWith("time ") || shrinks(from, to);
    }
    boolean fraction = a.equals("numeric") || a.equals("real") || a.equals("double precision");
    if (fraction && INTEGERS.contains(b)) {
      return !(a.equals("numeric") && scale(from) == 0);
    }
    if (a.equals("numeric") && b.equals("numeric")) {
      return !to.modifier().isEmpty() && (from.modifier().isEmpty() || scale(to) < scale(from));
    }
    return a.equals("double precision") && b.equals("real")
        || fraction && b.equals("real") && !a.equals("real");
  }

  /** {@return whether the values may not fit} */
  static boolean mayFail(TypeName from, TypeName to) {
    return !isWidening(from, to);
  }

  /**
   * {@return whether only the catalogs change: the values stay as they are stored, and none can be
   * too large} Which casts do nothing is in pg_cast; which changes of a modifier do nothing, in the
   * functions that the planner asks (varchar_support, numeric_support, TemporalSimplify, …).
   */
  static boolean isCatalogOnly(TypeName from, TypeName to) {
    if (from.equals(to)) {
      return true;
    }
    if (from.array() || to.array() || !isBuiltin(from) || !isBuiltin(to)) {
      return false;
    }
    boolean varchar = from.name().equals("character varying");
    if (varchar && to.name().equals("text") || from.name().equals("text") && unlimited(to)) {
      return true;
    }
    if (varchar && to.name().equals("character varying")) {
      return unlimited(to) || !from.modifier().isEmpty() && length(to) >= length(from);
    }
    if (isRelabelled(from, to)) {
      return to.modifier().isEmpty();
    }
    if (from.name().equals(to.name()) && GROWING.contains(to.name())) {
      return to.modifier().isEmpty()
          || isLength(from) && isLength(to) && length(to) >= length(from)
          || isLength(to) && length(to) == MOST_DIGITS && !to.name().equals("bit varying");
    }
    return from.name().equals("numeric")
        && to.name().equals("numeric")
        && (to.modifier().isEmpty()
            || !from.modifier().isEmpty()
                && scale(to) == scale(from)
                && precision(to) >= precision(from));
  }

  static boolean isNumber(TypeName type) {
    return isBuiltin(type) && !type.array() && NUMBERS.contains(type.name());
  }

  private static boolean isWidening(TypeName from, TypeName to) {
    int narrow = INTEGERS.indexOf(from.name());
    int wide = INTEGERS.indexOf(to.name());
    return isCatalogOnly(from, to)
        || narrow >= 0 && (wide >= narrow || to.name().equals("numeric") && to.modifier().isEmpty())
        || to.name().equals("text") && !to.array();
  }

  private static boolean unlimited(TypeName type) {
    return type.name().equals("character varying") && type.modifier().isEmpty();
  }

  private static boolean shrinks(TypeName from, TypeName to) {
    int before = from.modifier().isEmpty() ? 6 : length(from);
    int after = to.modifier().isEmpty() ? 6 : length(to);
    return to.name().startsWith("timestamp") && after < before;
  }

  private static boolean isRelabelled(TypeName from, TypeName to) {
    return RELABELLED.getOrDefault(from.name(), Set.of()).contains(to.name());
  }

  private static boolean isLength(TypeName type) {
    return type.modifier().matches("\\d+");
  }

  private static int length(TypeName type) {
    return precision(type);
  }

  private static int precision(TypeName type) {
    return type.modifier().isEmpty() ? 0 : Integer.parseInt(type.modifier().split(",")[0].strip());
  }

  private static int scale(TypeName type) {
    String[] parts = type.modifier().split(",");
    return parts.length < 2 ? 0 : Integer.parseInt(parts[1].strip());
  }

  private static boolean isText(TypeName type) {
    return isBuiltin(type) && !type.array() && TEXTS.contains(type.name());
  }

  private static boolean isBuiltin(TypeName type) {
    return type.schema().equals("pg_catalog");
  }
}
