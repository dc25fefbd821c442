package dev.drift.engine.canon.typing;

import dev.drift.engine.canon.tree.Body;
import dev.drift.engine.canon.tree.Clause;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.TypeName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Types bound, canonical queries (analyze.c): each query level, its FROM first. */
final class QueryTyping {
  private static final Receiver READER = new Receiver.Reader();

  private final ScalarTyping scalars;
  private final OutputTyping outputs;
  private final FromTyping froms;
  private final ColumnTypes owner;
  private final CollatedColumns collated;
  private final Deque<Level> levels = new ArrayDeque<>();
  private final Deque<Map<String, List<OutputColumn>>> ctes = new ArrayDeque<>();

  QueryTyping(
      TypeSystem types,
      Relations relations,
      ColumnTypes owner,
      Candidates candidates,
      Choices choices,
      boolean collating) {
    this.scalars = new ScalarTyping(types, this, candidates, choices);
    this.outputs = new OutputTyping(scalars);
    this.froms = new FromTyping(types, relations, scalars, this);
    this.owner = owner;
    this.collated =
        new CollatedColumns(
            collating ? Optional.of(new CollationTyping(scalars, this, types)) : Optional.empty());
  }

  /** A typed query and its columns. */
  record Result(QueryNode query, List<OutputColumn> columns) {
    /** {@return the type of its only column that counts} */
    Optional<TypeName> first() {
      return columns.isEmpty() ? Optional.empty() : columns.get(0).type();
    }
  }

  ScalarTyping scalars() {
    return scalars;
  }

  Optional<TypeName> column(Node.Column column) {
    return owner.of(column);
  }

  Optional<TypeName> parameter(Node.Parameter parameter) {
    return owner.of(parameter);
  }

  Optional<TypeName> column(Node.Bound bound) {
    return levels.stream()
        .skip(bound.level())
        .findFirst()
        .flatMap(level -> level.type(bound.item(), bound.name()));
  }

  CollatedColumns collated() {
    return collated;
  }

  Optional<QualifiedName> collation(Node.Column column) {
    return owner.collation(column);
  }

  Optional<QualifiedName> collation(Node.Bound bound) {
    return levels.stream()
        .skip(bound.level())
        .findFirst()
        .flatMap(level -> level.collation(bound.item(), bound.name()));
  }

  Optional<List<OutputColumn>> cte(String name) {
    return ctes.stream()
        .filter(names -> names.containsKey(name))
        .findFirst()
        .map(names -> names.getOrDefault(name, List.of()));
  }

  Result query(QueryNode query) {
    return query(query, READER);
  }

  Result query(QueryNode query, Receiver receiver) {
    Map<String, List<OutputColumn>> names = new HashMap<>();
    ctes.push(names);
    try {
      var with = new ArrayList<Clause.Cte>();
      for (Clause.Cte cte : query.with()) {
        with.add(cte(cte, query.recursive(), names));
      }
      Outputs found = outputs(query.body(), receiver);
      levels.push(found.level());
      try {
        return new Result(rest(query, with, found.body()), found.columns());
      } finally {
        levels.pop();
      }
    } finally {
      ctes.pop();
    }
  }

  private QueryNode rest(QueryNode query, List<Clause.Cte> with, Body body) {
    return new QueryNode(
        with,
        query.recursive(),
        body,
        query.order().stream().map(this::sort).toList(),
        query.limit().map(outputs::count),
        query.ties(),
        query.offset().map(outputs::count),
        query.locks());
  }

  private Clause.Sort sort(Clause.Sort sort) {
    return new Clause.Sort(
        scalars.key(sort.key()), sort.descending(), sort.nullsFirst(), sort.using());
  }

  /** A recursive query has the columns of the part that does not refer to it. */
  private Clause.Cte cte(Clause.Cte cte, boolean recursive, Map<String, List<OutputColumn>> names) {
    if (recursive && cte.query().body() instanceof Body.SetOperation set) {
      names.put(cte.name(), List.of());
      names.put(
          cte.name(),
          CollatedColumns.renamed(cte.columns(), query(QueryNode.of(set.left())).columns()));
    }
    Result result = query(cte.query());
    List<OutputColumn> columns = names.getOrDefault(cte.name(), List.of());
    if (columns.isEmpty()) {
      columns =
          cte.tail().isEmpty()
              ? CollatedColumns.renamed(cte.columns(), result.columns())
              : List.of();
    }
    names.put(cte.name(), columns);
    return new Clause.Cte(
        cte.name(), cte.columns(), cte.materialized(), result.query(), cte.tail());
  }

  /** What a body yields, with what its ORDER BY sees. */
  private record Outputs(Body body, List<OutputColumn> columns, Level level) {}

