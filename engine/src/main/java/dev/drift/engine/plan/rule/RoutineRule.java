package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.Routine.Mode;
import dev.drift.engine.model.Routine.Parameter;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Guard;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Functions and procedures: replaced where the parameters and the result allow it. */
final class RoutineRule implements Rule<Routine> {
  @Override
  public List<Action> create(Routine routine, Scene scene) {
    return List.of(
        action(Verb.CREATE, routine, "create " + routine.id())
            .guarded(
                Guard.when("NOT " + has(routine, "true")).orElse(has(routine, result(routine)))));
  }

  @Override
  public List<Action> drop(Routine routine, Scene scene) {
    return List.of(
        Action.of(
                Verb.DROP,
                routine.id(),
                "drop " + routine.id(),
                "DROP " + RoutineText.keyword(routine) + " " + RoutineText.signature(routine))
            .resolvingNames()
            .when(has(routine, "true")));
  }

  @Override
  public Change change(Routine before, Routine after, Set<String> attributes, Scene scene) {
    var old = new ArrayList<String>();
    for (String attribute : attributes) {
      old.add(stillOld(before, after, attribute));
    }
    String stillOld = has(before, Shape.all(old));
    if (after.isRangeConstructor()) {
      return new Change.InPlace(
          List.of(
              Action.of(
                      Verb.ALTER,
                      after.id(),
                      "alter " + after.id(),
                      "ALTER FUNCTION "
                          + RoutineText.signature(after)
                          + (after.strict() ? " STRICT" : " CALLED ON NULL INPUT")
                          + " IMMUTABLE SECURITY INVOKER NOT LEAKPROOF PARALLEL SAFE COST 1"
                          + " RESET ALL")
                  .guarded(Guard.when(stillOld).orElse(has(after, "true")))));
    }
    if (!isReplaceable(before, after, attributes)) {
      return new Change.Rebuild(stillOld, false);
    }
    return new Change.InPlace(
        List.of(
            action(Verb.ALTER, after, "replace " + after.id())
                .guarded(Guard.when(stillOld).orElse(has(after, "true")))));
  }

  private static Action action(Verb verb, Routine routine, String what) {
    return Action.of(verb, routine.id(), what, RoutineText.createOrReplace(routine))
        .resolvingNames();
  }

