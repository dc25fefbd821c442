package dev.drift.engine.canon.typing;

import dev.drift.engine.canon.tree.Clause;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Argument;
import dev.drift.engine.canon.tree.Node.Scalar;
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
  private final Candidates candidates;
  private final Choices choices;

  CallTyping(
      ScalarTyping scalars,
      TypeSystem types,
      Coercion coercion,
      Selection selection,
      Candidates candidates,
      Choices choices) {
    this.scalars = scalars;
    this.types = types;
    this.coercion = coercion;
    this.selection = selection;
    this.candidates = candidates;
    this.choices = choices;
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
    boolean plain = call.args().stream().allMatch(arg -> arg.name().isEmpty() && !arg.variadic());
    List<Signature> all = candidates.functions(call.function(), args.size());
    boolean own = all.size() > 1 && all.stream().allMatch(one -> one.own().isPresent());
    List<Signature> signatures = !plain && own ? special(call, all) : all;
    plain |= own;
    Optional<Selection.Chosen> chosen = plain ? chosen(signatures, args) : Optional.empty();
    Optional<Signature> signature =
        chosen
            .map(Selection.Chosen::signature)
            .or(() -> signatures.size() == 1 ? Optional.of(signatures.get(0)) : Optional.empty());
    signature.ifPresent(found -> choices.chose(call.function(), found));
    var nodes = new ArrayList<Scalar>();
    for (int i = 0; i < args.size(); i++) {
      nodes.add(operand(chosen, i, args.get(i)));
    }
    return new Called(
        new Typed(
            rebuilt(call, args, nodes),
            chosen.map(Selection.Chosen::result).or(() -> agreed(signatures))),
        signature);
  }

  /** Those that can be called with the names or the VARIADIC that {@code call} has. */
  private static List<Signature> special(Node.Call call, List<Signature> all) {
    boolean variadic = call.args().stream().anyMatch(Argument::variadic);
    List<String> names = call.args().stream().map(Argument::name).toList();
    return all.stream()
        .flatMap(one -> (variadic ? one.spelledOut() : one.called(names)).stream())
        .toList();
  }

  private Scalar operand(Optional<Selection.Chosen> chosen, int at, Typed arg) {
    return chosen.map(found -> coercion.to(found.args().get(at), arg)).orElseGet(arg::loose);
  }

  /** The arguments, those of WITHIN GROUP behind the others; {@code *} is none. */
  static List<Scalar> arguments(Node.Call call) {
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
      return args.stream().allMatch(arg -> arg.type().isPresent())
          ? selection.exactFunction(signatures, args.stream().map(arg -> arg.type().get()).toList())
          : Optional.empty();
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
}
