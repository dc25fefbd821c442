package dev.drift.engine.canon.match;

import dev.drift.engine.canon.Match;
import dev.drift.engine.canon.Types;
import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which casts PostgreSQL makes without being asked (pg_cast.dat, castcontext i). */
final class Coercions {
  private static final List<String> NUMBERS =
      List.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
  private static final Map<String, Set<String>> IMPLICIT =
      Map.of(
          "character varying", Set.of("text", "bpchar", "name", "regclass"),
          "character", Set.of("text", "character varying", "name", "bpchar"),
          "bpchar", Set.of("text", "character varying", "name"),
          "text", Set.of("bpchar", "character varying", "name", "regclass"),
          "name", Set.of("text", "character varying", "bpchar"),
          "char", Set.of("text"),
          "date", Set.of("timestamp without time zone", "timestamp with time zone"),
          "timestamp without time zone", Set.of("timestamp with time zone"),
          "time without time zone", Set.of("time with time zone", "interval"),
          "cidr", Set.of("inet"));

  private Coercions() {}

  /** {@return whether a value of type {@code from} becomes {@code to} implicitly, or is it} */
  static boolean isImplicit(TypeName from, TypeName to) {
    if (isNothing(from, to)) {
      return true;
    }
    if (!isBuiltin(from)) {
      return true;
    }
    if (from.array() || to.array()) {
      return from.array() == to.array() && isImplicit(from.element(), to.element());
    }
    if (!isBuiltin(to) || !to.modifier().isEmpty()) {
      return false;
    }
    int source = NUMBERS.indexOf(from.name());
    if (source >= 0) {
      return NUMBERS.indexOf(to.name()) > source || source < 3 && isObjectId(to);
    }
    return IMPLICIT.getOrDefault(from.name(), Set.of()).contains(to.name())
        || isObjectId(from) && isObjectId(to);
  }

  /** {@return whether casting {@code from} to {@code to} changes nothing, so that it is dropped} */
  static boolean isNothing(TypeName from, TypeName to) {
    TypeName plain = to.plain();
    return Types.compare(from, to) == Match.EQUAL
        || to.modifier().isEmpty() && Types.compare(from.plain(), plain) == Match.EQUAL;
  }

  private static boolean isBuiltin(TypeName type) {
    return type.schema().equals("pg_catalog");
  }

  private static boolean isObjectId(TypeName type) {
    return type.name().equals("oid") || type.name().startsWith("reg");
  }
}
