package dev.drift.engine.canon.resolve;

import dev.drift.engine.canon.Parameters;
import dev.drift.engine.canon.Scope;
import dev.drift.engine.canon.tree.Body;
import dev.drift.engine.canon.tree.Clause;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.canon.typing.ColumnTypes;
import dev.drift.engine.model.ObjectId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.UnaryOperator;

/** Resolves a whole query: every name looked up, every star expanded. */
public final class QueryResolver {
  private static final List<String> ROWS = List.of("old", "new");

  private final Resolution resolution;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final Deque<Map<String, Optional<List<Visible>>>> ctes = new ArrayDeque<>();
  private final ScalarResolver scalars;
  private final FromResolver froms;

  QueryResolver(Resolution resolution) {
    this.resolution = resolution;
    this.scalars = new ScalarResolver(resolution, this, frames);
    this.froms = new FromResolver(resolution, this, scalars, frames);
  }

  /**
   * A query with its names looked up.
   *
   * @param doubt the first thing that could not be decided
   */
  public record Resolved(
      QueryNode query, List<String> columns, SortedSet<ObjectId> objects, Optional<String> doubt) {}

  /** An expression with the names in it looked up. */
  public record ResolvedScalar(Scalar scalar, Optional<String> doubt) {}

  /**
   * {@return {@code query} with its names looked up in {@code scope}}
   *
   * @throws InvalidQueryException where PostgreSQL would refuse it for certain
   */
  public static Resolved resolve(QueryNode query, Scope scope) {
    return resolve(query, scope, Parameters.NONE);
  }

  /**
   * {@return {@code query}, of a routine with {@code parameters}, with its names looked up}
   *
   * @throws InvalidQueryException where PostgreSQL would refuse it for certain
   */
  public static Resolved resolve(QueryNode query, Scope scope, Parameters parameters) {
    var resolution = new Resolution(scope, parameters);
    Result result = new QueryResolver(resolution).query(query);
    List<String> outputs = result.columns().stream().map(Visible::name).toList();
    ColumnTypes columns = column -> parameters.type(column.name());
    QueryNode named = resolution.settled(result.query(), columns);
    return new Resolved(named, outputs, resolution.objects(), resolution.doubt());
  }

  /**
   * {@return {@code scalar} with the names in its subqueries looked up}
   *
   * @param table the table whose columns it may use, those of OLD and NEW too; without one, names
   *     that no query explains stay as they are: parameters
   * @param columns the types of what the expression may use
   * @throws InvalidQueryException where PostgreSQL would refuse it for certain
   */
  public static ResolvedScalar resolve(
      Scalar scalar, Optional<ObjectId> table, ColumnTypes columns, Scope scope) {
    var resolution = new Resolution(scope);
    var resolver = new QueryResolver(resolution);
    if (table.isEmpty()) {
      resolution.allowFreeNames();
      return resolver.settled(resolver.scalars.resolve(scalar), columns);
    }
    ObjectId owner = table.get();
    Optional<List<Visible>> own = RelationLookup.columns(owner, scope.objects());
    Frame frame =
        Frame.of(RelationLookup.named(owner.name(), owner.schema(), List.of(), own, table));
    for (String row : ROWS) {
      frame.addNamed(RelationLookup.named(row, "", List.of(), own, table));
    }
    resolver.frames.push(frame);
    return resolver.settled(
        OwnColumns.unqualified(resolver.scalars.resolve(scalar), owner.name()), columns);
  }

  private ResolvedScalar settled(Scalar scalar, ColumnTypes columns) {
    Scalar named = resolution.settled(scalar, columns);
    return new ResolvedScalar(named, resolution.doubt());
  }

  /**
   * A query and its columns, not yet written with a qualifier.
   *
   * @param open whether it may have more columns than these
   */
  record Result(QueryNode query, List<Visible> columns, boolean open) {
    /** {@return its columns, if all are known} */
    Optional<List<Visible>> known() {
      return open ? Optional.empty() : Optional.of(columns);
    }
  }

  Optional<Optional<List<Visible>>> cte(String name) {
    return ctes.stream()
        .filter(names -> names.containsKey(name))
        .findFirst()
        .map(names -> names.getOrDefault(name, Optional.empty()));
  }

  Result query(QueryNode query) {
    Map<String, Optional<List<Visible>>> names = new HashMap<>();
    ctes.push(names);
    try {
      var with = new ArrayList<Clause.Cte>();
      for (Clause.Cte cte : query.recursive() ? CteOrder.of(query.with()) : query.with()) {
        with.add(cte(cte, query.recursive(), names));
      }
      return body(query, with);
    } finally {
      ctes.pop();
    }
  }

