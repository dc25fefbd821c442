package dev.drift.engine.canon;

import dev.drift.engine.canon.FromColumns.Source;
import dev.drift.engine.canon.FromColumns.Visible;
import dev.drift.engine.canon.tree.FrameTraversal;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.FromItem.Alias;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.model.Objects;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Binds columns to what has them, whatever a query calls them by {@code t AS x(a, b)} or {@code (t
 * JOIN u USING (a)) AS j}. The server gives such names of its own where a column that joins by
 * USING was renamed since, and unique ones where several FULL joins merge columns (ruleutils.c,
 * set_using_names).
 */
final class ColumnAliases extends FrameTraversal {
  private final FromColumns columns;

  /**
   * @param objects the relations, as they are where the query stands
   */
  ColumnAliases(Objects objects) {
    this.columns = new FromColumns(objects);
  }

  QueryNode resolved(QueryNode query) {
    return query(query);
  }

  Scalar resolved(Scalar scalar) {
    return scalar(scalar);
  }

  /** Output columns keep the names that their columns gave them. */
  @Override
  protected QueryNode query(QueryNode child) {
    QueryNode bound = super.query(child);
    return bound.withBody(KeptNames.of(bound.body(), child.body()));
  }

  @Override
  protected FromItem from(FromItem child) {
    return switch (child) {
      case FromItem.Relation relation when isKnown(relation) ->
          children(relation.with(new Alias(relation.alias().name(), List.of())));
      case FromItem.Join join -> join(join, (FromItem.Join) children(join));
      case FromItem.Relation other -> children(other);
      case FromItem.Derived derived -> children(derived);
      case FromItem.Function function -> children(function);
    };
  }

  /** Columns of other names are merged by what USING stands for. */
  private FromItem.Join join(FromItem.Join join, FromItem.Join bound) {
    boolean alike = columns.isAlike(join);
    return new FromItem.Join(
        join.kind(),
        join.natural(),
        bound.left(),
        bound.right(),
        alike ? bound.on() : Optional.of(condition(join)),
        alike ? columns.merged(join) : List.of(),
        "",
        isKnown(join) ? Alias.NONE : join.alias());
  }

  private Scalar condition(FromItem.Join join) {
    Home home = home(List.of()).orElseThrow();
    return columns.condition(join, source -> scalar(source, home));
  }

  private boolean isKnown(FromItem.Relation relation) {
    return !relation.alias().columns().isEmpty() && columns.columns(relation).isPresent();
  }

  /** Whether what a join is called says nothing that is not said without. */
  private boolean isKnown(FromItem.Join join) {
    return !join.alias().name().isEmpty() && columns.columns(join).isPresent();
  }

  @Override
  protected Scalar bound(Node.Column column, Home home) {
    return columns
        .find(home, column.name())
        .map(source -> scalar(source, home))
        .orElseGet(
            () ->
                new Node.Bound(
                    home.level(),
                    home.item().map(one -> place(one.item(), home)).orElse(-1),
                    column.name()));
  }

  private Scalar scalar(Source source, Home home) {
    return source.scalar(own -> new Node.Bound(home.level(), place(own.item(), home), own.name()));
  }

  /** The place among the items that keep their names. */
  private int place(FromItem item, Home home) {
    var places = new IdentityHashMap<FromItem, Integer>();
    for (Item each : home.items()) {
      boolean gone = each.merged() || each.item() instanceof FromItem.Join join && isKnown(join);
      if (!gone) {
        places.put(each.item(), places.size());
      }
    }
    return places.getOrDefault(item, -1);
  }

  /** A whole row of a join is of all its columns. */
  @Override
  protected Scalar star(List<String> qualifier) {
    return home(qualifier)
        .flatMap(home -> home.item().map(item -> row(item, home)))
        .orElseGet(() -> super.star(qualifier));
  }

  private Scalar row(Item item, Home home) {
    if (item.item() instanceof FromItem.Join join && (item.merged() || isKnown(join))) {
      List<Source> sources =
          item.merged()
              ? join.using().stream().flatMap(name -> columns.merged(join, name).stream()).toList()
              : columns.columns(join).orElse(List.of()).stream().map(Visible::source).toList();
      return new Node.Row(sources.stream().map(source -> scalar(source, home)).toList());
    }
    return new Node.Bound(home.level(), place(item.item(), home), "*");
  }

  @Override
  protected Scalar free(Node.Column column, boolean nested) {
    return column;
  }
}
