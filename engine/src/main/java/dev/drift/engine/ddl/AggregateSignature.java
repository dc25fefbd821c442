package dev.drift.engine.ddl;

import dev.drift.engine.model.Routine.Mode;
import dev.drift.engine.model.Routine.Parameter;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;

/**
 * The parameter list of an aggregate: {@code (*)}, {@code (types)} or {@code ([types] ORDER BY
 * types)} (gram.y, aggr_args).
 *
 * @param parameters all of them, the direct ones first
 * @param direct how many stand before ORDER BY
 * @param ordered whether there is an ORDER BY
 */
record AggregateSignature(List<Parameter> parameters, int direct, boolean ordered) {

  static AggregateSignature read(TokenReader tokens, Context context) {
    List<Token> group = tokens.group();
    if (group.size() == 1 && group.get(0).text().equals("*")) {
      return new AggregateSignature(List.of(), 0, false);
    }
    int order = orderBy(group);
    if (order < 0) {
      return new AggregateSignature(RoutineSignature.list(group, context.scope()), 0, false);
    }
    List<Parameter> direct = RoutineSignature.list(group.subList(0, order), context.scope());
    List<Parameter> aggregated =
        RoutineSignature.list(group.subList(order + 2, group.size()), context.scope());
    return new AggregateSignature(together(direct, aggregated), direct.size(), true);
  }

  /** Where both lists end in the same VARIADIC "any", it is one (makeOrderedSetArgs). */
  private static List<Parameter> together(List<Parameter> direct, List<Parameter> aggregated) {
    var all = new ArrayList<>(direct);
    boolean variadic = !direct.isEmpty() && direct.getLast().mode() == Mode.VARIADIC;
    if (!variadic) {
      all.addAll(aggregated);
    }
    return all;
  }

  private static int orderBy(List<Token> group) {
    for (int i = 0; i + 1 < group.size(); i++) {
      if (group.get(i).is("order") && group.get(i + 1).is("by")) {
        return i;
      }
    }
    return -1;
  }

  /** {@return the types of all parameters} */
  List<TypeName> types() {
    return parameters.stream().map(Parameter::type).toList();
  }

  /** {@return the types of the arguments that come with each row} */
  List<TypeName> aggregated() {
    boolean shared = direct == parameters.size();
    return types().subList(ordered && !shared ? direct : 0, parameters.size());
  }
}