  private Outputs outputs(Body body, Receiver receiver) {
    return switch (body) {
      case Body.Select select -> select(select, receiver);
      case Body.Values values -> values(values, receiver);
      case Body.Nested(QueryNode inner) -> {
        Result result = query(inner, receiver instanceof Receiver.Columns ? receiver : READER);
        yield new Outputs(new Body.Nested(result.query()), result.columns(), new Level(List.of()));
      }
      case Body.SetOperation set -> merged(set);
    };
  }

  private Outputs select(Body.Select select, Receiver receiver) {
    var level = new Level(new ArrayList<>());
    levels.push(level);
    try {
      List<FromItem> from = select.from().stream().map(item -> froms.item(item, level)).toList();
      var targets = new ArrayList<Clause.Target>();
      var columns = new ArrayList<OutputColumn>();
      for (Clause.Target target : select.targets()) {
        Typed value = outputs.received(scalars.of(target.value()), targets.size(), receiver);
        targets.add(new Clause.Target(value.node(), target.alias()));
        columns.add(
            collated.column(OutputTyping.name(target), List.of(target.value()), value.type()));
      }
      var typed =
          new Body.Select(
              select.distinct().map(on -> on.stream().map(scalars::key).toList()),
              targets,
              from,
              select.where().map(scalars::condition),
              select.group().stream().map(outputs::grouping).toList(),
              select.groupDistinct(),
              select.having().map(scalars::condition),
              select.windows().stream()
                  .map(
                      named ->
                          new Clause.NamedWindow(named.name(), scalars.window(named.definition())))
                  .toList());
      return new Outputs(typed, columns, level);
    } finally {
      levels.pop();
    }
  }

  private Outputs values(Body.Values values, Receiver receiver) {
    levels.push(new Level(List.of()));
    try {
      if (receiver instanceof Receiver.Columns) {
        return new Outputs(outputs.received(values, receiver), List.of(), new Level(List.of()));
      }
      int width = values.rows().get(0).size();
      var common = new ArrayList<ScalarTyping.Common>();
      for (int i = 0; i < width; i++) {
        int at = i;
        common.add(
            scalars.common(values.rows().stream().map(row -> scalars.of(row.get(at))).toList()));
      }
      var rows = new ArrayList<List<Scalar>>();
      for (int row = 0; row < values.rows().size(); row++) {
        int at = row;
        rows.add(common.stream().map(column -> column.nodes().get(at)).toList());
      }
      var columns = new ArrayList<OutputColumn>();
      for (int i = 0; i < width; i++) {
        int at = i;
        List<Scalar> parts = values.rows().stream().map(row -> row.get(at)).toList();
        columns.add(collated.column("column" + (i + 1), parts, common.get(i).type()));
      }
      return new Outputs(new Body.Values(rows), columns, new Level(List.of()));
    } finally {
      levels.pop();
    }
  }

  /** Only bare strings are coerced within the branches; the rest when rows are put together. */
  private Outputs merged(Body.SetOperation set) {
    Outputs left = outputs(set.left(), new Receiver.Branches());
    Outputs right = outputs(set.right(), new Receiver.Branches());
    var columns = new ArrayList<OutputColumn>();
    for (int i = 0; i < Math.min(left.columns().size(), right.columns().size()); i++) {
      OutputColumn column = left.columns().get(i);
      Optional<TypeName> type =
          scalars
              .common(
                  List.of(
                      new Typed(Typed.PLACEHOLDER, column.type()),
                      new Typed(Typed.PLACEHOLDER, right.columns().get(i).type())))
              .type();
      columns.add(
          new OutputColumn(
              column.name(), type, collated.merged(column, right.columns().get(i), type)));
    }
    return new Outputs(
        new Body.SetOperation(
            set.word(), set.all(), settled(left, columns), settled(right, columns)),
        columns,
        new Level(List.of()));
  }

  private Body settled(Outputs branch, List<OutputColumn> columns) {
    if (!(branch.body() instanceof Body.Select select)) {
      return branch.body();
    }
    var targets = new ArrayList<Clause.Target>();
    for (int i = 0; i < select.targets().size(); i++) {
      Clause.Target target = select.targets().get(i);
      Optional<TypeName> type = i < columns.size() ? columns.get(i).type() : Optional.empty();
      boolean bare = branch.columns().get(i).type().filter(Typed.UNKNOWN::equals).isPresent();
      Scalar value =
          bare
              ? type.map(found -> scalars.coercion().unknown(target.value(), found))
                  .orElseGet(() -> new Node.Loose(target.value()))
              : target.value();
      targets.add(new Clause.Target(value, target.alias()));
    }
    return select.withTargets(targets);
  }
}
