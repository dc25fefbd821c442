package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.dollarQuote;
import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.ParameterNames;
import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.Routine.Mode;
import dev.drift.engine.model.Routine.Parameter;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.StandardBody;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How a function or procedure is written. */
final class RoutineText {
  /** Settings whose values are lists of quoted names (GUC_LIST_QUOTE in guc_tables.c). */
  private static final Set<String> LISTS =
      Set.of(
          "search_path",
          "temp_tablespaces",
          "local_preload_libraries",
          "session_preload_libraries",
          "shared_preload_libraries");

  private RoutineText() {}

  /** {@return {@code name(types)}, the name quoted} */
  static String signature(Routine routine) {
    return name(routine)
        + "("
        + routine.parameters().stream()
            .filter(parameter -> parameter.mode().isInput())
            .map(parameter -> mode(parameter.mode(), Set.of(Mode.VARIADIC)) + argument(parameter))
            .collect(Collectors.joining(", "))
        + ")";
  }

  /** {@return the same of a routine that {@code model} may not hold: an extension's} */
  static String signature(ObjectId id, SchemaModel model) {
    return model
        .find(id, Routine.class)
        .map(RoutineText::signature)
        .orElseGet(
            () -> {
              String bare = bareName(id);
              return quote(id.schema(), bare) + id.name().substring(bare.length());
            });
  }

  private static String argument(Parameter parameter) {
    return Types.sql(parameter.type());
  }

  /** {@return the qualified name without parameters} */
  static String name(Routine routine) {
    return quote(routine.id().schema(), bareName(routine.id()));
  }

  /** {@return the name of a routine's id without the types} */
  static String bareName(ObjectId id) {
    String name = id.name();
    if (!name.endsWith(")")) {
      return name;
    }
    int depth = 0;
    for (int i = name.length() - 1; i >= 0; i--) {
      depth += name.charAt(i) == ')' ? 1 : name.charAt(i) == '(' ? -1 : 0;
      if (depth == 0) {
        return name.substring(0, i);
      }
    }
    return name;
  }

  static String keyword(Routine routine) {
    return routine.id().kind() == Kind.PROCEDURE ? "PROCEDURE" : "FUNCTION";
  }

  /** {@return the whole CREATE OR REPLACE} */
  static String createOrReplace(Routine routine) {
    var sql = new StringBuilder("CREATE OR REPLACE " + keyword(routine) + " " + name(routine));
    sql.append('(').append(parameters(routine)).append(')');
    sql.append(returns(routine));
    sql.append("\n LANGUAGE ").append(quote(routine.language()));
    sql.append(attributes(routine));
    routine.settings().forEach((name, value) -> sql.append("\n SET ").append(setting(name, value)));
    sql.append('\n').append(body(routine));
    return sql.toString();
  }

  private static String parameters(Routine routine) {
    return routine.parameters().stream()
        .filter(parameter -> parameter.mode() != Mode.TABLE)
        .map(
            parameter ->
                mode(parameter.mode(), Set.of(Mode.OUT, Mode.INOUT, Mode.VARIADIC))
                    + named(parameter)
                    + parameter.defaultValue().map(value -> " DEFAULT " + value).orElse(""))
        .collect(Collectors.joining(", "));
  }

  private static String mode(Mode mode, Set<Mode> shown) {
    return shown.contains(mode) ? mode.name().toUpperCase(Locale.ROOT) + " " : "";
  }

  private static String named(Parameter parameter) {
    String name = parameter.name().isEmpty() ? "" : quote(parameter.name()) + " ";
    return name + Types.sql(parameter.type());
  }

  private static String returns(Routine routine) {
    if (routine.id().kind() == Kind.PROCEDURE) {
      return "";
    }
    String table =
        routine.parameters().stream()
            .filter(parameter -> parameter.mode() == Mode.TABLE)
            .map(RoutineText::named)
            .collect(Collectors.joining(", "));
    if (!table.isEmpty()) {
      return "\n RETURNS TABLE(" + table + ")";
    }
    String setOf = routine.returnsSet() ? "SETOF " : "";
    if (routine.returns().isPresent()) {
      return "\n RETURNS " + setOf + Types.sql(routine.returns().get());
    }
    List<Parameter> out =
        routine.parameters().stream()
            .filter(parameter -> parameter.mode() == Mode.OUT || parameter.mode() == Mode.INOUT)
            .toList();
    if (!routine.returnsSet()) {
      return out.isEmpty() ? "\n RETURNS void" : "";
    }
    return "\n RETURNS SETOF " + (out.size() == 1 ? Types.sql(out.getFirst().type()) : "record");
  }

  private static String attributes(Routine routine) {
    var sql = new StringBuilder();
    if (routine.window()) {
      sql.append(" WINDOW");
    }
    if (!routine.volatility().equals("volatile")) {
      sql.append(' ').append(routine.volatility().toUpperCase(Locale.ROOT));
    }
    if (routine.leakproof()) {
      sql.append(" LEAKPROOF");
    }
    if (routine.strict()) {
      sql.append(" STRICT");
    }
    if (routine.securityDefiner()) {
      sql.append(" SECURITY DEFINER");
    }
    if (!routine.parallel().equals("unsafe")) {
      sql.append(" PARALLEL ").append(routine.parallel().toUpperCase(Locale.ROOT));
    }
    boolean compiled = Set.of("c", "internal").contains(routine.language());
    if (routine.cost() > 0 && routine.cost() != (compiled ? 1 : 100)) {
      sql.append(" COST ").append(number(routine.cost()));
    }
    if (routine.returnsSet() && routine.rows() > 0 && routine.rows() != 1000) {
      sql.append(" ROWS ").append(number(routine.rows()));
    }
    routine.support().ifPresent(name -> sql.append(" SUPPORT ").append(Sql.name(name)));
    return sql.toString();
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static String setting(String name, String value) {
    String quotedName = name.contains(".") ? name : quote(name);
    if (!LISTS.contains(name)) {
      return quotedName + " TO " + literal(value);
    }
    return quotedName
        + " TO "
        + Arrays.stream(value.split(","))
            .map(String::strip)
            .map(item -> literal(unquote(item)))
            .collect(Collectors.joining(", "));
  }

  private static String unquote(String item) {
    return item.length() >= 2 && item.startsWith("\"") && item.endsWith("\"")
        ? item.substring(1, item.length() - 1).replace("\"\"", "\"")
        : item;
  }

  private static String standardBody(StandardBody body) {
    return switch (body.form()) {
      case RETURN -> body.sql();
      case ATOMIC ->
          body.statements().stream()
              .map(statement -> "\n  " + statement.sql() + ";")
              .collect(Collectors.joining("", "BEGIN ATOMIC", "\nEND"));
    };
  }

  private static String body(Routine routine) {
    if (routine.standardBody().isPresent()) {
      return standardBody(ParameterNames.in(routine.standardBody().get(), routine));
    }
    if (routine.language().equals("c")) {
      return "AS "
          + Arrays.stream(routine.body().split(","))
              .map(part -> literal(part.strip()))
              .collect(Collectors.joining(", "));
    }
    return "AS " + dollarQuote(routine.body(), routine.language().equals("sql") ? "sql" : "body");
  }
}
