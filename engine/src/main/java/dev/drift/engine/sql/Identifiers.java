package dev.drift.engine.sql;

import java.util.Set;

/** Quoting of names and strings, as {@code quote_ident} and {@code quote_literal} do it. */
public final class Identifiers {
  /**
   * Key words that {@code quote_ident} quotes: all but the unreserved ones (kwlist.h, 12 to 18).
   */
  private static final Set<String> QUOTED_KEYWORDS =
      Set.of(
          """
          all analyse analyze and any array as asc asymmetric authorization between bigint binary
          bit boolean both case cast char character check coalesce collate collation column
          concurrently constraint create cross current_catalog current_date current_role
          current_schema current_time current_timestamp current_user dec decimal default
          deferrable desc distinct do else end except exists extract false fetch float for foreign
          freeze from full grant greatest group grouping having ilike in initially inner inout int
          integer intersect interval into is isnull join json json_array json_arrayagg json_exists
          json_object json_objectagg json_query json_scalar json_serialize json_table json_value
          lateral leading least left like limit localtime localtimestamp merge_action national
          natural nchar none normalize not notnull null nullif numeric offset on only or order out
          outer overlaps overlay placing position precision primary real references returning
          right row select session_user setof similar smallint some substring symmetric
          system_user table tablesample then time timestamp to trailing treat trim true union
          unique user using values varchar variadic verbose when where window with xmlattributes
          xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot
          xmlserialize xmltable
          """
              .split("\\s+"));

  private Identifiers() {}

  /** {@return {@code name} as it must be written to mean exactly that name} */
  public static String quote(String name) {
    return isPlain(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** {@return {@code schema.name}, each part quoted where it must be; no schema, no dot} */
  public static String quote(String schema, String name) {
    return schema.isEmpty() ? quote(name) : quote(schema) + '.' + quote(name);
  }

  /** {@return {@code text} as a string constant, {@code E'…'} where it holds a backslash} */
  public static String literal(String text) {
    String quoted = '\'' + text.replace("'", "''") + '\'';
    return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
  }

  /**
   * {@return {@code text} between dollar quotes whose tag, {@code tag} or longer, it does not hold}
   */
  public static String dollarQuote(String text, String tag) {
    String mark = '$' + tag + '$';
    for (int i = 1; (text + '$').contains(mark.substring(0, mark.length() - 1)); i++) {
      mark = '$' + tag + i + '$';
    }
    return mark + text + mark;
  }

  private static boolean isPlain(String name) {
    if (name.isEmpty() || !isLower(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isLower(c) && !(c >= '0' && c <= '9')) {
        return false;
      }
    }
    return !QUOTED_KEYWORDS.contains(name);
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z' || c == '_';
  }
}
