package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Aggregate;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Routine.Mode;
import dev.drift.engine.model.Routine.Parameter;
import dev.drift.engine.model.SchemaModel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How statements name objects whose identity is more than a name: {@code AGGREGATE s.f(text)},
 * {@code OPERATOR s.@@ (text, NONE)}, {@code CAST (a AS b)}, {@code OPERATOR CLASS s.c USING gin}.
 */
final class Addresses {
  private static final String USING = " using ";

  private Addresses() {}

  /** {@return the kind and the name of an object of {@code model}, for DROP and COMMENT ON} */
  static String to(ObjectId id, SchemaModel model) {
    String kind = id.kind().words().toUpperCase(Locale.ROOT);
    return switch (id.kind()) {
      case AGGREGATE ->
          kind
              + ' '
              + model
                  .find(id, Aggregate.class)
                  .map(Addresses::aggregate)
                  .orElseGet(() -> routine(new QualifiedName(id.schema(), id.name())));
      case OPERATOR -> kind + ' ' + operator(id);
      case CAST -> kind + " (" + id.name() + ")";
      case TRANSFORM -> kind + " FOR " + transformed(id);
      case OPERATOR_CLASS, OPERATOR_FAMILY -> kind + ' ' + withMethod(id);
      case RANGE_TYPE, BASE_TYPE -> "TYPE " + Sql.name(id);
      default -> kind + ' ' + Sql.name(id);
    };
  }

  /** {@return {@code s.f(direct ORDER BY aggregated)}} */
  static String aggregate(Aggregate aggregate) {
    String bare = RoutineText.bareName(aggregate.id());
    return quote(aggregate.id().schema(), bare) + '(' + arguments(aggregate) + ')';
  }

  private static String arguments(Aggregate aggregate) {
    List<Parameter> all = aggregate.parameters();
    if (aggregate.kind().equals("normal")) {
      return all.isEmpty() ? "*" : list(all);
    }
    int direct = aggregate.directArguments();
    boolean shared = direct > 0 && direct == all.size();
    String before = list(all.subList(0, direct));
    String after = list(all.subList(shared ? direct - 1 : direct, all.size()));
    return (before.isEmpty() ? "" : before + ' ') + "ORDER BY " + after;
  }

  private static String list(List<Parameter> parameters) {
    return parameters.stream()
        .map(
            one ->
                (one.mode() == Mode.VARIADIC ? "VARIADIC " : "")
                    + (one.name().isEmpty() ? "" : quote(one.name()) + ' ')
                    + Types.sql(one.type()))
        .collect(Collectors.joining(", "));
  }

  /** {@return {@code s.op (left, right)}} */
  private static String operator(ObjectId id) {
    int open = id.name().indexOf('(');
    return operator(new QualifiedName(id.schema(), id.name())) + ' ' + id.name().substring(open);
  }

  /** {@return {@code s.op} of an operator's name with or without its operands} */
  static String operator(QualifiedName name) {
    String bare = operatorName(name);
    return name.schema().isEmpty() ? bare : quote(name.schema()) + '.' + bare;
  }

  /** {@return {@code OPERATOR(s.op)}, which is understood wherever an operator may stand} */
  static String operatorValue(QualifiedName name) {
    return "OPERATOR(" + operator(name) + ")";
  }

  /** {@return the operator without its operands} */
  static String operatorName(QualifiedName name) {
    int open = name.name().indexOf('(');
    return open < 0 ? name.name() : name.name().substring(0, open);
  }

  /** {@return a routine's qualified name, with its types if it comes with them} */
  static String routine(QualifiedName name) {
    int open = name.name().indexOf('(');
    return routineName(name) + (open < 0 ? "" : name.name().substring(open));
  }

  /** {@return a routine's qualified name without types} */
  static String routineName(QualifiedName name) {
    return quote(name.schema(), bareRoutine(name));
  }

  /** {@return a routine's name without schema and types} */
  static String bareRoutine(QualifiedName name) {
    int open = name.name().indexOf('(');
    return open < 0 ? name.name() : name.name().substring(0, open);
  }

  /** {@return {@code s.c USING method} of an operator class or family} */
  static String withMethod(ObjectId id) {
    int using = id.name().lastIndexOf(USING);
    return quote(id.schema(), id.name().substring(0, using))
        + " USING "
        + quote(id.name().substring(using + USING.length()));
  }

  /** {@return the name of an operator class or family without its method} */
  static String withoutMethod(ObjectId id) {
    return id.name().substring(0, id.name().lastIndexOf(USING));
  }

  /** {@return the type and the language of a transform, as they stand behind FOR} */
  static String transformed(ObjectId transform) {
    String name = transform.name();
    int language = name.lastIndexOf(" LANGUAGE ") + " LANGUAGE ".length();
    return name.substring(0, language) + quote(name.substring(language));
  }
}
