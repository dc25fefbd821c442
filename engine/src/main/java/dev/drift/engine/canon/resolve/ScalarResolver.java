package dev.drift.engine.canon.resolve;

import dev.drift.engine.canon.DottedNames;
import dev.drift.engine.canon.Names;
import dev.drift.engine.canon.tree.Clause;
import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.LiteralKind;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.Place;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.canon.tree.Traversal;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Identifiers;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Resolves the names in expressions: columns, routines, relations in strings. */
final class ScalarResolver extends Traversal {
  private static final Set<String> SYSTEM_COLUMNS =
      Set.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid", "oid");
  private static final Set<String> OF_SEQUENCES = Set.of("nextval", "currval", "setval");

  private final Resolution resolution;
  private final QueryResolver queries;
  private final Deque<Frame> frames;

  ScalarResolver(Resolution resolution, QueryResolver queries, Deque<Frame> frames) {
    this.resolution = resolution;
    this.queries = queries;
    this.frames = frames;
  }

  Scalar resolve(Scalar scalar) {
    return scalar(scalar);
  }

  Clause.Sort sort(Clause.Sort sort) {
    return new Clause.Sort(scalar(sort.key()), sort.descending(), sort.nullsFirst(), sort.using());
  }

  /** {@return {@code list} resolved, with every {@code t.*} in it expanded} */
  List<Scalar> list(List<Scalar> list) {
    return list.stream().flatMap(this::element).toList();
  }

  private Stream<Scalar> element(Scalar element) {
    Optional<List<Visible>> columns =
        element instanceof Node.Star(List<String> qualifier) && !qualifier.isEmpty()
            ? found(qualifier).flatMap(Entry::columns)
            : Optional.empty();
    return columns
        .map(visible -> visible.stream().map(Visible::reference))
        .orElseGet(() -> Stream.of(scalar(element)));
  }

  /** {@return the type of {@code resolved}, if it is a row of a known one} */
  Optional<TypeName> row(Scalar resolved) {
    return resolution.typing().row(resolved, this::type);
  }

  /** {@return the names of the fields of {@code resolved}, if it is a row of a known type} */
  Optional<List<Visible>> fields(Scalar resolved) {
    return resolution
        .typing()
        .fields(resolved, this::type)
        .map(names -> names.stream().map(RelationLookup::column).toList());
  }

  private Optional<TypeName> type(Node.Column column) {
    List<String> path = column.path();
    return frames.stream()
        .flatMap(frame -> frame.entry(path.get(Math.max(0, path.size() - 2)), "").stream())
        .findFirst()
        .flatMap(Entry::relation)
        .flatMap(relation -> resolution.typing().column(relation, column.name()));
  }

  /** {@return what tells the columns of functions} */
  FunctionColumns functions() {
    return new FunctionColumns(
        resolution.scope(),
        call -> resolution.typing().choices(call, this::type, resolution.scope().searchPath()));
  }

  /** {@return what stands in FROM under that name, of this query or of one around it} */
  Entry entry(List<String> qualifier) {
    return found(qualifier)
        .orElseThrow(
            () ->
                new InvalidQueryException(
                    "missing FROM-clause entry for table \"" + qualifier.getLast() + "\"",
                    Place.NONE));
  }

  private Optional<Entry> found(List<String> qualifier) {
    String schema = qualifier.size() > 1 ? qualifier.get(qualifier.size() - 2) : "";
    return frames.stream()
        .flatMap(frame -> frame.entry(qualifier.getLast(), schema).stream())
        .findFirst();
  }

  @Override
  protected QueryNode query(QueryNode child) {
    return queries.query(child).query();
  }

  @Override
  protected Scalar scalar(Scalar child) {
    return switch (child) {
      case Node.Column column -> column(column);
      case Node.Call call -> call(call);
      case Node.Row(List<Scalar> fields) -> new Node.Row(list(fields));
      case Node.Field(Scalar of, String name) -> field(scalar(of), name);
      case Node.Star star when star.qualifier().size() == 1 ->
          found(star.qualifier()).flatMap(Entry::whole).orElse(star);
      case Node.Cast(Node.Literal(LiteralKind kind, String text), TypeName type)
          when kind == LiteralKind.STRING && type.isBuiltin("regclass") ->
          new Node.Cast(relationText(text), type);
      case Node.Collate(Scalar arg, Name collation) ->
          new Node.Collate(scalar(arg), resolution.collation(collation));
      default -> {
        if (resolution.isOwnOperator(child)) {
          resolution.open();
        }
        yield children(child);
      }
    };
  }

  /** {@code (t).c} is {@code t.c} (ParseComplexProjection). */
  private Scalar field(Scalar row, String name) {
    Optional<Entry> item =
        row instanceof Node.Star(List<String> qualifier) ? found(qualifier) : Optional.empty();
    return item.flatMap(entry -> entry.find(name)).orElseGet(() -> new Node.Field(row, name));
  }

