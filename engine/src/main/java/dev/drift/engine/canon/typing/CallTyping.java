package dev.drift.engine.canon.typing;

import dev.drift.engine.canon.Names;
import dev.drift.engine.canon.Scope;
import dev.drift.engine.canon.tree.Clause;
import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Argument;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Types calls of functions, aggregates and what looks like them (parse_func.c). */
final class CallTyping {
  private static final Set<String> SPECIAL =
      Set.of("coalesce", "greatest", "least", "nullif", "grouping");

  private final ScalarTyping scalars;
  private final TypeSystem types;
  private final Coercion coercion;
  private final Selection selection;

  CallTyping(ScalarTyping scalars, TypeSystem types, Coercion coercion, Selection selection) {
    this.scalars = scalars;
    this.types = types;
    this.coercion = coercion;
    this.selection = selection;
  }

  /** A call typed, and the function where one was chosen. */
  record Called(Typed typed, Optional<Signature> signature) {}

  Typed call(Node.Call call) {
    return called(call).typed();
  }

  Called called(Node.Call call) {
    boolean builtin =
        call.function().schema().isEmpty() || call.function().schema().equals("pg_catalog");
    if (builtin && SPECIAL.contains(call.function().name())) {
      return new Called(special(call), Optional.empty());
    }
    boolean distinct = call.modifiers().distinct();
    List<Typed> args =
        arguments(call).stream()
            .map(scalars::of)
            .map(arg -> distinct ? scalars.textual(arg) : arg)
            .toList();
    List<Signature> signatures = signatures(call.function(), args.size());
    boolean plain = call.args().stream().allMatch(arg -> arg.name().isEmpty() && !arg.variadic());
    Optional<Selection.Chosen> chosen = plain ? chosen(signatures, args) : Optional.empty();
    var nodes = new ArrayList<Scalar>();
    for (int i = 0; i < args.size(); i++) {
      nodes.add(operand(chosen, i, args.get(i)));
    }
    return new Called(
        new Typed(
            rebuilt(call, args, nodes),
            chosen.map(Selection.Chosen::result).or(() -> agreed(signatures))),
        chosen
            .map(Selection.Chosen::signature)
            .or(() -> signatures.size() == 1 ? Optional.of(signatures.get(0)) : Optional.empty()));
  }

  /** {@return which of the routines of that name {@code call} means, if its types tell} */
  Optional<ObjectId> routine(Node.Call call) {
    Name function = call.function();
    Optional<Signature> chosen = called(call).signature();
    List<String> path = List.of(function.schema(), function.name());
    return chosen.flatMap(
        meant ->
            Names.routines(path, new Scope(types.objects(), List.of())).stream()
                .filter(
                    id ->
                        types
                            .objects()
                            .find(id, Routine.class)
                            .flatMap(CallTyping::signature)
                            .filter(meant::equals)
                            .isPresent())
                .findFirst());
  }

  private Scalar operand(Optional<Selection.Chosen> chosen, int at, Typed arg) {
    return chosen.map(found -> coercion.to(found.args().get(at), arg)).orElseGet(arg::loose);
  }

  /** The arguments, those of WITHIN GROUP behind the others; {@code *} is none. */
  private static List<Scalar> arguments(Node.Call call) {
    var args = new ArrayList<Scalar>();
    for (Argument arg : call.args()) {
      if (!(arg.value() instanceof Node.Star star && star.qualifier().isEmpty())) {
        args.add(arg.value());
      }
    }
    if (call.modifiers().withinGroup()) {
      call.modifiers().order().forEach(sort -> args.add(sort.key()));
    }
    return args;
  }

  private Optional<Selection.Chosen> chosen(List<Signature> signatures, List<Typed> args) {
    boolean known = args.stream().allMatch(arg -> arg.type().filter(types::isKnown).isPresent());
    if (known) {
      return selection.function(signatures, args.stream().map(arg -> arg.type().get()).toList());
    }
    if (signatures.size() != 1) {
      return Optional.empty();
    }
    Signature only = signatures.get(0);
    return only.taking(args.size())
        .filter(declared -> declared.stream().noneMatch(Polymorphism::isPolymorphic))
        .filter(declared -> !Polymorphism.isPolymorphic(only.result()))
        .map(declared -> new Selection.Chosen(only, declared, only.result()));
  }

