package dev.drift.engine.canon.typing;

import dev.drift.engine.model.Aggregate;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.Operator;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The signatures of the model's own functions, aggregates and operators. */
final class OwnSignatures {
  /** The result of what is not known closer: no type that anything is known of. */
  private static final TypeName UNTOLD = new TypeName("", "", "", false);

  private final Objects objects;

  OwnSignatures(Objects objects) {
    this.objects = objects;
  }

  /** {@return those of the functions and aggregates of that name} */
  List<Signature> functions(String schema, String name) {
    var found = new ArrayList<Signature>();
    for (SchemaObject object : objects.routines(schema, name)) {
      switch (object) {
        case Routine routine -> routine(routine).ifPresent(found::add);
        case Aggregate aggregate -> found.add(aggregate(aggregate));
        default -> {}
      }
    }
    return found;
  }

  /** {@return an operator's} */
  Signature of(Operator operator) {
    List<TypeName> args =
        Stream.of(operator.left(), operator.right())
            .flatMap(Optional::stream)
            .map(TypeSystem::plain)
            .toList();
    return new Signature(
        args,
        false,
        0,
        result(operator.function(), args),
        false,
        List.of(),
        List.of(),
        Optional.of(operator.id()));
  }

  /** What the function of that name gives: the model's by its id, else the server's. */
  private TypeName result(QualifiedName function, List<TypeName> args) {
    Optional<TypeName> own =
        objects
            .find(ObjectId.of(Kind.FUNCTION, function.schema(), function.name()), Routine.class)
            .flatMap(Routine::returns);
    return own.or(
            () ->
                Signatures.get().functions(function.name()).stream()
                    .filter(signature -> signature.args().equals(args))
                    .map(Signature::result)
                    .findFirst())
        .orElse(UNTOLD);
  }

  private Signature aggregate(Aggregate aggregate) {
    List<TypeName> args = new ArrayList<>();
    boolean variadic = false;
    for (Routine.Parameter parameter : aggregate.parameters()) {
      args.add(parameter.type());
      variadic |= parameter.mode() == Routine.Mode.VARIADIC;
    }
    Aggregate.State state = aggregate.state();
    TypeName result =
        state.finalFunction().map(name -> result(name, List.of(state.type()))).orElse(state.type());
    return new Signature(
        args, variadic, 0, result, false, List.of(), List.of(), Optional.of(aggregate.id()));
  }

  private static Optional<Signature> routine(Routine routine) {
    var args = new ArrayList<TypeName>();
    var names = new ArrayList<String>();
    var columns = new ArrayList<OutputColumn>();
    int defaults = 0;
    boolean variadic = false;
    for (Routine.Parameter parameter : routine.parameters()) {
      Routine.Mode mode = parameter.mode();
      if (mode.isInput()) {
        args.add(parameter.type());
        names.add(parameter.name());
        defaults += parameter.defaultValue().isPresent() ? 1 : 0;
        variadic |= mode == Routine.Mode.VARIADIC;
      }
      if (mode == Routine.Mode.OUT || mode == Routine.Mode.INOUT || mode == Routine.Mode.TABLE) {
        columns.add(new OutputColumn(parameter.name(), Optional.of(parameter.type())));
      }
    }
    Optional<TypeName> result =
        columns.size() == 1
            ? columns.get(0).type()
            : columns.isEmpty() ? routine.returns() : Optional.of(TypeName.builtin("record"));
    int optional = defaults;
    boolean open = variadic;
    return result.map(
        type ->
            new Signature(
                args,
                open,
                optional,
                type,
                routine.returnsSet(),
                columns,
                names,
                Optional.of(routine.id())));
  }
}
