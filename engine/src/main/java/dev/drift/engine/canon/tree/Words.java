package dev.drift.engine.canon.tree;

import dev.drift.engine.sql.Token;
import java.util.Set;

/** Which key words may name what (kwlist.h, PostgreSQL 12 to 18). */
public final class Words {
  /** Reserved: neither a column, a table nor a function. */
  private static final Set<String> RESERVED =
      Set.of(
          "all",
          "analyse",
          "analyze",
          "and",
          "any",
          "array",
          "as",
          "asc",
          "asymmetric",
          "both",
          "case",
          "cast",
          "check",
          "collate",
          "column",
          "constraint",
          "create",
          "current_catalog",
          "current_date",
          "current_role",
          "current_time",
          "current_timestamp",
          "current_user",
          "default",
          "deferrable",
          "desc",
          "distinct",
          "do",
          "else",
          "end",
          "except",
          "false",
          "fetch",
          "for",
          "foreign",
          "from",
          "grant",
          "group",
          "having",
          "in",
          "initially",
          "intersect",
          "into",
          "lateral",
          "leading",
          "limit",
          "localtime",
          "localtimestamp",
          "not",
          "null",
          "offset",
          "on",
          "only",
          "or",
          "order",
          "placing",
          "primary",
          "references",
          "returning",
          "select",
          "session_user",
          "some",
          "symmetric",
          "table",
          "then",
          "to",
          "trailing",
          "true",
          "union",
          "unique",
          "user",
          "using",
          "variadic",
          "when",
          "where",
          "window",
          "with");

  /** May name functions and types, not columns or tables. */
  private static final Set<String> FUNCTION_ONLY =
      Set.of(
          "authorization",
          "binary",
          "collation",
          "concurrently",
          "cross",
          "current_schema",
          "freeze",
          "full",
          "ilike",
          "inner",
          "is",
          "isnull",
          "join",
          "left",
          "like",
          "natural",
          "notnull",
          "outer",
          "overlaps",
          "right",
          "similar",
          "tablesample",
          "verbose");

  /** Cannot be an output name without AS. */
  private static final Set<String> NEED_AS =
      Set.of(
          "array",
          "as",
          "char",
          "character",
          "create",
          "day",
          "except",
          "fetch",
          "filter",
          "for",
          "from",
          "grant",
          "group",
          "having",
          "hour",
          "intersect",
          "into",
          "isnull",
          "limit",
          "minute",
          "month",
          "notnull",
          "offset",
          "on",
          "order",
          "over",
          "overlaps",
          "precision",
          "returning",
          "second",
          "to",
          "union",
          "varying",
          "where",
          "window",
          "with",
          "within",
          "without",
          "year");

  private Words() {}

  static boolean canBeFunction(Token token) {
    return token.isName() && !(token.type() == Token.Type.WORD && RESERVED.contains(token.value()));
  }

  /** {@return whether {@code token} can be a column's name where an expression stands} */
  public static boolean canBeColumn(Token token) {
    return canBeFunction(token)
        && !(token.type() == Token.Type.WORD && FUNCTION_ONLY.contains(token.value()));
  }

  static boolean canBeBareLabel(Token token) {
    return token.isName() && !(token.type() == Token.Type.WORD && NEED_AS.contains(token.value()));
  }
}
