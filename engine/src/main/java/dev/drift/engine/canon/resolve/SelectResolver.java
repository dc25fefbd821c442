package dev.drift.engine.canon.resolve;

import dev.drift.engine.canon.Parameters;
import dev.drift.engine.canon.tree.Body;
import dev.drift.engine.canon.tree.Clause;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.LiteralKind;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.Place;
import dev.drift.engine.model.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves the clauses of one SELECT whose FROM is placed. */
final class SelectResolver {
  private final Resolution resolution;
  private final ScalarResolver scalars;
  private final Frame frame;
  private boolean open;

  SelectResolver(Resolution resolution, ScalarResolver scalars, Frame frame) {
    this.resolution = resolution;
    this.scalars = scalars;
    this.frame = frame;
  }

  /** A resolved SELECT and its output columns; open if there may be more. */
  record Selected(Body.Select body, List<Visible> columns, boolean open) {}

  Selected select(Body.Select select, List<FromItem> from) {
    var targets = new ArrayList<Clause.Target>();
    var outputs = new ArrayList<Visible>();
    for (Clause.Target target : select.targets()) {
      target(target, targets, outputs);
    }
    var body =
        new Body.Select(
            select.distinct().map(on -> on.stream().map(key -> key(key, outputs, true)).toList()),
            targets,
            from,
            select.where().map(scalars::resolve),
            select.group().stream().map(group -> grouping(group, outputs)).toList(),
            select.groupDistinct(),
            select.having().map(scalars::resolve),
            select.windows().stream()
                .map(
                    named ->
                        new Clause.NamedWindow(named.name(), scalars.window(named.definition())))
                .toList());
    return new Selected(body, outputs, open);
  }

  private void target(Clause.Target target, List<Clause.Target> targets, List<Visible> columns) {
    if (target.value() instanceof Node.Star(List<String> qualifier)) {
      star(target, qualifier, targets, columns);
      return;
    }
    if (target.value() instanceof Node.FieldStar(Scalar of)) {
      fields(target, of, targets, columns);
      return;
    }
    String name = OutputNames.of(target);
    Scalar value = scalars.resolve(target.value());
    Scalar whole = value instanceof Node.Star(List<String> alias) ? wholeRow(alias.get(0)) : value;
    boolean plain = whole instanceof Node.Column column && column.name().equals(name);
    targets.add(new Clause.Target(whole, plain || name.equals(OutputNames.NONE) ? "" : name));
    columns.add(new Visible(name, whole));
  }

  /** A whole row as one output column, as the server prints it: {@code t.*::t}. */
  private Scalar wholeRow(String alias) {
    TypeName type = scalars.entry(List.of(alias)).row().orElse(TypeName.builtin("record"));
    return new Node.Cast(new Node.Star(List.of(alias)), type);
  }

  private void star(
      Clause.Target target,
      List<String> qualifier,
      List<Clause.Target> targets,
      List<Visible> columns) {
    Optional<Node.Parameter> parameter = parameter(qualifier);
    if (parameter.isPresent()) {
      fields(target, parameter.get(), targets, columns);
      return;
    }
    Optional<List<Visible>> expanded =
        qualifier.isEmpty()
            ? frame.isOpen() ? Optional.empty() : Optional.of(frame.visible())
            : scalars.entry(qualifier).columns();
    if (expanded.isEmpty()) {
      resolution.doubt("what * stands for is not known");
      open = true;
      targets.add(target);
      return;
    }
    for (Visible column : expanded.get()) {
      targets.add(new Clause.Target(column.reference(), ""));
      columns.add(column);
    }
  }

  /** {@return the parameter that {@code p.*} or {@code f.p.*} is of} */
  private Optional<Node.Parameter> parameter(List<String> qualifier) {
    Parameters parameters = resolution.parameters();
    return switch (qualifier.size()) {
      case 1 ->
          frame.entry(qualifier.get(0), "").isPresent()
              ? Optional.empty()
              : parameters.named(qualifier.get(0));
      case 2 ->
          frame.entry(qualifier.get(1), qualifier.get(0)).isPresent()
              ? Optional.empty()
              : parameters.named(qualifier.get(0), qualifier.get(1));
      default -> Optional.empty();
    };
  }

