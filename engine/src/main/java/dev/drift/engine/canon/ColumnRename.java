package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.Body;
import dev.drift.engine.canon.tree.Clause;
import dev.drift.engine.canon.tree.FrameTraversal;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.Place;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.model.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Renames a column of a relation; output columns keep the names they had. */
final class ColumnRename extends FrameTraversal {
  private final ObjectId relation;
  private final String from;
  private final String to;
  private boolean used;

  ColumnRename(ObjectId relation, String from, String to) {
    this.relation = relation;
    this.from = from;
    this.to = to;
  }

  QueryNode apply(QueryNode query) {
    return query(query);
  }

  boolean isUsed() {
    return used;
  }

  @Override
  protected QueryNode query(QueryNode child) {
    QueryNode named = child.withBody(targets(child.body(), this::named));
    QueryNode renamed = super.query(named);
    return renamed.withBody(targets(renamed.body(), this::plain));
  }

  private static Body targets(Body body, UnaryOperator<Clause.Target> change) {
    return switch (body) {
      case Body.Select select -> select.withTargets(select.targets().stream().map(change).toList());
      case Body.SetOperation(String word, boolean all, Body left, Body right) ->
          new Body.SetOperation(word, all, targets(left, change), targets(right, change));
      case Body.Values values -> values;
      case Body.Nested nested -> nested;
    };
  }

  /** Spells out the output name that a renamed column would change. */
  private Clause.Target named(Clause.Target target) {
    return target.alias().isEmpty()
            && target.value() instanceof Node.Column column
            && column.name().equals(from)
        ? new Clause.Target(column, from)
        : target;
  }

  /** Leaves out an output name that the column has by now, as the server writes it. */
  private Clause.Target plain(Clause.Target target) {
    return target.value() instanceof Node.Column column && target.alias().equals(column.name())
        ? new Clause.Target(column, "")
        : target;
  }

  @Override
  protected FromItem from(FromItem child) {
    if (child instanceof FromItem.Join join && join.using().contains(from)) {
      used |= reads(join.left()) || reads(join.right());
    }
    return children(child);
  }

  private boolean reads(FromItem item) {
    return switch (item) {
      case FromItem.Relation read -> isIt(read);
      case FromItem.Join join -> reads(join.left()) || reads(join.right());
      case FromItem.Derived derived -> false;
      case FromItem.Function function -> false;
    };
  }

  private boolean isIt(FromItem.Relation item) {
    return item.name().name().equals(relation.name())
        && (item.name().schema().isEmpty() || item.name().schema().equals(relation.schema()));
  }

  @Override
  protected Scalar bound(Node.Column column, Home home) {
    if (!column.name().equals(from)) {
      return column;
    }
    boolean own =
        home.index() >= 0
            ? home.items().get(home.index()).relation().filter(this::isIt).isPresent()
            : home.items().stream()
                .anyMatch(item -> item.relation().filter(this::isIt).isPresent());
    if (!own) {
      return column;
    }
    used = true;
    var path = new ArrayList<>(column.path());
    path.set(path.size() - 1, to);
    return new Node.Column(path, Place.NONE);
  }

  @Override
  protected Scalar star(List<String> qualifier) {
    used |=
        home(qualifier)
            .filter(home -> home.index() >= 0)
            .filter(
                home -> home.items().get(home.index()).relation().filter(this::isIt).isPresent())
            .isPresent();
    return new Node.Star(qualifier);
  }

  @Override
  protected Scalar free(Node.Column column, boolean nested) {
    return column;
  }
}
