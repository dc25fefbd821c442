package dev.drift.engine.canon.tree;

import dev.drift.engine.canon.tree.Node.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Rebuilds a node with each of its direct children replaced. Subclasses say what replaces scalars,
 * queries and FROM items; the default leaves them.
 */
public abstract class Traversal {

  /** {@return what replaces a child that is an expression} */
  protected Scalar scalar(Scalar child) {
    return child;
  }

  /** {@return what replaces a child that is a query} */
  protected QueryNode query(QueryNode child) {
    return child;
  }

  /** {@return what replaces a child that is a FROM item} */
  protected FromItem from(FromItem child) {
    return child;
  }

  /** {@return {@code node} with its children replaced} */
  public final Scalar children(Scalar node) {
    return switch (node) {
      case Node.Literal literal -> literal;
      case Node.Constant constant -> constant;
      case Node.Parameter parameter -> parameter;
      case Node.Column column -> column;
      case Node.Bound bound -> bound;
      case Node.Star star -> star;
      case Node.ValueFunction value -> value;
      case Node.Field(Scalar of, String name) -> new Node.Field(scalar(of), name);
      case Node.FieldStar(Scalar of) -> new Node.FieldStar(scalar(of));
      case Node.Subscript(Scalar of, Optional<Scalar> from, Optional<Scalar> to, boolean slice) ->
          new Node.Subscript(scalar(of), from.map(this::scalar), to.map(this::scalar), slice);
      case Node.Cast(Scalar arg, var type) -> new Node.Cast(scalar(arg), type);
      case Node.Loose(Scalar arg) -> new Node.Loose(scalar(arg));
      case Node.Collate(Scalar arg, Name collation) -> new Node.Collate(scalar(arg), collation);
      case Node.Unary(Name operator, Scalar arg) -> new Node.Unary(operator, scalar(arg));
      case Node.Binary(Name operator, Scalar left, Scalar right) ->
          new Node.Binary(operator, scalar(left), scalar(right));
      case Node.And(List<Scalar> args) -> new Node.And(scalars(args));
      case Node.Or(List<Scalar> args) -> new Node.Or(scalars(args));
      case Node.Not(Scalar arg) -> new Node.Not(scalar(arg));
      case Node.Test(Scalar arg, String test) -> new Node.Test(scalar(arg), test);
      case Node.Distinct(Scalar left, Scalar right, boolean negated) ->
          new Node.Distinct(scalar(left), scalar(right), negated);
      case Node.Between(Scalar arg, Scalar low, Scalar high, boolean symmetric, boolean negated) ->
          new Node.Between(scalar(arg), scalar(low), scalar(high), symmetric, negated);
      case Node.In(Scalar arg, List<Scalar> list, boolean negated) ->
          new Node.In(scalar(arg), scalars(list), negated);
      case Node.InQuery(Scalar arg, QueryNode query, boolean negated) ->
          new Node.InQuery(scalar(arg), query(query), negated);
      case Node.Like(
              String word,
              Scalar arg,
              Scalar pattern,
              Optional<Scalar> escape,
              boolean negated) ->
          new Node.Like(word, scalar(arg), scalar(pattern), escape.map(this::scalar), negated);
      case Node.Quantified(Scalar left, Name operator, boolean all, Scalar right) ->
          new Node.Quantified(scalar(left), operator, all, scalar(right));
      case Node.Case(Optional<Scalar> arg, List<Node.When> whens, Optional<Scalar> otherwise) ->
          new Node.Case(arg.map(this::scalar), whens(whens), otherwise.map(this::scalar));
      case Node.ArrayOf(List<Scalar> elements) -> new Node.ArrayOf(scalars(elements));
      case Node.Items(List<Scalar> elements) -> new Node.Items(scalars(elements));
      case Node.Row(List<Scalar> fields) -> new Node.Row(scalars(fields));
      case Node.Subquery(QueryNode query) -> new Node.Subquery(query(query));
      case Node.Exists(QueryNode query) -> new Node.Exists(query(query));
      case Node.ArrayQuery(QueryNode query) -> new Node.ArrayQuery(query(query));
      case Node.AtTimeZone(Scalar arg, Optional<Scalar> zone) ->
          new Node.AtTimeZone(scalar(arg), zone.map(this::scalar));
      case Node.Special(String word, List<Node.Part> parts) ->
          new Node.Special(
              word, map(parts, part -> new Node.Part(part.word(), part.arg().map(this::scalar))));
      case Node.Call(Name function, List<Node.Argument> args, Node.Modifiers modifiers) ->
          new Node.Call(
              function,
              map(args, arg -> new Node.Argument(arg.name(), arg.variadic(), scalar(arg.value()))),
              modifiers.equals(Node.Modifiers.NONE) ? modifiers : modifiers(modifiers));
    };
  }