  private Scalar column(Node.Column column) {
    List<String> path = column.path();
    return path.size() == 1 ? bare(column, path.get(0)) : qualified(column);
  }

  private Scalar bare(Node.Column column, String name) {
    for (Frame frame : frames) {
      Optional<Visible> found = frame.column(name);
      if (found.isPresent()) {
        return found.get().reference();
      }
      if (frame.isOpen()) {
        return open(column, name, frame);
      }
    }
    for (Frame frame : frames) {
      Optional<Entry> entry = frame.entry(name, "");
      if (entry.isPresent()) {
        return entry.get().whole().orElseGet(() -> new Node.Star(List.of(name)));
      }
    }
    for (Frame frame : frames) {
      if (SYSTEM_COLUMNS.contains(name) && frame.entries().size() == 1) {
        return frame.entries().get(0).column(name);
      }
    }
    Optional<Node.Parameter> parameter = resolution.parameters().named(name);
    if (parameter.isPresent()) {
      return parameter.get();
    }
    if (resolution.allowsFreeNames()) {
      return column;
    }
    throw new InvalidQueryException("column \"" + name + "\" does not exist", column.place());
  }

  /** A name that only an item with unknown columns can explain. */
  private Scalar open(Node.Column column, String name, Frame frame) {
    List<Entry> unknown =
        frame.entries().stream().filter(entry -> entry.columns().isEmpty()).toList();
    boolean outer =
        frames.stream().anyMatch(other -> other != frame && other.column(name).isPresent());
    boolean parameter = resolution.parameters().named(name).isPresent();
    if (unknown.size() == 1 && !outer && !parameter) {
      return unknown.get(0).column(name);
    }
    resolution.doubt("column " + name + " could not be told");
    return column;
  }

  private Scalar qualified(Node.Column column) {
    List<String> path = column.path();
    String name = path.get(path.size() - 1);
    String alias = path.get(path.size() - 2);
    String schema = path.size() > 2 ? path.get(path.size() - 3) : "";
    for (Frame frame : frames) {
      Optional<Entry> entry = frame.entry(alias, schema);
      if (entry.isPresent()) {
        return in(frame, entry.get(), column, name);
      }
    }
    Optional<Scalar> parameter = resolution.parameters().dotted(path);
    if (parameter.isPresent()) {
      return parameter.get();
    }
    if (frames.stream().anyMatch(frame -> frame.column(alias).isPresent())) {
      resolution.doubt("field " + alias + '.' + name + " could not be told");
      return column;
    }
    if (resolution.allowsFreeNames()) {
      return column;
    }
    throw new InvalidQueryException(
        "missing FROM-clause entry for table \"" + alias + "\"", column.place());
  }

  private Scalar in(Frame frame, Entry entry, Node.Column column, String name) {
    boolean known =
        entry.columns().isEmpty()
            || entry.find(name).isPresent()
            || SYSTEM_COLUMNS.contains(name) && entry.relation().isPresent();
    if (!known) {
      Optional<Scalar> parameter = resolution.parameters().dotted(column.path());
      if (parameter.isPresent()) {
        return parameter.get();
      }
      boolean function = !Names.routines(List.of(name), resolution.scope()).isEmpty();
      if (function) {
        resolution.doubt("field " + entry.alias() + '.' + name + " could not be told");
        return column;
      }
      throw new InvalidQueryException(
          "column " + entry.alias() + '.' + name + " does not exist", column.place());
    }
    boolean ambiguous =
        !entry.schema().isEmpty()
            && frame.entries().stream().filter(other -> other.alias().equals(entry.alias())).count()
                > 1;
    return ambiguous
        ? new Node.Column(List.of(entry.schema(), entry.alias(), name), Place.NONE)
        : entry.column(name);
  }

  private Scalar call(Node.Call call) {
    Name function = call.function();
    List<String> path = function.path();
    List<ObjectId> routines = Names.routines(path, call.args().size(), resolution.scope());
    Name full = function;
    if (Names.isOpen(path, call.args().size(), routines)) {
      resolution.open();
    } else if (!routines.isEmpty()) {
      full = function.in(routines.get(0).schema());
      resolution.uses(routines.get(0));
    }
    var args = new ArrayList<>(call.args());
    if (OF_SEQUENCES.contains(function.name())
        && !args.isEmpty()
        && args.get(0).value() instanceof Node.Literal(LiteralKind kind, String text)
        && kind == LiteralKind.STRING) {
      args.set(0, Node.Argument.of(relationText(text)));
    }
    return children(new Node.Call(full, args, call.modifiers()));
  }

  private Scalar relationText(String text) {
    Optional<ObjectId> id = Names.relation(DottedNames.path(text), resolution.scope());
    id.ifPresent(resolution::uses);
    return new Node.Literal(
        LiteralKind.STRING,
        id.map(found -> Identifiers.quote(found.schema(), found.name())).orElse(text));
  }
}