  static Optional<TypeName> agreed(List<Signature> signatures) {
    List<TypeName> results = signatures.stream().map(Signature::result).distinct().toList();
    return results.size() == 1 && !Polymorphism.isPolymorphic(results.get(0))
        ? Optional.of(results.get(0))
        : Optional.empty();
  }

  private Node.Call rebuilt(Node.Call call, List<Typed> given, List<Scalar> nodes) {
    var args = new ArrayList<Argument>();
    int at = 0;
    for (Argument arg : call.args()) {
      boolean star = arg.value() instanceof Node.Star all && all.qualifier().isEmpty();
      args.add(star ? arg : new Argument(arg.name(), arg.variadic(), nodes.get(at++)));
    }
    Node.Modifiers modifiers = call.modifiers();
    if (modifiers.equals(Node.Modifiers.NONE)) {
      return new Node.Call(call.function(), args, modifiers);
    }
    var order = new ArrayList<Clause.Sort>();
    for (Clause.Sort sort : modifiers.order()) {
      Scalar key = modifiers.withinGroup() ? nodes.get(at++) : key(sort, given, nodes);
      order.add(new Clause.Sort(key, sort.descending(), sort.nullsFirst(), sort.using()));
    }
    return new Node.Call(
        call.function(),
        args,
        new Node.Modifiers(
            modifiers.distinct(),
            order,
            modifiers.withinGroup(),
            modifiers.filter().map(scalars::condition),
            modifiers.over().map(scalars::window)));
  }

  /** What is ordered by is an argument, as coerced, if it reads like one (parse_clause.c). */
  private Scalar key(Clause.Sort sort, List<Typed> given, List<Scalar> nodes) {
    Scalar key = scalars.key(sort.key());
    for (int i = 0; i < given.size(); i++) {
      if (given.get(i).node().equals(key)) {
        return nodes.get(i);
      }
    }
    return key;
  }

  /** The functions that the grammar knows. */
  private Typed special(Node.Call call) {
    List<Typed> args = call.args().stream().map(arg -> scalars.of(arg.value())).toList();
    return switch (call.function().name()) {
      case "grouping" ->
          Typed.of(rebuilt(call, args, args.stream().map(Typed::node).toList()), Typed.INTEGER);
      case "nullif" -> nullIf(call, args);
      default -> {
        ScalarTyping.Common common = scalars.common(args);
        yield new Typed(rebuilt(call, args, common.nodes()), common.type());
      }
    };
  }

  private Typed nullIf(Node.Call call, List<Typed> args) {
    Optional<Selection.Chosen> equality = scalars.equality(args.get(0), args.get(1));
    List<Scalar> nodes =
        List.of(operand(equality, 0, args.get(0)), operand(equality, 1, args.get(1)));
    Optional<TypeName> type =
        equality.flatMap(
            chosen -> {
              TypeName declared = chosen.args().get(0);
              return args.get(0)
                  .type()
                  .map(own -> TypeSystem.plain(own).equals(declared) ? own : declared);
            });
    return new Typed(rebuilt(call, args, nodes), type);
  }

  /** {@return all that {@code function} may mean with so many arguments} */
  List<Signature> signatures(Name function, int arguments) {
    boolean builtin = function.schema().isEmpty() || function.schema().equals("pg_catalog");
    if (builtin) {
      return Signatures.get().functions(function.name()).stream()
          .filter(signature -> signature.taking(arguments).isPresent())
          .toList();
    }
    var found = new ArrayList<Signature>();
    List<String> path = List.of(function.schema(), function.name());
    for (ObjectId id : Names.routines(path, new Scope(types.objects(), List.of()))) {
      Optional<Routine> routine = types.objects().find(id, Routine.class);
      if (routine.isEmpty()) {
        return List.of();
      }
      signature(routine.get())
          .filter(signature -> signature.taking(arguments).isPresent())
          .ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Signature> signature(Routine routine) {
    var args = new ArrayList<TypeName>();
    var columns = new ArrayList<OutputColumn>();
    int defaults = 0;
    boolean variadic = false;
    for (Routine.Parameter parameter : routine.parameters()) {
      Routine.Mode mode = parameter.mode();
      if (mode.isInput()) {
        args.add(parameter.type());
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
        type -> new Signature(args, open, optional, type, routine.returnsSet(), columns));
  }
}
