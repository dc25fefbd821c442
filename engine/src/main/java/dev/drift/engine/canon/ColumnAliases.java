package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.FrameTraversal;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.Place;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.model.Objects;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls the columns of relations by their own names where a query gives them others: {@code t AS
 * x(a, b)}. The server gives names so where a column that joins by USING was renamed since.
 */
final class ColumnAliases extends FrameTraversal {
  private final Objects objects;

  /**
   * @param objects the relations, as they are where the query stands
   */
  ColumnAliases(Objects objects) {
    this.objects = objects;
  }

  QueryNode resolved(QueryNode query) {
    return query(query);
  }

  Scalar resolved(Scalar scalar) {
    return scalar(scalar);
  }

  @Override
  protected FromItem from(FromItem child) {
    return switch (child) {
      case FromItem.Relation relation when isKnown(relation) ->
          children(relation.with(new FromItem.Alias(relation.alias().name(), List.of())));
      case FromItem.Join join ->
          children(join.with(join.using().stream().map(name -> merged(name, join)).toList()));
      case FromItem.Relation other -> children(other);
      case FromItem.Derived derived -> children(derived);
      case FromItem.Function function -> children(function);
    };
  }

  /** Names of a merged column: both, where they are not the same. */
  private String merged(String name, FromItem.Join join) {
    String left = own(name, join.left());
    String right = own(name, join.right());
    return left.equals(right) ? left : left + '=' + right;
  }

  private String own(String name, FromItem item) {
    return item instanceof FromItem.Relation relation && isKnown(relation)
        ? own(name, relation)
        : name;
  }

  private String own(String name, FromItem.Relation relation) {
    int at = relation.alias().columns().indexOf(name);
    return at < 0 ? name : columns(relation).get(at);
  }

  private boolean isKnown(FromItem.Relation relation) {
    int named = relation.alias().columns().size();
    return named > 0 && columns(relation).size() >= named;
  }

  private List<String> columns(FromItem.Relation item) {
    Name name = item.name();
    return Names.relation(List.of(name.schema(), name.name()), new Scope(objects, List.of()))
        .map(objects::columnNames)
        .orElse(List.of());
  }

  @Override
  protected Scalar bound(Node.Column column, Home home) {
    return home.index() < 0
        ? column
        : home.items()
            .get(home.index())
            .relation()
            .filter(this::isKnown)
            .map(relation -> renamed(column, relation))
            .orElse(column);
  }

  private Node.Column renamed(Node.Column column, FromItem.Relation relation) {
    var path = new ArrayList<>(column.path());
    path.set(path.size() - 1, own(column.name(), relation));
    return new Node.Column(path, Place.NONE);
  }

  @Override
  protected Scalar free(Node.Column column, boolean nested) {
    return column;
  }
}
