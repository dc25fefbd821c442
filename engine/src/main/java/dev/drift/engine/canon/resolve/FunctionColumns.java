package dev.drift.engine.canon.resolve;

import dev.drift.engine.canon.Names;
import dev.drift.engine.canon.Scope;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.typing.Choices;
import dev.drift.engine.canon.typing.Typing;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The columns that a function in FROM yields (parse_relation.c, addRangeTableEntryForFunction). */
final class FunctionColumns {
  private final Scope scope;
  private final Function<Node.Call, Choices> choosing;

  /**
   * Tells columns of functions that are looked up in {@code scope}.
   *
   * @param choosing tells by types which of several functions a call means
   */
  FunctionColumns(Scope scope, Function<Node.Call, Choices> choosing) {
    this.scope = scope;
    this.choosing = choosing;
  }

  /** {@return what {@code call} yields when called {@code alias}; empty if not known} */
  Optional<List<Visible>> of(Node.Scalar call, String alias) {
    if (call instanceof Node.ValueFunction value) {
      return Optional.of(List.of(scalar(alias.isEmpty() ? value.word() : alias)));
    }
    if (!(call instanceof Node.Call plain)) {
      return Optional.empty();
    }
    String name = plain.function().name();
    Optional<List<Visible>> own = routine(plain, alias.isEmpty() ? name : alias);
    if (own.isPresent()) {
      return own;
    }
    if (plain.function().is("unnest") && plain.args().size() > 1) {
      return Optional.of(plain.args().stream().map(arg -> scalar("unnest")).toList());
    }
    return Typing.columnsOf(plain.function(), plain.args().size())
        .map(
            names ->
                names.isEmpty()
                    ? List.of(scalar(alias.isEmpty() ? name : alias))
                    : names.stream().map(FunctionColumns::scalar).toList());
  }

  /** {@return whether what {@code call} yields is no row, if it has but one column} */
  boolean yieldsValues(Node.Scalar call) {
    if (!(call instanceof Node.Call plain)) {
      return true;
    }
    Optional<Routine> own = routine(plain);
    return own.isEmpty()
        || own.get().parameters().stream().anyMatch(parameter -> isOutput(parameter.mode()))
        || own.get().returns().flatMap(this::rowType).isEmpty();
  }

  /** {@return the fields of a composite type; empty if it is none, or they are not known} */
  Optional<List<Visible>> fields(TypeName type) {
    return rowType(type).isPresent() ? ofType(type, "") : Optional.empty();
  }

  private static Visible scalar(String name) {
    return RelationLookup.column(name);
  }

  private Optional<List<Visible>> routine(Node.Call call, String alias) {
    return routine(call).flatMap(routine -> columns(routine, alias));
  }

  private Optional<Routine> routine(Node.Call call) {
    List<String> path = call.function().path();
    List<ObjectId> all = Names.routines(path, call.args().size(), scope);
    int place = call.function().place().index();
    if (Names.isOpen(path, call.args().size(), all)) {
      Choices choices = choosing.apply(call);
      if (choices.isTold(place)) {
        return choices.own(place).flatMap(id -> scope.objects().find(id, Routine.class));
      }
    }
    return all.stream().flatMap(id -> scope.objects().find(id, Routine.class).stream()).findFirst();
  }

  private Optional<List<Visible>> columns(Routine routine, String alias) {
    List<Routine.Parameter> out =
        routine.parameters().stream().filter(parameter -> isOutput(parameter.mode())).toList();
    if (out.isEmpty()) {
      return routine.returns().flatMap(type -> ofType(type, alias));
    }
    if (out.size() == 1) {
      String name = out.get(0).name();
      return ofType(out.get(0).type(), name.isEmpty() ? alias : name);
    }
    return Optional.of(
        IntStream.range(0, out.size())
            .mapToObj(i -> RelationLookup.column(name(out.get(i), i + 1)))
            .toList());
  }

  private static String name(Routine.Parameter parameter, int number) {
    return parameter.name().isEmpty() ? "column" + number : parameter.name();
  }

  private static boolean isOutput(Routine.Mode mode) {
    return switch (mode) {
      case OUT, INOUT, TABLE -> true;
      case IN, VARIADIC -> false;
    };
  }

  private Optional<ObjectId> rowType(TypeName type) {
    return type.array() || type.schema().equals("pg_catalog")
        ? Optional.empty()
        : Names.type(type.schema(), type.name(), scope.objects());
  }

  private Optional<List<Visible>> ofType(TypeName type, String alias) {
    if (type.isBuiltin("record")) {
      return Optional.empty();
    }
    Optional<ObjectId> relation = rowType(type);
    if (relation.isEmpty()) {
      return Optional.of(List.of(RelationLookup.column(alias)));
    }
    return switch (scope.objects().find(relation.get()).orElse(null)) {
      case dev.drift.engine.model.CompositeType composite ->
          Optional.of(
              composite.fields().stream()
                  .map(field -> RelationLookup.column(field.name()))
                  .toList());
      case dev.drift.engine.model.Table table ->
          RelationLookup.columns(table.id(), scope.objects());
      case dev.drift.engine.model.View view -> RelationLookup.columns(view.id(), scope.objects());
      case dev.drift.engine.model.MaterializedView view ->
          RelationLookup.columns(view.id(), scope.objects());
      case null, default -> Optional.of(List.of(RelationLookup.column(alias)));
    };
  }
}
