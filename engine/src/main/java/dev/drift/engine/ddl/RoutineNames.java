package dev.drift.engine.ddl;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Routine;
import java.util.List;
import java.util.stream.Collectors;

/** The names of routines' ids: {@code f(integer, public.mood)}. */
final class RoutineNames {
  private RoutineNames() {}

  /** {@return the routine's name without its input types} */
  static String bare(ObjectId id) {
    int parenthesis = id.name().lastIndexOf('(');
    return parenthesis < 0 ? id.name() : id.name().substring(0, parenthesis);
  }

  /** {@return the id's name of a routine with these parameters} */
  static String signature(String name, List<Routine.Parameter> parameters) {
    return parameters.stream()
        .filter(parameter -> parameter.mode().isInput())
        .map(parameter -> Types.argument(parameter.type()))
        .collect(Collectors.joining(", ", name + '(', ")"));
  }
}
