package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.TypeName;
import java.util.List;
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

  /** {@return whether only the catalogs change: varchar grows, or becomes text} */
  static boolean isCatalogOnly(TypeName from, TypeName to) {
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
