package dev.drift.engine.canon.match;

import dev.drift.engine.canon.tree.Body;
import dev.drift.engine.canon.tree.Clause;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.Place;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.canon.tree.Traversal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Replaces {@code t.c} by the place of {@code t} in its FROM clause. It needs no schema: it goes by
 * aliases alone, so text must be qualified as the deparser does it, with bare columns only where
 * one item can be meant.
 */
public final class Binding extends Traversal {
  private final Deque<List<Item>> frames = new ArrayDeque<>();

  private record Item(String alias, String schema) {}

  private Binding() {}

  /** {@return {@code query} with its columns bound} */
  public static QueryNode bind(QueryNode query) {
    return new Binding().query(query);
  }

  /** {@return {@code scalar} with the columns of its subqueries bound; others are the owner's} */
  public static Scalar bind(Scalar scalar) {
    return new Binding().scalar(scalar);
  }

  @Override
  protected Scalar scalar(Scalar child) {
    return switch (child) {
      case Node.Column column when !frames.isEmpty() -> column(column);
      case Node.Star(List<String> qualifier) when !frames.isEmpty() && !qualifier.isEmpty() ->
          star(qualifier);
      default -> children(child);
    };
  }

  private Scalar column(Node.Column column) {
    List<String> path = column.path();
    int last = path.size() - 1;
    int level = 0;
    for (List<Item> frame : frames) {
      if (last == 0 && !frame.isEmpty()) {
        return new Node.Bound(level, frame.size() == 1 ? 0 : -1, path.get(0));
      }
      int item = last == 0 ? -1 : find(frame, path.subList(0, last));
      if (item >= 0) {
        return new Node.Bound(level, item, path.get(last));
      }
      level++;
    }
    return new Node.Column(path.subList(last, last + 1), Place.NONE);
  }

  private Scalar star(List<String> qualifier) {
    int level = 0;
    for (List<Item> frame : frames) {
      int item = find(frame, qualifier);
      if (item >= 0) {
        return new Node.Bound(level, item, "*");
      }
      level++;
    }
    return new Node.Star(qualifier.subList(qualifier.size() - 1, qualifier.size()));
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
    var rest =
        new QueryNode(
            List.of(),
            child.recursive(),
            new Body.Values(List.of()),
            child.order(),
            child.limit(),
            child.ties(),
            child.offset(),
            child.locks());
    frames.push(child.body() instanceof Body.Select select ? items(select.from()) : List.of());
    QueryNode bound = children(rest);
    frames.pop();
    return new QueryNode(
        with,
        child.recursive(),
        body,
        bound.order(),
        bound.limit(),
        bound.ties(),
        bound.offset(),
        bound.locks());
  }

  private Body body(Body body) {
    if (body instanceof Body.SetOperation(String word, boolean all, Body left, Body right)) {
      return new Body.SetOperation(word, all, body(left), body(right));
    }
    frames.push(body instanceof Body.Select select ? items(select.from()) : List.of());
    Body bound = children(body);
    frames.pop();
    return bound;
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
                  ? new Item(relation.name().name(), relation.name().schema())
                  : new Item(alias, ""));
      case FromItem.Derived derived -> items.add(new Item(alias, ""));
      case FromItem.Function function ->
          items.add(new Item(alias.isEmpty() ? name(function) : alias, ""));
      case FromItem.Join join -> {
        collect(join.left(), items);
        collect(join.right(), items);
        if (!alias.isEmpty()) {
          items.add(new Item(alias, ""));
        }
      }
    }
  }

  private static String name(FromItem.Function function) {
    return function.parts().get(0).call() instanceof Node.Call call ? call.function().name() : "";
  }
}
