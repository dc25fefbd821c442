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
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Renames a column of a relation; output columns keep the names they had, and so do the columns of
 * a relation that a join by USING needs by their old names: it gets a list of aliases (ruleutils.c,
 * set_using_names).
 */
final class ColumnRename extends FrameTraversal {
  private final RenamedColumn column;
  private final ObjectId relation;
  private final String from;
  private final String to;
  private boolean used;

  ColumnRename(RenamedColumn column) {
    this.column = column;
    this.relation = column.relation();
    this.from = column.from();
    this.to = column.to();
  }

  QueryNode apply(QueryNode query) {
    return query(query);
  }

  boolean isUsed() {
    return used;
  }

  @Override
  protected QueryNode query(QueryNode child) {
    QueryNode joined = child.withBody(selects(child.body(), this::joined));
    QueryNode named = joined.withBody(targets(joined.body(), this::named));
    QueryNode renamed = super.query(named);
    return renamed.withBody(targets(renamed.body(), this::plain));
  }

  private static Body targets(Body body, UnaryOperator<Clause.Target> change) {
    return selects(
        body, select -> select.withTargets(select.targets().stream().map(change).toList()));
  }

  private static Body selects(Body body, UnaryOperator<Body.Select> change) {
    return switch (body) {
      case Body.Select select -> change.apply(select);
      case Body.SetOperation(String word, boolean all, Body left, Body right) ->
          new Body.SetOperation(word, all, selects(left, change), selects(right, change));
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

  /** Lets a relation keep the name of a column that it is joined by. */
  private Body.Select joined(Body.Select select) {
    return select.withFrom(select.from().stream().map(item -> joined(item, false)).toList());
  }

  private FromItem joined(FromItem item, boolean merged) {
    return switch (item) {
      case FromItem.Join join -> {
        boolean either = merged || join.using().contains(from);
        yield join.with(joined(join.left(), either), joined(join.right(), either));
      }
      case FromItem.Relation read when merged && names(read) -> aliased(read);
      case FromItem.Relation other -> other;
      case FromItem.Derived derived -> derived;
      case FromItem.Function function -> function;
    };
  }

  private FromItem.Relation aliased(FromItem.Relation read) {
    used = true;
    var names = new ArrayList<>(read.alias().columns());
    if (names.size() < column.columns().size()) {
      names.addAll(column.columns().subList(names.size(), column.columns().size()));
    }
    String alias = read.alias().name().isEmpty() ? read.name().name() : read.alias().name();
    return read.with(new FromItem.Alias(alias, names));
  }

  /** Whether the item is the relation and its columns go by their own names. */
  private boolean names(FromItem.Relation item) {
    return isIt(item) && alias(item).isEmpty();
  }

  private boolean isIt(FromItem.Relation item) {
    return item.name().name().equals(relation.name())
        && (item.name().schema().isEmpty() || item.name().schema().equals(relation.schema()));
  }

  /** What the item calls the column: a list of aliases names its first columns. */
  private Optional<String> alias(FromItem.Relation item) {
    int at = column.columns().indexOf(from);
    List<String> aliases = item.alias().columns();
    return at >= 0 && at < aliases.size() ? Optional.of(aliases.get(at)) : Optional.empty();
  }

  @Override
  protected Scalar bound(Node.Column column, Home home) {
    if (!column.name().equals(from)) {
      return column;
    }
    boolean own =
        home.index() >= 0
            ? home.items().get(home.index()).relation().filter(this::names).isPresent()
            : home.items().stream()
                .anyMatch(item -> item.relation().filter(this::names).isPresent());
    if (!own) {
      return column;
    }
    used = true;
    var path = new ArrayList<>(column.path());
    path.set(path.size() - 1, to);
    return new Node.Column(path, Place.NONE);
  }

  @Override
  protected Scalar free(Node.Column column, boolean nested) {
    return column;
  }
}
