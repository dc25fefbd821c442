package dev.drift.engine.canon.tree;

import dev.drift.engine.canon.tree.Node.Scalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A traversal that knows, for each column, which FROM item it belongs to. It needs no schema: it
 * goes by aliases alone, so text must be qualified as the deparser does it, with bare columns only
 * where one item can be meant.
 */
public abstract class FrameTraversal extends Traversal {
  private final Deque<Frame> frames = new ArrayDeque<>();

  /** The FROM clause of a query, and all in it that can stand before a column's dot. */
  private record Frame(List<FromItem> from, List<Item> items) {}

  /**
   * What can stand before a column's dot.
   *
   * @param schema its schema where it goes by its relation's own name
   * @param hidden whether it stands in a join that has a name, which hides it from all others
   * @param merged whether it is what the join calls the columns that it merges
   */
  public record Item(String alias, String schema, FromItem item, boolean hidden, boolean merged) {
    /** {@return the relation that it is, if it is one} */
    public Optional<FromItem.Relation> relation() {
      return item instanceof FromItem.Relation relation ? Optional.of(relation) : Optional.empty();
    }
  }

  /**
   * Where a column belongs.
   *
   * @param level how many queries further out
   * @param index the place of its item there; -1 where the query has several and it names none
   * @param from what the FROM clause of that query has
   * @param items the items of that query
   */
  public record Home(int level, int index, List<FromItem> from, List<Item> items) {
    /** {@return its item, if it names one} */
    public Optional<Item> item() {
      return index < 0 ? Optional.empty() : Optional.of(items.get(index));
    }
  }

  /** {@return what replaces a column of a query at hand} */
  protected abstract Scalar bound(Node.Column column, Home home);

  /** {@return what replaces a column that belongs to no query at hand: the owning table's} */
  protected abstract Scalar free(Node.Column column, boolean nested);

  @Override
  protected Scalar scalar(Scalar child) {
    return switch (child) {
      case Node.Column column -> column(column);
      case Node.Star(List<String> qualifier) when !frames.isEmpty() && !qualifier.isEmpty() ->
          star(qualifier);
      default -> children(child);
    };
  }

  private Scalar column(Node.Column column) {
    List<String> path = column.path();
    return home(path.subList(0, path.size() - 1))
        .map(home -> bound(column, home))
        .orElseGet(() -> free(column, !frames.isEmpty()));
  }

  /** {@return where a column or star with this qualifier belongs} */
  protected final Optional<Home> home(List<String> qualifier) {
    int level = 0;
    for (Frame frame : frames) {
      List<Item> items = frame.items();
      if (qualifier.isEmpty() && !items.isEmpty()) {
        return Optional.of(new Home(level, items.size() == 1 ? 0 : -1, frame.from(), items));
      }
      int index = qualifier.isEmpty() ? -1 : find(items, qualifier);
      if (index >= 0) {
        return Optional.of(new Home(level, index, frame.from(), items));
      }
      level++;
    }
    return Optional.empty();
  }

  /** {@return what replaces {@code t.*}} */
  protected Scalar star(List<String> qualifier) {
    return new Node.Star(qualifier);
  }

  /** A hidden item is meant within its join only, where no other is. */
  private static int find(List<Item> items, List<String> qualifier) {
    String alias = qualifier.get(qualifier.size() - 1);
    String schema = qualifier.size() > 1 ? qualifier.get(qualifier.size() - 2) : "";
    int found = -1;
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      boolean fits =
          item.alias().equals(alias)
              && (schema.isEmpty() || item.schema().isEmpty() || schema.equals(item.schema()));
      if (fits && !item.hidden()) {
        return i;
      }
      found = fits && found < 0 ? i : found;
    }
    return found;
  }

  @Override
  protected QueryNode query(QueryNode child) {
    List<Clause.Cte> with =
        child.with().stream()
            .map(
                cte ->
                    new Clause.Cte(
                        cte.name(),
                        cte.columns(),
                        cte.materialized(),
                        query(cte.query()),
                        cte.tail()))
            .toList();
    Body body = body(child.body());
    frames.push(frame(child.body()));
    QueryNode rest =
        children(
            new QueryNode(
                List.of(),
                child.recursive(),
                new Body.Values(List.of()),
                child.order(),
                child.limit(),
                child.ties(),
                child.offset(),
                child.locks()));
    frames.pop();
    return new QueryNode(
        with,
        child.recursive(),
        body,
        rest.order(),
        rest.limit(),
        rest.ties(),
        rest.offset(),
        rest.locks());
  }

  private Body body(Body body) {
    if (body instanceof Body.SetOperation(String word, boolean all, Body left, Body right)) {
      return new Body.SetOperation(word, all, body(left), body(right));
    }
    frames.push(frame(body));
    Body changed = children(body);
    frames.pop();
    return changed;
  }

  @Override
  protected FromItem from(FromItem child) {
    return children(child);
  }

  private static Frame frame(Body body) {
    List<FromItem> from = body instanceof Body.Select select ? select.from() : List.of();
    return new Frame(from, items(from));
  }

  /** {@return all in a FROM clause that can stand before a column's dot} */
  protected static List<Item> items(List<FromItem> from) {
    var items = new ArrayList<Item>();
    from.forEach(item -> collect(item, false, items));
    return items;
  }

  private static void collect(FromItem item, boolean hidden, List<Item> items) {
    String alias = item.alias().name();
    switch (item) {
      case FromItem.Relation relation ->
          items.add(
              alias.isEmpty()
                  ? new Item(
                      relation.name().name(), relation.name().schema(), relation, hidden, false)
                  : new Item(alias, "", relation, hidden, false));
      case FromItem.Derived derived -> items.add(new Item(alias, "", derived, hidden, false));
      case FromItem.Function function ->
          items.add(
              new Item(alias.isEmpty() ? name(function) : alias, "", function, hidden, false));
      case FromItem.Join join -> {
        boolean within = hidden || !alias.isEmpty();
        collect(join.left(), within, items);
        collect(join.right(), within, items);
        if (!join.usingAlias().isEmpty()) {
          items.add(new Item(join.usingAlias(), "", join, within, true));
        }
        if (!alias.isEmpty()) {
          items.add(new Item(alias, "", join, hidden, false));
        }
      }
    }
  }

  private static String name(FromItem.Function function) {
    return function.parts().get(0).call() instanceof Node.Call call ? call.function().name() : "";
  }
}
