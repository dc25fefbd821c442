package dev.drift.engine.canon.typing;

import dev.drift.engine.canon.tree.Clause;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.LiteralKind;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.Traversal;
import dev.drift.engine.model.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Types canonical expressions (parse_expr.c), with the help of one class per larger kind. */
final class ScalarTyping {
  private final TypeSystem types;
  private final Coercion coercion;
  private final Conversions conversions;
  private final OperatorTyping operators;
  private final CallTyping calls;
  private final CastTyping casts;
  private final QueryTyping queries;

  ScalarTyping(TypeSystem types, QueryTyping queries, Candidates candidates, Choices choices) {
    this.types = types;
    this.coercion = new Coercion(types);
    this.conversions = new Conversions(types);
    var selection = new Selection(types, conversions);
    this.operators = new OperatorTyping(this, types, coercion, selection, candidates, choices);
    this.calls = new CallTyping(this, types, coercion, selection, candidates, choices);
    this.casts = new CastTyping(this, types, coercion);
    this.queries = queries;
  }

  /** {@return {@code node} typed} */
  Typed of(Scalar node) {
    return switch (node) {
      case Node.Literal literal ->
          literal.kind() == LiteralKind.STRING || literal.kind() == LiteralKind.NULL
              ? Typed.of(literal, Typed.UNKNOWN)
              : Typed.untold(literal);
      case Node.Constant constant ->
          Typed.of(
              types.isKnown(constant.type()) ? coercion.constant(constant) : constant,
              constant.type());
      case Node.Column column -> new Typed(column, queries.column(column));
      case Node.Bound bound -> new Typed(bound, queries.column(bound));
      case Node.ValueFunction value -> Typed.of(value, value(value));
      case Node.Field(Scalar of, String name) -> field(of(of), name);
      case Node.Subscript subscript -> subscript(subscript);
      case Node.Cast(Scalar arg, TypeName type) -> casts.cast(of(arg), type);
      case Node.Collate(Scalar arg, var collation) -> {
        Typed inner = textual(of(arg));
        yield new Typed(new Node.Collate(inner.node(), collation), inner.type());
      }
      case Node.Unary unary -> operators.unary(unary);
      case Node.Binary binary -> operators.binary(binary);
      case Node.And(List<Scalar> args) -> bool(new Node.And(conditions(args)));
      case Node.Or(List<Scalar> args) -> bool(new Node.Or(conditions(args)));
      case Node.Not(Scalar arg) -> bool(new Node.Not(condition(arg)));
      case Node.Test(Scalar arg, String test) -> bool(new Node.Test(tested(arg, test), test));
      case Node.Distinct distinct -> operators.distinct(distinct);
      case Node.Quantified quantified -> operators.quantified(quantified);
      case Node.Case branches -> branches(branches);
      case Node.ArrayOf(List<Scalar> elements) -> array(elements);
      case Node.Items(List<Scalar> elements) -> array(elements);
      case Node.Row(List<Scalar> fields) ->
          Typed.of(
              new Node.Row(fields.stream().map(field -> of(field).node()).toList()),
              TypeName.builtin("record"));
      case Node.Subquery(var query) -> {
        QueryTyping.Result result = queries.query(query);
        yield new Typed(new Node.Subquery(result.query()), result.first());
      }
      case Node.ArrayQuery(var query) -> {
        QueryTyping.Result result = queries.query(query);
        yield new Typed(new Node.ArrayQuery(result.query()), result.first().map(TypeName::toArray));
      }
      case Node.Exists(var query) -> bool(new Node.Exists(queries.query(query).query()));
      case Node.Call call -> calls.call(call);
      case Node.Loose loose -> Typed.untold(loose);
      case Node.Parameter parameter -> new Typed(parameter, queries.parameter(parameter));
      case Node.Star other -> Typed.untold(other);
      case Node.FieldStar other -> Typed.untold(other);
      case Node.Between other -> Typed.untold(other);
      case Node.In other -> Typed.untold(other);
      case Node.InQuery other -> Typed.untold(other);
      case Node.Like other -> Typed.untold(other);
      case Node.AtTimeZone other -> Typed.untold(other);
      case Node.Special other -> Typed.untold(other);
    };
  }

  /** {@return the query of a subquery, with the columns it yields} */
  QueryTyping.Result query(Node.Subquery subquery) {
    return queries.query(subquery.query());
  }

  private static Typed bool(Scalar node) {
    return Typed.of(node, Typed.BOOLEAN);
  }

  private static TypeName value(Node.ValueFunction value) {
    String type =
        switch (value.word()) {
          case "current_date" -> "date";
          case "current_timestamp" -> "timestamp with time zone";
          case "localtimestamp" -> "timestamp without time zone";
          case "current_time" -> "time with time zone";
          case "localtime" -> "time without time zone";
          default -> "name";
        };
    return new TypeName("pg_catalog", type, value.precision(), false);
  }

  private Typed field(Typed of, String name) {
    Optional<TypeName> type =
        of.type()
            .flatMap(types::fields)
            .flatMap(
                fields ->
                    fields.stream()
                        .filter(field -> field.name().equals(name))
                        .findFirst()
                        .flatMap(OutputColumn::type));
    return new Typed(new Node.Field(of.node(), name), type);
  }

