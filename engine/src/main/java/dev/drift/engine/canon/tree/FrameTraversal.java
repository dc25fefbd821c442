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
  private final Deque<List<Item>> frames = new ArrayDeque<>();

  /**
   * What can stand before a column's dot.
   *
   * @param schema its schema where it goes by its relation's own name
   * @param relation the relation that it is, if it is one
   */
  public record Item(String alias, String schema, Optional<FromItem.Relation> relation) {}

  /**
   * Where a column belongs.
   *
   * @param level how many queries further out
   * @param index the place of its item there; -1 where the query has several and it names none
   * @param items the items of that query
   */
  public record Home(int level, int index, List<Item> items) {}

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
    for (List<Item> frame : frames) {
      if (qualifier.isEmpty() && !frame.isEmpty()) {
        return Optional.of(new Home(level, frame.size() == 1 ? 0 : -1, frame));
      }
      int index = qualifier.isEmpty() ? -1 : find(frame, qualifier);
      if (index >= 0) {
        return Optional.of(new Home(level, index, frame));
      }
      level++;
    }
    return Optional.empty();
  }

  /** {@return what replaces {@code t.*}} */
  protected Scalar star(List<String> qualifier) {
    return new Node.Star(qualifier);
  }

  private static int find(List<Item> frame, List<String> qualifier) {
    String alias = qualifier.get(qualifier.size() - 1);
    String schema = qualifier.size() > 1 ? qualifier.get(qualifier.size() - 2) : "";
    for (int i = 0; i < frame.size(); i++) {
      Item item = frame.get(i);
      if (item.alias().equals(alias)
          && (schema.isEmpty() || item.schema().isEmpty() || schema.equals(item.schema()))) {
        return i;
      }
    }
    return -1;
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
    frames.push(child.body() instanceof Body.Select select ? items(select.from()) : List.of());
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
    frames.push(body instanceof Body.Select select ? items(select.from()) : List.of());
    Body changed = children(body);
    frames.pop();
    return changed;
  }

  @Override
  protected FromItem from(FromItem child) {
    return children(child);
  }

  private static List<Item> items(List<FromItem> from) {
    var items = new ArrayList<Item>();
    from.forEach(item -> collect(item, items));
    return items;
  }

  private static void collect(FromItem item, List<Item> items) {
    String alias = item.alias().name();
    switch (item) {
      case FromItem.Relation relation ->
          items.add(
              alias.isEmpty()
                  ? new Item(
                      relation.name().name(), relation.name().schema(), Optional.of(relation))
                  : new Item(alias, "", Optional.of(relation)));
      case FromItem.Derived derived -> items.add(new Item(alias, "", Optional.empty()));
      case FromItem.Function function ->
          items.add(new Item(alias.isEmpty() ? name(function) : alias, "", Optional.empty()));
      case FromItem.Join join -> {
        collect(join.left(), items);
        collect(join.right(), items);
        if (!alias.isEmpty()) {
          items.add(new Item(alias, "", Optional.empty()));
        }
      }
    }
  }

  private static String name(FromItem.Function function) {
    return function.parts().get(0).call() instanceof Node.Call call ? call.function().name() : "";
  }
}
