package dev.drift.engine.ddl;

import dev.drift.engine.canon.Scope;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.Routine.Mode;
import dev.drift.engine.model.Routine.Parameter;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the routine that a statement means (LookupFuncWithArgs in parse_func.c). */
final class Routines {
  private Routines() {}

  /** What a statement says of a routine; no parameters means that it gives no list. */
  record Reference(Named name, Optional<List<Parameter>> parameters) {

    /** Reads {@code name [( [mode] [name] type, … )]}. */
    static Reference read(TokenReader tokens, Scope scope) {
      Named name = Named.read(tokens);
      return new Reference(
          name,
          tokens.atSymbol("(")
              ? Optional.of(RoutineSignature.parameters(tokens, scope))
              : Optional.empty());
    }

    /** {@return the routine as messages name it} */
    String text() {
      return parameters
          .map(list -> RoutineNames.signature(name.name().toString(), list))
          .orElse(name.name().toString());
    }
  }

  /** {@return the routine of whatever kind that has this schema and identity} */
  static Optional<SchemaObject> same(ObjectId id, Objects objects) {
    return objects.named(id.schema(), id.name()).stream()
        .filter(o -> Set.of(Kind.FUNCTION, Kind.PROCEDURE, Kind.AGGREGATE).contains(o.id().kind()))
        .findFirst();
  }

  /** {@return the routine meant, if there is one; rejects a name that is not unique} */
  static Optional<Routine> find(Reference reference, Context context, Set<Kind> kinds) {
    List<Routine> named =
        Names.routines(reference.name().name(), context).stream()
            .filter(object -> kinds.contains(object.id().kind()))
            .filter(Routine.class::isInstance)
            .map(Routine.class::cast)
            .toList();
    if (reference.parameters().isPresent()) {
      List<Parameter> wanted = reference.parameters().get();
      return named.stream()
          .filter(routine -> RoutineSignature.sameInputs(routine.parameters(), wanted))
          .findFirst()
          .or(() -> procedure(named, wanted));
    }
    if (named.size() > 1) {
      throw new RejectedException(
          "function name \"" + reference.name().name() + "\" is not unique", reference.name().at());
    }
    return named.stream().findFirst();
  }

  /** A procedure goes by all its parameters, too, where no modes are given (SQL standard). */
  private static Optional<Routine> procedure(List<Routine> named, List<Parameter> wanted) {
    return wanted.stream().allMatch(parameter -> parameter.mode() == Mode.IN)
        ? named.stream()
            .filter(routine -> routine.id().kind() == Kind.PROCEDURE)
            .filter(routine -> RoutineSignature.sameTypes(routine.parameters(), wanted))
            .findFirst()
        : Optional.empty();
  }

  /** {@return the routine meant; rejects, or leaves as opaque, if there is none} */
  static Routine require(Reference reference, Context context, Set<Kind> kinds) {
    return find(reference, context, kinds)
        .orElseThrow(
            () ->
                Names.unknown(
                    reference.name().name(),
                    "function " + reference.text() + " does not exist",
                    reference.name().at(),
                    context));
  }
}
