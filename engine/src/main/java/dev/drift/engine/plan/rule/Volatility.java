package dev.drift.engine.plan.rule;

import dev.drift.engine.canon.typing.ServerFunctions;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.List;
import java.util.Set;

/**
 * Whether an expression can have another value for each row. A default that cannot fills the rows
 * that are there without writing them (ATExecAddColumn in tablecmds.c).
 */
final class Volatility {
  private static final Set<String> VOLATILE =
      Set.of(
          "clock_timestamp",
          "currval",
          "gen_random_uuid",
          "lastval",
          "nextval",
          "pg_sleep",
          "query_to_xml",
          "random",
          "random_normal",
          "set_config",
          "setseed",
          "setval",
          "timeofday",
          "uuidv4",
          "uuidv7");

  /** What stands before a parenthesis without being a function. */
  private static final Set<String> WORDS =
      Set.of(
          "all",
          "and",
          "any",
          "array",
          "as",
          "between",
          "bit",
          "bpchar",
          "case",
          "cast",
          "char",
          "character",
          "coalesce",
          "current_time",
          "current_timestamp",
          "decimal",
          "else",
          "exists",
          "extract",
          "from",
          "greatest",
          "in",
          "interval",
          "is",
          "least",
          "like",
          "localtime",
          "localtimestamp",
          "not",
          "nullif",
          "numeric",
          "or",
          "overlay",
          "position",
          "precision",
          "row",
          "some",
          "substring",
          "then",
          "time",
          "timestamp",
          "timestamptz",
          "timetz",
          "trim",
          "values",
          "varbit",
          "varchar",
          "varying",
          "when",
          "where");

  private Volatility() {}

  /** {@return whether it is volatile, or calls what is not known} */
  static boolean isPossible(Expression expression, SchemaModel model) {
    List<Token> tokens = Tokenizer.tokenize(expression.sql());
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token name = tokens.get(i);
      if (name.isName() && tokens.get(i + 1).isSymbol("(")) {
        boolean qualified = i >= 2 && tokens.get(i - 1).isSymbol(".");
        if (qualified
            ? isVolatile(tokens.get(i - 2).value(), name.value(), model)
            : isVolatile(name.value())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isVolatile(String name) {
    return VOLATILE.contains(name) || !WORDS.contains(name) && !ServerFunctions.has(name);
  }

  private static boolean isVolatile(String schema, String name, SchemaModel model) {
    if (schema.equals("pg_catalog")) {
      return isVolatile(name);
    }
    List<Routine> routines =
        model.ofKind(Kind.FUNCTION).stream()
            .filter(Routine.class::isInstance)
            .map(Routine.class::cast)
            .filter(routine -> routine.id().schema().equals(schema))
            .filter(routine -> routine.id().name().startsWith(name + "("))
            .toList();
    return routines.isEmpty()
        || routines.stream().anyMatch(routine -> routine.volatility().equals("volatile"));
  }
}
