package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.Body;
import dev.drift.engine.canon.tree.Clause;
import dev.drift.engine.canon.tree.FrameTraversal;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds the columns that queries use, by whatever names. A whole row is of the table, not of its
 * columns (dependency.c).
 */
final class ColumnUse extends FrameTraversal {
  private final FromColumns columns;
  private final SortedSet<ObjectId> found = new TreeSet<>();

  /**
   * @param objects the relations, as they are where the queries stand
   */
  ColumnUse(Objects objects) {
    this.columns = new FromColumns(objects);
  }

  QueryNode read(QueryNode query) {
    return query(query);
  }

  Scalar read(Scalar scalar) {
    return scalar(scalar);
  }

  /** Notes that columns of {@code relation} are named outside of queries. */
  void note(FromItem.Relation relation, List<String> names) {
    columns
        .relation(relation)
        .ifPresent(id -> names.forEach(name -> found.add(ObjectId.column(id, name))));
  }

  SortedSet<ObjectId> found() {
    return found;
  }

  @Override
  protected QueryNode query(QueryNode child) {
    starred(child.body());
    return super.query(child);
  }

  /** All columns that are put out are used where they are not spelled out. */
  private void starred(Body body) {
    switch (body) {
      case Body.SetOperation set -> {
        starred(set.left());
        starred(set.right());
      }
      case Body.Select select -> {
        for (Clause.Target target : select.targets()) {
          if (target.alias().isEmpty() && target.value() instanceof Node.Star star) {
            items(select.from()).stream()
                .filter(
                    item ->
                        star.qualifier().isEmpty()
                            || star.qualifier().getLast().equals(item.alias()))
                .forEach(item -> note(item.item()));
          }
        }
      }
      case Body.Values values -> {}
      case Body.Nested nested -> {}
    }
  }

  private void note(FromItem item) {
    columns
        .columns(item)
        .ifPresent(all -> all.forEach(column -> column.source().owns().forEach(this::note)));
  }

  private void note(FromColumns.Source.Own own) {
    if (own.item() instanceof FromItem.Relation relation) {
      note(relation, List.of(own.name()));
    }
  }

  @Override
  protected FromItem from(FromItem child) {
    if (child instanceof FromItem.Join join) {
      for (String name : join.using()) {
        columns.merged(join, name).ifPresent(source -> source.owns().forEach(this::note));
      }
    }
    return children(child);
  }

  @Override
  protected Scalar bound(Node.Column column, Home home) {
    columns.find(home, column.name()).ifPresent(source -> source.owns().forEach(this::note));
    return column;
  }

  @Override
  protected Scalar free(Node.Column column, boolean nested) {
    return column;
  }
}