  private List<Node.When> whens(List<Node.When> whens) {
    return map(whens, when -> new Node.When(scalar(when.condition()), scalar(when.result())));
  }

  private Node.Modifiers modifiers(Node.Modifiers modifiers) {
    return new Node.Modifiers(
        modifiers.distinct(),
        sorts(modifiers.order()),
        modifiers.withinGroup(),
        modifiers.filter().map(this::scalar),
        modifiers.over().map(this::window));
  }

  /** {@return {@code node} with its children replaced} */
  public final QueryNode children(QueryNode node) {
    return new QueryNode(
        map(
            node.with(),
            cte ->
                new Clause.Cte(
                    cte.name(), cte.columns(), cte.materialized(), query(cte.query()), cte.tail())),
        node.recursive(),
        children(node.body()),
        sorts(node.order()),
        node.limit().map(this::scalar),
        node.ties(),
        node.offset().map(this::scalar),
        node.locks());
  }

  /** {@return {@code node} with its children replaced; set operations are gone through} */
  public final Body children(Body node) {
    return switch (node) {
      case Body.Values(List<List<Scalar>> rows) -> new Body.Values(map(rows, this::scalars));
      case Body.Nested(QueryNode query) -> new Body.Nested(query(query));
      case Body.SetOperation(String word, boolean all, Body left, Body right) ->
          new Body.SetOperation(word, all, children(left), children(right));
      case Body.Select select ->
          new Body.Select(
              select.distinct().map(this::scalars),
              map(
                  select.targets(),
                  target -> new Clause.Target(scalar(target.value()), target.alias())),
              map(select.from(), this::from),
              select.where().map(this::scalar),
              map(select.group(), this::grouping),
              select.groupDistinct(),
              select.having().map(this::scalar),
              map(
                  select.windows(),
                  named -> new Clause.NamedWindow(named.name(), window(named.definition()))));
    };
  }

  /** {@return {@code node} with its children replaced} */
  public final FromItem children(FromItem node) {
    return switch (node) {
      case FromItem.Relation relation ->
          new FromItem.Relation(
              relation.name(),
              relation.only(),
              relation.alias(),
              relation
                  .sample()
                  .map(
                      sample ->
                          new Clause.Sample(
                              sample.method(),
                              scalars(sample.args()),
                              sample.seed().map(this::scalar))),
              relation.place());
      case FromItem.Derived(boolean lateral, QueryNode query, FromItem.Alias alias) ->
          new FromItem.Derived(lateral, query(query), alias);
      case FromItem.Function function ->
          new FromItem.Function(
              function.lateral(),
              map(function.parts(), part -> new FromItem.Part(scalar(part.call()), part.columns())),
              function.rowsFrom(),
              function.ordinality(),
              function.alias(),
              function.columns());
      case FromItem.Join join ->
          new FromItem.Join(
              join.kind(),
              join.natural(),
              from(join.left()),
              from(join.right()),
              join.on().map(this::scalar),
              join.using(),
              join.usingAlias(),
              join.alias());
    };
  }

  /** {@return {@code window} with its children replaced} */
  public final Clause.Window window(Clause.Window window) {
    return new Clause.Window(
        window.name(),
        window.bare(),
        scalars(window.partition()),
        sorts(window.order()),
        window
            .frame()
            .map(
                frame ->
                    new Clause.Frame(
                        frame.unit(), bound(frame.from()), bound(frame.to()), frame.exclusion())));
  }

  private Clause.Bound bound(Clause.Bound bound) {
    return new Clause.Bound(bound.offset().map(this::scalar), bound.words());
  }

  private Clause.Grouping grouping(Clause.Grouping grouping) {
    return new Clause.Grouping(
        grouping.word(),
        map(
            grouping.elements(),
            element ->
                switch (element) {
                  case Clause.Grouping inner -> grouping(inner);
                  case Scalar scalar -> scalar(scalar);
                  case QueryNode other -> other;
                  case Body other -> other;
                  case FromItem other -> other;
                  case Clause other -> other;
                }));
  }

  private List<Clause.Sort> sorts(List<Clause.Sort> sorts) {
    return map(
        sorts,
        sort ->
            new Clause.Sort(
                scalar(sort.key()), sort.descending(), sort.nullsFirst(), sort.using()));
  }

  private List<Scalar> scalars(List<Scalar> scalars) {
    return map(scalars, this::scalar);
  }

  private static <T> List<T> map(List<T> list, UnaryOperator<T> change) {
    return list.isEmpty() ? list : list.stream().map(change).toList();
  }
}
