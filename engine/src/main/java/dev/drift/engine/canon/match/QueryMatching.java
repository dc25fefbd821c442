package dev.drift.engine.canon.match;

import dev.drift.engine.canon.Match;
import dev.drift.engine.canon.tree.Body;
import dev.drift.engine.canon.tree.Clause;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.LiteralKind;
import dev.drift.engine.canon.tree.QueryNode;
import java.util.List;
import java.util.Optional;

/**
 * Compares canonical queries. Output names and aliases do not count: columns are bound by place.
 */
final class QueryMatching {
  private final Matching scalars;

  QueryMatching(Matching scalars) {
    this.scalars = scalars;
  }

  Match match(QueryNode a, QueryNode b) {
    return Matching.list(a.with(), b.with(), this::ctes)
        .and(bodies(a.body(), b.body()))
        .and(Matching.list(a.order(), b.order(), scalars::sorts))
        .and(scalars.optional(limit(a), limit(b)))
        .and(Matching.is(a.ties() == b.ties()))
        .and(scalars.optional(a.offset(), b.offset()))
        .and(Matching.list(a.locks(), b.locks(), (x, y) -> Matching.is(locksEqual(x, y))));
  }

  /** LIMIT NULL is none. */
  private static Optional<Node.Scalar> limit(QueryNode query) {
    return query
        .limit()
        .filter(
            limit ->
                !(Casts.peel(limit).base() instanceof Node.Literal literal
                    && literal.kind() == LiteralKind.NULL));
  }

  private static boolean locksEqual(Clause.Lock a, Clause.Lock b) {
    return a.strength().equals(b.strength()) && a.waiting().equals(b.waiting());
  }

  private Match ctes(Clause.Cte a, Clause.Cte b) {
    return Matching.is(
            a.name().equals(b.name())
                && a.materialized().equals(b.materialized())
                && a.tail().equalsIgnoreCase(b.tail())
                && columns(a.columns(), b.columns()))
        .and(match(a.query(), b.query()))
        .and(outputNames(a.query().body(), b.query().body()));
  }

  private static boolean columns(List<String> a, List<String> b) {
    int common = Math.min(a.size(), b.size());
    return a.subList(0, common).equals(b.subList(0, common));
  }

  /** What a query calls its columns, compared where both say so. */
  private static Match outputNames(Body a, Body b) {
    if (a instanceof Body.SetOperation left && b instanceof Body.SetOperation right) {
      return outputNames(left.left(), right.left());
    }
    if (!(a instanceof Body.Select left) || !(b instanceof Body.Select right)) {
      return Match.EQUAL;
    }
    return Matching.list(
        left.targets(),
        right.targets(),
        (x, y) -> {
          String one = outputName(x);
          String other = outputName(y);
          return Matching.is(one.isEmpty() || other.isEmpty() || one.equals(other));
        });
  }

  private static String outputName(Clause.Target target) {
    if (!target.alias().isEmpty()) {
      return target.alias();
    }
    return switch (target.value()) {
      case Node.Column column -> column.name();
      case Node.Bound bound -> bound.name();
      default -> "";
    };
  }

  private Match bodies(Body a, Body b) {
    return switch (a) {
      case Body.Select x when b instanceof Body.Select y -> selects(x, y);
      case Body.Values x when b instanceof Body.Values y ->
          Matching.list(x.rows(), y.rows(), scalars::all);
      case Body.SetOperation x when b instanceof Body.SetOperation y ->
          Matching.is(x.word().equals(y.word()) && x.all() == y.all())
              .and(bodies(x.left(), y.left()))
              .and(bodies(x.right(), y.right()));
      case Body.Nested x when b instanceof Body.Nested y -> match(x.query(), y.query());
      default -> Match.DIFFERENT;
    };
  }

  private Match selects(Body.Select a, Body.Select b) {
    return Matching.present(a.distinct(), b.distinct(), scalars::all)
        .and(
            Matching.list(
                a.targets(), b.targets(), (x, y) -> scalars.scalars(x.value(), y.value())))
        .and(Matching.list(a.from(), b.from(), this::items))
        .and(scalars.optional(a.where(), b.where()))
        .and(Matching.list(a.group(), b.group(), this::groupings))
        .and(Matching.is(a.groupDistinct() == b.groupDistinct()))
        .and(scalars.optional(a.having(), b.having()))
        .and(Matching.list(a.windows(), b.windows(), this::namedWindows));
  }

  private Match namedWindows(Clause.NamedWindow a, Clause.NamedWindow b) {
    return Matching.is(a.name().equals(b.name()))
        .and(scalars.windows(a.definition(), b.definition()));
  }

  private Match groupings(Clause.Grouping a, Clause.Grouping b) {
    return Matching.is(a.word().equals(b.word()))
        .and(Matching.list(a.elements(), b.elements(), this::elements));
  }

  private Match elements(Node a, Node b) {
    if (a instanceof Clause.Grouping x && b instanceof Clause.Grouping y) {
      return groupings(x, y);
    }
    return a instanceof Node.Scalar x && b instanceof Node.Scalar y
        ? scalars.scalars(x, y)
        : Match.DIFFERENT;
  }

  private Match items(FromItem a, FromItem b) {
    Match aliases = Matching.is(columns(a.alias().columns(), b.alias().columns()));
    return aliases.and(
        switch (a) {
          case FromItem.Relation x when b instanceof FromItem.Relation y ->
              Matching.names(x.name(), y.name())
                  .and(Matching.is(x.only() == y.only()))
                  .and(Matching.present(x.sample(), y.sample(), this::samples));
          case FromItem.Derived x when b instanceof FromItem.Derived y ->
              match(x.query(), y.query())
                  .and(
                      x.alias().columns().isEmpty() && y.alias().columns().isEmpty()
                          ? outputNames(x.query().body(), y.query().body())
                          : Match.EQUAL);
          case FromItem.Function x when b instanceof FromItem.Function y -> functions(x, y);
          case FromItem.Join x when b instanceof FromItem.Join y -> joins(x, y);
          default -> Match.DIFFERENT;
        });
  }

  private Match samples(Clause.Sample a, Clause.Sample b) {
    return Matching.names(a.method(), b.method())
        .and(scalars.all(a.args(), b.args()))
        .and(scalars.optional(a.seed(), b.seed()));
  }

  private Match functions(FromItem.Function a, FromItem.Function b) {
    return Matching.is(a.ordinality() == b.ordinality())
        .and(Matching.list(a.columns(), b.columns(), scalars::definitions))
        .and(
            Matching.list(
                a.parts(),
                b.parts(),
                (x, y) ->
                    scalars
                        .scalars(x.call(), y.call())
                        .and(Matching.list(x.columns(), y.columns(), scalars::definitions))));
  }

  private Match joins(FromItem.Join a, FromItem.Join b) {
    return Matching.is(a.kind().equals(b.kind()) && a.natural() == b.natural())
        .and(Matching.is(a.using().equals(b.using())))
        .and(items(a.left(), b.left()))
        .and(items(a.right(), b.right()))
        .and(scalars.optional(a.on(), b.on()));
  }
}
