package dev.drift.engine.canon.resolve;

import dev.drift.engine.canon.tree.Clause;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.FromItem.Alias;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Resolves FROM: relations, subqueries, functions and joins, and what each makes visible. */
final class FromResolver {
  private final Resolution resolution;
  private final QueryResolver queries;
  private final ScalarResolver scalars;
  private final Deque<Frame> frames;

  FromResolver(
      Resolution resolution, QueryResolver queries, ScalarResolver scalars, Deque<Frame> frames) {
    this.resolution = resolution;
    this.queries = queries;
    this.scalars = scalars;
    this.frames = frames;
  }

  /** A resolved item and what it makes visible. */
  record Placed(FromItem item, Frame frame) {}

  /** Places {@code item}; what stands before it in the same FROM is in the innermost frame. */
  Placed place(FromItem item) {
    return switch (item) {
      case FromItem.Relation relation -> relation(relation);
      case FromItem.Derived derived -> derived(derived);
      case FromItem.Function function -> function(function);
      case FromItem.Join join -> join(join);
    };
  }

  private Placed relation(FromItem.Relation item) {
    Optional<Clause.Sample> sample =
        item.sample()
            .map(
                found ->
                    new Clause.Sample(
                        found.method(),
                        found.args().stream().map(scalars::resolve).toList(),
                        found.seed().map(scalars::resolve)));
    Optional<Optional<List<Visible>>> cte =
        item.name().schema().isEmpty() ? queries.cte(item.name().name()) : Optional.empty();
    if (cte.isPresent()) {
      String alias = item.alias().name().isEmpty() ? item.name().name() : item.alias().name();
      Entry entry =
          RelationLookup.named(alias, "", item.alias().columns(), cte.get(), Optional.empty());
      return new Placed(
          new FromItem.Relation(item.name(), item.only(), item.alias(), sample, item.place()),
          Frame.of(entry));
    }
    RelationLookup.Found found = new RelationLookup(resolution).find(item);
    return new Placed(
        new FromItem.Relation(found.name(), item.only(), item.alias(), sample, item.place()),
        Frame.of(found.entry()));
  }

  /** A subquery sees its siblings only if it is LATERAL. */
  private Placed derived(FromItem.Derived item) {
    QueryResolver.Result result;
    if (item.lateral() || frames.isEmpty()) {
      result = queries.query(item.query());
    } else {
      Frame siblings = frames.pop();
      try {
        result = queries.query(item.query());
      } finally {
        frames.push(siblings);
      }
    }
    Entry entry =
        RelationLookup.named(
            item.alias().name(), "", item.alias().columns(), result.known(), Optional.empty());
    return new Placed(
        new FromItem.Derived(item.lateral(), result.query(), item.alias()), Frame.of(entry));
  }

  private Placed function(FromItem.Function item) {
    List<FromItem.Part> parts =
        UnnestParts.of(item).stream()
            .map(part -> new FromItem.Part(scalars.resolve(part.call()), collated(part.columns())))
            .toList();
    String alias = item.alias().name();
    String name = alias.isEmpty() ? functionName(item) : alias;
    Optional<List<Visible>> columns = functionColumns(item, parts, alias);
    if (columns.isEmpty() && !item.alias().columns().isEmpty()) {
      columns = Optional.of(item.alias().columns().stream().map(RelationLookup::column).toList());
    }
    Entry entry = RelationLookup.named(name, "", item.alias().columns(), columns, Optional.empty());
    if (yieldsValues(item) && row(parts.get(0)).isEmpty()) {
      entry = entry.ofValues();
    } else if (parts.size() == 1 && !item.ordinality()) {
      entry = entry.ofRows(scalars.row(parts.get(0).call()));
    }
    return new Placed(
        new FromItem.Function(
            item.lateral(),
            parts,
            item.rowsFrom() && !UnnestParts.isOne(parts),
            item.ordinality(),
            item.alias(),
            collated(item.columns())),
        Frame.of(entry));
  }

