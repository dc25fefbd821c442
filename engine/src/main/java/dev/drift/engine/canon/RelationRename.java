package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.FrameTraversal;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.Place;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.model.ObjectId;
import java.util.ArrayList;
import java.util.List;

/** Renames a relation in a query, with the qualifiers of its columns where it has no alias. */
final class RelationRename extends FrameTraversal {
  private final ObjectId old;
  private final ObjectId renamed;

  private RelationRename(ObjectId old, ObjectId renamed) {
    this.old = old;
    this.renamed = renamed;
  }

  static QueryNode apply(QueryNode query, ObjectId from, ObjectId to) {
    return new RelationRename(from, to).query(query);
  }

  static Scalar apply(Scalar scalar, ObjectId from, ObjectId to) {
    return new RelationRename(from, to).scalar(scalar);
  }

  private boolean isOld(FromItem.Relation relation) {
    return relation.name().equals(new Name(old.schema(), old.name()));
  }

  @Override
  protected FromItem from(FromItem child) {
    return child instanceof FromItem.Relation relation && isOld(relation)
        ? children(
            new FromItem.Relation(
                new Name(renamed.schema(), renamed.name()),
                relation.only(),
                relation.alias(),
                relation.sample(),
                relation.place()))
        : children(child);
  }

  @Override
  protected Scalar bound(Node.Column column, Home home) {
    List<String> path = column.path();
    if (path.size() < 2 || home.index() < 0 || !isUnaliased(home.items().get(home.index()))) {
      return column;
    }
    var changed = new ArrayList<>(path);
    changed.set(path.size() - 2, renamed.name());
    if (path.size() > 2) {
      changed.set(path.size() - 3, renamed.schema());
    }
    return new Node.Column(changed, Place.NONE);
  }

  private boolean isUnaliased(Item item) {
    return item.relation().filter(this::isOld).isPresent()
        && item.relation().get().alias().name().isEmpty();
  }

  @Override
  protected Scalar star(List<String> qualifier) {
    boolean own =
        home(qualifier)
            .filter(home -> home.index() >= 0)
            .filter(home -> isUnaliased(home.items().get(home.index())))
            .isPresent();
    return own ? new Node.Star(List.of(renamed.name())) : new Node.Star(qualifier);
  }

  @Override
  protected Scalar free(Node.Column column, boolean nested) {
    return column;
  }
}