  private Clause.Cte cte(
      Clause.Cte cte, boolean recursive, Map<String, Optional<List<Visible>>> names) {
    if (recursive && cte.query().body() instanceof Body.SetOperation set) {
      names.put(cte.name(), Optional.empty());
      Result first = quietly(cte.query().withBody(set.left()));
      names.put(cte.name(), columns(cte, first));
    }
    Result result = query(cte.query());
    names.put(cte.name(), columns(cte, result));
    return new Clause.Cte(
        cte.name(), cte.columns(), cte.materialized(), result.query(), cte.tail());
  }

  /** The non-recursive term alone, for its columns; what it reads is counted later. */
  private Result quietly(QueryNode query) {
    var inner = new QueryResolver(new Resolution(resolution.scope(), resolution.parameters()));
    inner.ctes.addAll(ctes);
    inner.frames.addAll(frames);
    return inner.query(query);
  }

  private static Optional<List<Visible>> columns(Clause.Cte cte, Result result) {
    if (!cte.tail().isEmpty()) {
      return Optional.empty();
    }
    return RelationLookup.named(cte.name(), "", cte.columns(), result.known(), Optional.empty())
        .columns();
  }

  private Result body(QueryNode query, List<Clause.Cte> with) {
    return switch (query.body()) {
      case Body.Select select -> select(query, with, select);
      case Body.Values values -> {
        frames.push(new Frame());
        Body.Values body = new Body.Values(values.rows().stream().map(scalars::list).toList());
        List<Visible> columns = SelectResolver.ofValues(body);
        Result result = finish(query, with, body, columns, false, scalars::sort);
        frames.pop();
        yield result;
      }
      case Body.SetOperation set -> {
        Branch branch = branch(set);
        Frame outputs = new Frame();
        frames.push(outputs);
        Result result =
            finish(
                query,
                with,
                branch.body(),
                branch.columns(),
                branch.open(),
                sort -> SelectResolver.ordinal(sort, branch.columns()));
        frames.pop();
        yield result;
      }
      case Body.Nested(QueryNode inner) -> {
        Result nested = query(inner);
        frames.push(new Frame());
        Result result =
            finish(
                query,
                with,
                new Body.Nested(nested.query()),
                nested.columns(),
                nested.open(),
                sort -> SelectResolver.ordinal(sort, nested.columns()));
        frames.pop();
        yield result;
      }
    };
  }

  private record Branch(Body body, List<Visible> columns, boolean open) {}

  private Branch branch(Body body) {
    if (body instanceof Body.SetOperation(String word, boolean all, Body left, Body right)) {
      Branch first = branch(left);
      Branch second = branch(right);
      return new Branch(
          new Body.SetOperation(word, all, first.body(), second.body()),
          first.columns(),
          first.open());
    }
    if (body instanceof Body.Nested(QueryNode inner)) {
      Result nested = query(inner);
      return new Branch(new Body.Nested(nested.query()), nested.columns(), nested.open());
    }
    Result result = query(QueryNode.of(body));
    return new Branch(result.query().body(), result.columns(), result.open());
  }

  private Result select(QueryNode query, List<Clause.Cte> with, Body.Select select) {
    var frame = new Frame();
    frames.push(frame);
    try {
      var from = new ArrayList<FromItem>();
      for (FromItem item : select.from()) {
        FromResolver.Placed placed = froms.place(item);
        from.add(placed.item());
        frame.addAll(placed.frame());
      }
      var resolver = new SelectResolver(resolution, scalars, frame);
      SelectResolver.Selected selected = resolver.select(select, from);
      return finish(
          query,
          with,
          selected.body(),
          selected.columns(),
          selected.open(),
          sort -> resolver.order(sort, selected));
    } finally {
      frames.pop();
    }
  }

  private Result finish(
      QueryNode query,
      List<Clause.Cte> with,
      Body body,
      List<Visible> columns,
      boolean open,
      UnaryOperator<Clause.Sort> sort) {
    var resolved =
        new QueryNode(
            with,
            query.recursive(),
            body,
            query.order().stream().map(sort).toList(),
            query.limit().map(scalars::resolve),
            query.ties(),
            query.offset().map(scalars::resolve),
            query.locks());
    return new Result(resolved, columns, open);
  }
}