  private List<Clause.ColumnDefinition> collated(List<Clause.ColumnDefinition> columns) {
    return columns.stream()
        .map(
            column ->
                new Clause.ColumnDefinition(
                    column.name(), column.type(), column.collation().map(resolution::collation)))
        .toList();
  }

  /** The fields of what a call yields where that depends on its arguments. */
  private Optional<List<Visible>> row(FromItem.Part part) {
    boolean one = scalars.functions().yieldsValues(part.call());
    return one ? scalars.fields(part.call()) : Optional.empty();
  }

  private boolean yieldsValues(FromItem.Function item) {
    return item.parts().size() == 1
        && !item.ordinality()
        && item.columns().isEmpty()
        && item.parts().get(0).columns().isEmpty()
        && scalars.functions().yieldsValues(item.parts().get(0).call());
  }

  private static String functionName(FromItem.Function item) {
    return switch (item.parts().get(0).call()) {
      case Node.Call call -> call.function().name();
      case Node.ValueFunction value -> value.word();
      default -> "";
    };
  }

  private Optional<List<Visible>> functionColumns(
      FromItem.Function item, List<FromItem.Part> parts, String alias) {
    if (!item.columns().isEmpty()) {
      return Optional.of(definitions(item.columns()));
    }
    var all = new ArrayList<Visible>();
    var functions = scalars.functions();
    for (FromItem.Part part : parts) {
      String name = item.rowsFrom() ? "" : alias;
      Optional<List<Visible>> columns =
          part.columns().isEmpty()
              ? row(part).or(() -> functions.of(part.call(), name))
              : Optional.of(definitions(part.columns()));
      if (columns.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(columns.get());
    }
    if (item.ordinality()) {
      all.add(RelationLookup.column("ordinality"));
    }
    return Optional.of(all);
  }

  private static List<Visible> definitions(List<Clause.ColumnDefinition> definitions) {
    return definitions.stream().map(column -> RelationLookup.column(column.name())).toList();
  }

  private Placed join(FromItem.Join join) {
    Placed left = place(join.left());
    Frame siblings = frames.pop();
    frames.push(Frame.joined(siblings, left.frame()));
    Placed right = place(join.right());
    frames.pop();
    Frame both = Frame.joined(left.frame(), right.frame());
    List<String> using = join.using();
    if (join.natural()) {
      using = common(left.frame(), right.frame());
    }
    if (!using.isEmpty()) {
      List<Visible> shown =
          new MergedColumns(resolution).of(join, using, left.frame(), right.frame());
      both.show(shown);
      if (!join.usingAlias().isEmpty()) {
        both.addNamed(Entry.ofMerged(join.usingAlias(), shown.subList(0, using.size())));
      }
    }
    frames.push(both);
    Optional<Scalar> on = join.on().map(scalars::resolve);
    frames.pop();
    frames.push(siblings);
    boolean unconditional = join.natural() && using.isEmpty();
    boolean cross = unconditional && join.kind().equals("INNER");
    FromItem item =
        new FromItem.Join(
            cross ? "CROSS" : join.kind(),
            false,
            left.item(),
            right.item(),
            unconditional && !cross ? Optional.of(TRUE) : on,
            using,
            join.usingAlias(),
            join.alias());
    if (!join.alias().equals(Alias.NONE)) {
      Entry entry =
          RelationLookup.named(
              join.alias().name(),
              "",
              join.alias().columns(),
              both.isOpen() ? Optional.empty() : Optional.of(both.visible()),
              Optional.empty());
      return new Placed(item, Frame.of(entry));
    }
    return new Placed(item, both);
  }

  private static final Scalar TRUE = new Node.Literal(Node.LiteralKind.TRUE, "true");

  private List<String> common(Frame left, Frame right) {
    if (left.isOpen() || right.isOpen()) {
      resolution.doubt("the columns of a NATURAL JOIN are not known");
    }
    return left.visible().stream()
        .map(Visible::name)
        .filter(name -> right.column(name).isPresent())
        .toList();
  }
}