  /**
   * What CREATE OR REPLACE FUNCTION keeps: the result, parameter names, defaults that are there.
   */
  private static boolean isReplaceable(Routine before, Routine after, Set<String> attributes) {
    if (attributes.contains("returns")
        || attributes.contains("returnsSet")
        || attributes.contains("window")) {
      return false;
    }
    if (!attributes.contains("parameters")) {
      return true;
    }
    if (before.parameters().size() != after.parameters().size()) {
      return false;
    }
    for (int i = 0; i < before.parameters().size(); i++) {
      Parameter old = before.parameters().get(i);
      Parameter now = after.parameters().get(i);
      boolean same =
          old.mode() == now.mode()
              && (old.name().equals(now.name()) || old.name().isEmpty() && old.mode() == Mode.IN)
              && old.type().equals(now.type())
              && (old.defaultValue().isEmpty() || now.defaultValue().isPresent());
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static String stillOld(Routine before, Routine after, String attribute) {
    return switch (attribute) {
      case "body", "standardBody" ->
          before.standardBody().isPresent()
              ? Shape.wordsAre("pg_get_function_sqlbody(p.oid)", before.standardBody().get().sql())
              : before.language().equals("c")
                  ? "true"
                  : "md5(p.prosrc) = " + literal(Digest.md5(before.body()));
      case "language" ->
          "(SELECT lanname FROM pg_language WHERE oid = p.prolang) = " + literal(before.language());
      case "volatility" -> "p.provolatile = '" + before.volatility().charAt(0) + "'";
      case "strict" -> flag("p.proisstrict", before.strict());
      case "securityDefiner" -> flag("p.prosecdef", before.securityDefiner());
      case "leakproof" -> flag("p.proleakproof", before.leakproof());
      case "window" -> before.window() ? "p.prokind = 'w'" : "p.prokind <> 'w'";
      case "parallel" -> "p.proparallel = '" + before.parallel().charAt(0) + "'";
      case "cost" -> "p.procost = " + (float) before.cost();
      case "rows" -> "p.prorows = " + (float) before.rows();
      case "returnsSet" -> flag("p.proretset", before.returnsSet());
      case "returns" -> result(before);
      case "parameters" -> parameters(before, after);
      case "support" ->
          before
              .support()
              .map(
                  name ->
                      "EXISTS (SELECT FROM pg_proc s WHERE s.oid = p.prosupport AND s.proname = "
                          + literal(name.name())
                          + ")")
              .orElse("p.prosupport = 0");
      case "settings" ->
          "ARRAY(SELECT s FROM unnest(p.proconfig) s ORDER BY s COLLATE \"C\") = "
              + Shape.textArray(
                  before.settings().entrySet().stream()
                      .map(setting -> setting.getKey() + "=" + setting.getValue())
                      .sorted()
                      .toList());
      default -> "true";
    };
  }

  private static String flag(String column, boolean value) {
    return (value ? "" : "NOT ") + column;
  }

  private static String result(Routine routine) {
    return routine.returns().map(type -> Shape.plainTypeIs("p.prorettype", type)).orElse("true");
  }

  private static String parameters(Routine before, Routine after) {
    List<String> names = before.parameters().stream().map(Parameter::name).toList();
    List<String> newNames = after.parameters().stream().map(Parameter::name).toList();
    if (!names.equals(newNames)) {
      return names.stream().allMatch(String::isEmpty)
          ? "p.proargnames IS NULL"
          : "p.proargnames = " + Shape.textArray(names);
    }
    String defaults =
        before.parameters().stream()
            .flatMap(parameter -> parameter.defaultValue().stream())
            .map(value -> value.sql())
            .collect(Collectors.joining(","));
    String newDefaults =
        after.parameters().stream()
            .flatMap(parameter -> parameter.defaultValue().stream())
            .map(value -> value.sql())
            .collect(Collectors.joining(","));
    if (!defaults.equals(newDefaults)) {
      return Shape.wordsAre("coalesce(pg_get_expr(p.proargdefaults, 0), '')", defaults);
    }
    return "ARRAY(SELECT format_type(u.t, NULL) FROM unnest(coalesce(p.proallargtypes,"
        + " p.proargtypes::oid[])) WITH ORDINALITY AS u(t, place) ORDER BY u.place) = "
        + Shape.textArray(
            before.parameters().stream().map(one -> Types.argument(one.type())).toList())
        + "\n   AND coalesce(p.proargmodes::text[], '{}') = "
        + modes(before);
  }

  private static String modes(Routine routine) {
    boolean plain = routine.parameters().stream().allMatch(one -> one.mode() == Mode.IN);
    return plain
        ? "'{}'"
        : Shape.textArray(
            routine.parameters().stream()
                .map(
                    one ->
                        switch (one.mode()) {
                          case IN -> "i";
                          case OUT -> "o";
                          case INOUT -> "b";
                          case VARIADIC -> "v";
                          case TABLE -> "t";
                        })
                .toList());
  }

  /** That there is the routine {@code p} of that name and input types, and it is so. */
  private static String has(Routine routine, String condition) {
    return "EXISTS (SELECT FROM pg_proc p WHERE p.pronamespace = to_regnamespace("
        + literal(quote(routine.id().schema()))
        + ") AND p.proname = "
        + literal(RoutineText.bareName(routine.id()))
        + " AND p.prokind "
        + (routine.id().kind() == Kind.PROCEDURE ? "= 'p'" : "<> 'p'")
        + "\n   AND "
        + takes(
            routine.parameters().stream()
                .filter(parameter -> parameter.mode().isInput())
                .map(Parameter::type)
                .toList())
        + (condition.equals("true") ? "" : "\n   AND " + condition)
        + ")";
  }

  /** {@return that the routine {@code p} has these input types} */
  static String takes(List<TypeName> inputs) {
    if (inputs.stream().noneMatch(type -> type.schema().isEmpty())) {
      String types = inputs.stream().map(Types::argument).collect(Collectors.joining(", "));
      return types.contains("\"")
          ? "replace(oidvectortypes(p.proargtypes), '\"', '') = " + literal(types.replace("\"", ""))
          : "oidvectortypes(p.proargtypes) = " + literal(types);
    }
    return "oidvectortypes(p.proargtypes) ~ "
        + literal(
            "^"
                + inputs.stream().map(RoutineRule::pattern).collect(Collectors.joining(", "))
                + "$");
  }

  private static String pattern(TypeName type) {
    String text = Types.argument(type).replaceAll("([\\\\.\\[\\](){}+*?^$|])", "\\\\$1");
    return type.schema().isEmpty() ? "([^ ,]+\\.)?" + text : text;
  }
}
