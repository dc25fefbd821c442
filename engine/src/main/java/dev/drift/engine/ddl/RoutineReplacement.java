package dev.drift.engine.ddl;

import dev.drift.engine.canon.Match;
import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.Routine.Parameter;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Optional;

/** What CREATE OR REPLACE FUNCTION must leave as it is (ProcedureCreate in pg_proc.c). */
final class RoutineReplacement {
  private RoutineReplacement() {}

  static void require(SchemaObject existing, Routine after, Named at) {
    if (!(existing instanceof Routine before) || !before.id().equals(after.id())) {
      throw new RejectedException("cannot change routine kind", at.at());
    }
    if (before.returnsSet() != after.returnsSet()
        || !sameType(before.returns(), after.returns())
        || !sameOutputs(outputs(before), outputs(after))) {
      throw new RejectedException("cannot change return type of existing function", at.at());
    }
    List<Parameter> old = inputs(before);
    List<Parameter> now = inputs(after);
    for (int i = 0; i < old.size() && i < now.size(); i++) {
      String name = old.get(i).name();
      if (!name.isEmpty() && !name.equals(now.get(i).name())) {
        throw new RejectedException(
            "cannot change name of input parameter \"" + name + "\"", at.at());
      }
      if (old.get(i).defaultValue().isPresent() && now.get(i).defaultValue().isEmpty()) {
        throw new RejectedException(
            "cannot remove parameter defaults from existing function", at.at());
      }
    }
  }

  private static List<Parameter> inputs(Routine routine) {
    return routine.parameters().stream().filter(p -> p.mode().isInput()).toList();
  }

  private static List<Parameter> outputs(Routine routine) {
    return routine.parameters().stream()
        .filter(p -> p.mode() != Routine.Mode.IN && p.mode() != Routine.Mode.VARIADIC)
        .toList();
  }

  private static boolean sameOutputs(List<Parameter> before, List<Parameter> after) {
    if (before.size() != after.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      if (Types.compare(before.get(i).type(), after.get(i).type()) != Match.EQUAL) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameType(Optional<TypeName> before, Optional<TypeName> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return before.isEmpty() == after.isEmpty();
    }
    return Types.compare(before.get(), after.get()) == Match.EQUAL;
  }
}
