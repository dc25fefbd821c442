package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.FrameTraversal;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.FromItem.Alias;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.Place;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * {@code t AS x(a, b) JOIN u USING (b)} → {@code t AS x JOIN u ON x.q = u.b}: the same wherever the
 * columns of {@code t} stand.
 */
final class Unlisted extends FrameTraversal {
  private final Objects objects;
  private final FromColumns columns;
  private final FromColumns others;

  private Unlisted(Objects objects, Objects others) {
    this.objects = objects;
    this.columns = new FromColumns(objects);
    this.others = new FromColumns(others);
  }

  /**
   * {@return {@code query} of {@code objects} without the lists of aliases that would name other
   * columns among {@code others}}
   */
  static QueryNode in(QueryNode query, Objects objects, Objects others) {
    return new Unlisted(objects, others).query(query);
  }

  @Override
  protected QueryNode query(QueryNode child) {
    QueryNode changed = super.query(child);
    return changed.withBody(KeptNames.of(changed.body(), child.body()));
  }

  /** Whether a list there counts other columns, and no join has a name, whose columns it gives. */
  private boolean isMisplaced(List<Item> items) {
    return items.stream().noneMatch(item -> item.item() instanceof FromItem.Join)
        && items.stream().flatMap(item -> item.relation().stream()).anyMatch(this::isMisplaced);
  }

  private boolean isMisplaced(FromItem.Relation relation) {
    int count = relation.alias().columns().size();
    List<String> own = columns.names(relation);
    List<String> other =
        others.relation(relation).isPresent() ? others.names(relation) : made(relation);
    return count > 0
        && own.size() >= count
        && (other.size() < count || !other.subList(0, count).equals(own.subList(0, count)));
  }

  /** The columns of a new relation, which has those of its parents first. */
  private List<String> made(FromItem.Relation relation) {
    var names = new LinkedHashSet<String>();
    columns
        .relation(relation)
        .flatMap(id -> objects.find(id, Table.class))
        .ifPresent(
            table -> {
              table
                  .partitionOf()
                  .ifPresent(part -> names.addAll(objects.columnNames(part.parent())));
              table.inherits().forEach(parent -> names.addAll(objects.columnNames(parent)));
            });
    names.addAll(columns.names(relation));
    return List.copyOf(names);
  }

  @Override
  protected FromItem from(FromItem child) {
    FromItem changed = children(child);
    Home home = home(List.of()).orElseThrow();
    if (!isMisplaced(home.items())) {
      return changed instanceof FromItem.Relation relation ? distinct(relation) : changed;
    }
    return switch (changed) {
      case FromItem.Relation relation when columns.columns(relation).isPresent() ->
          relation.with(new Alias(relation.alias().name(), List.of()));
      case FromItem.Join join when !join.using().isEmpty() ->
          join.on(columns.condition((FromItem.Join) child, Unlisted::column));
      default -> changed;
    };
  }

  /** A column that came later, whose name the list has given away, gets another. */
  private FromItem.Relation distinct(FromItem.Relation relation) {
    List<String> aliases = relation.alias().columns();
    List<String> own = columns.names(relation);
    return own.stream().skip(aliases.size()).noneMatch(aliases::contains)
        ? relation
        : relation.with(new Alias(relation.alias().name(), columns.visible(relation)));
  }

  @Override
  protected Scalar bound(Node.Column column, Home home) {
    return Optional.of(home)
        .filter(there -> isMisplaced(there.items()))
        .flatMap(there -> columns.find(there, column.name()))
        .map(source -> source.scalar(Unlisted::column))
        .orElse(column);
  }

  private static Scalar column(FromColumns.Source.Own own) {
    return new Node.Column(List.of(FromColumns.qualifier(own.item()), own.name()), Place.NONE);
  }

  @Override
  protected Scalar free(Node.Column column, boolean nested) {
    return column;
  }
}