  private Typed subscript(Node.Subscript subscript) {
    Typed of = of(subscript.of());
    Optional<TypeName> base = of.type().map(types::base);
    boolean array = base.filter(TypeName::array).isPresent();
    Function<Scalar, Scalar> index =
        array
            ? at -> coercion.to(Typed.INTEGER, of(at))
            : at -> base.isPresent() ? textual(of(at)).node() : of(at).loose();
    var node =
        new Node.Subscript(
            of.node(), subscript.from().map(index), subscript.to().map(index), subscript.slice());
    if (array) {
      return Typed.of(node, subscript.slice() ? base.get() : base.get().element());
    }
    return new Typed(node, base.filter(type -> type.isBuiltin("jsonb")));
  }

  /** What has no type yet is text. */
  Typed textual(Typed arg) {
    return arg.isUnknown() ? Typed.of(coercion.unknown(arg.node(), Typed.TEXT), Typed.TEXT) : arg;
  }

  /** {@return {@code scalar} where a truth value is wanted} */
  Scalar condition(Scalar scalar) {
    return coercion.to(Typed.BOOLEAN, of(scalar));
  }

  private List<Scalar> conditions(List<Scalar> scalars) {
    return scalars.stream().map(this::condition).toList();
  }

  private Scalar tested(Scalar arg, String test) {
    boolean truth = test.endsWith("TRUE") || test.endsWith("FALSE") || test.endsWith("UNKNOWN");
    return truth ? condition(arg) : of(arg).node();
  }

  /** Things that come to one type; {@code type} is empty where it cannot be told. */
  record Common(List<Scalar> nodes, Optional<TypeName> type) {}

  /** {@return {@code all}, each coerced to what they have in common} */
  Common common(List<Typed> all) {
    boolean known = all.stream().allMatch(one -> one.type().filter(types::isKnown).isPresent());
    Optional<TypeName> type =
        known
            ? conversions.common(all.stream().map(one -> one.type().get()).toList())
            : Optional.empty();
    if (type.isEmpty()) {
      return new Common(all.stream().map(Typed::loose).toList(), alike(all));
    }
    String modifier = all.get(0).type().get().modifier();
    boolean same =
        all.stream()
            .map(one -> one.type().get())
            .allMatch(
                one -> one.modifier().equals(modifier) && TypeSystem.plain(one).equals(type.get()));
    return new Common(
        all.stream().map(one -> coercion.to(type.get(), one)).toList(),
        same ? all.get(0).type() : type);
  }

  /** All of one type that is not known closer, but for strings. */
  private static Optional<TypeName> alike(List<Typed> all) {
    List<Typed> told = all.stream().filter(one -> !one.isUnknown()).toList();
    Optional<TypeName> first = told.isEmpty() ? Optional.empty() : told.get(0).type();
    return told.stream().allMatch(one -> one.type().equals(first)) ? first : Optional.empty();
  }

  /** The default result counts first for the type. */
  private Typed branches(Node.Case branches) {
    Optional<Typed> arg = branches.arg().map(value -> textual(of(value)));
    var results = new ArrayList<Typed>();
    results.add(
        branches
            .otherwise()
            .map(this::of)
            .orElseGet(() -> Typed.of(new Node.Literal(LiteralKind.NULL, "NULL"), Typed.UNKNOWN)));
    branches.whens().forEach(when -> results.add(of(when.result())));
    Common common = common(results);
    var whens = new ArrayList<Node.When>();
    for (int i = 0; i < branches.whens().size(); i++) {
      Scalar condition = branches.whens().get(i).condition();
      whens.add(
          new Node.When(
              arg.map(value -> operators.compared(value, of(condition)))
                  .orElseGet(() -> condition(condition)),
              common.nodes().get(i + 1)));
    }
    return new Typed(
        new Node.Case(
            arg.map(Typed::node), whens, branches.otherwise().map(node -> common.nodes().get(0))),
        common.type());
  }

  Optional<Selection.Chosen> equality(Typed left, Typed right) {
    return operators.equality(left, right);
  }

  /** {@return {@code value} as a column of type {@code target} takes it} */
  Scalar assigned(Typed value, TypeName target) {
    return casts.assigned(value, target);
  }

  CallTyping calls() {
    return calls;
  }

  Coercion coercion() {
    return coercion;
  }

  Clause.Window window(Clause.Window window) {
    return new Inside(this).window(window);
  }

  /** Types what stands directly in a clause. */
  private static final class Inside extends Traversal {
    private final ScalarTyping scalars;

    private Inside(ScalarTyping scalars) {
      this.scalars = scalars;
    }

    @Override
    protected Scalar scalar(Scalar child) {
      return scalars.key(child);
    }
  }

  /** {@return what is sorted or grouped by} */
  Scalar key(Scalar scalar) {
    return textual(of(scalar)).node();
  }

  private Typed array(List<Scalar> elements) {
    if (elements.isEmpty()) {
      return Typed.untold(new Node.ArrayOf(elements));
    }
    Common common = common(elements.stream().map(this::of).toList());
    return new Typed(new Node.ArrayOf(common.nodes()), common.type().map(TypeName::toArray));
  }
}