  /** {@code (of).*}, which the server expands to {@code (of).a, (of).b}. */
  private void fields(
      Clause.Target target, Scalar of, List<Clause.Target> targets, List<Visible> columns) {
    Scalar value = scalars.resolve(of);
    Optional<List<Visible>> fields = scalars.fields(value).or(() -> fields(value));
    if (fields.isEmpty()) {
      resolution.doubt("the fields of a composite value are not known");
      open = true;
      targets.add(new Clause.Target(new Node.FieldStar(value), target.alias()));
      return;
    }
    for (Visible field : fields.get()) {
      Scalar whole = new Node.Field(value, field.name());
      targets.add(new Clause.Target(whole, field.name()));
      columns.add(new Visible(field.name(), whole));
    }
  }

  private Optional<List<Visible>> fields(Scalar of) {
    var functions = scalars.functions();
    return of instanceof Node.Parameter(String place)
        ? resolution.parameters().type(place).flatMap(functions::fields)
        : functions.of(of, "");
  }

  private Clause.Grouping grouping(Clause.Grouping grouping, List<Visible> outputs) {
    var elements = new ArrayList<Node>();
    for (Node element : grouping.elements()) {
      elements.add(
          switch (element) {
            case Clause.Grouping inner -> grouping(inner, outputs);
            case Node.Row(List<Scalar> fields) ->
                new Node.Row(fields.stream().map(field -> key(field, outputs, false)).toList());
            case Scalar scalar -> key(scalar, outputs, false);
            default -> element;
          });
    }
    return new Clause.Grouping(grouping.word(), elements);
  }

  Clause.Sort order(Clause.Sort sort, Selected selected) {
    return new Clause.Sort(
        key(sort.key(), selected.columns(), true),
        sort.descending(),
        sort.nullsFirst(),
        sort.using());
  }

  /**
   * What a key of GROUP BY, ORDER BY or DISTINCT ON stands for: an ordinal its column, a name the
   * output column of that name, for GROUP BY only if there is no input column.
   */
  private Scalar key(Scalar key, List<Visible> outputs, boolean outputFirst) {
    if (key instanceof Node.Literal(LiteralKind kind, String text) && kind == LiteralKind.NUMBER) {
      return ordinal(text)
          .filter(i -> i >= 1 && i <= outputs.size())
          .map(i -> outputs.get(i - 1).reference())
          .orElse(key);
    }
    if (key instanceof Node.Column(List<String> path, Place place) && path.size() == 1) {
      String name = path.get(0);
      boolean input = frame.column(name).isPresent() || frame.isOpen();
      Optional<Visible> output =
          outputs.stream().filter(column -> column.name().equals(name)).findFirst();
      if (output.isPresent() && (outputFirst || !input)) {
        return output.get().reference();
      }
    }
    return scalars.resolve(key);
  }

  private static Optional<Integer> ordinal(String text) {
    try {
      return Optional.of(Integer.parseInt(text));
    } catch (NumberFormatException noOrdinal) {
      return Optional.empty();
    }
  }

  /** ORDER BY of a set operation: a name stands for the column's ordinal, which is printed. */
  static Clause.Sort ordinal(Clause.Sort sort, List<Visible> columns) {
    if (sort.key() instanceof Node.Column(List<String> path, Place place) && path.size() == 1) {
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).name().equals(path.get(0))) {
          var key = new Node.Literal(LiteralKind.NUMBER, Integer.toString(i + 1));
          return new Clause.Sort(key, sort.descending(), sort.nullsFirst(), sort.using());
        }
      }
    }
    return sort;
  }

  static List<Visible> ofValues(Body.Values values) {
    var columns = new ArrayList<Visible>();
    for (int i = 1; i <= values.rows().get(0).size(); i++) {
      columns.add(RelationLookup.column("column" + i));
    }
    return columns;
  }
}
