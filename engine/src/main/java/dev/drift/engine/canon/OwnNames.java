package dev.drift.engine.canon;

import dev.drift.engine.canon.FromColumns.Source;
import dev.drift.engine.canon.FromColumns.Visible;
import dev.drift.engine.canon.tree.Body;
import dev.drift.engine.canon.tree.FrameTraversal;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.FromItem.Alias;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.Place;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.TypeName;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code SELECT x.b FROM t AS x(a, b)} → {@code SELECT x.q AS b FROM t AS x}: a list of aliases
 * counts columns, which come and go, so columns are called by their own names wherever the list
 * says nothing more. It does where a join merges columns of different names. {@code SELECT j.q FROM
 * (t JOIN u USING (p)) AS j} → {@code SELECT t.q FROM t JOIN u USING (p)} likewise.
 */
final class OwnNames extends FrameTraversal {
  private final Objects objects;
  private final FromColumns columns;
  private final AliasUse use;
  private final Set<FromItem> dropped = Collections.newSetFromMap(new IdentityHashMap<>());

  private OwnNames(Objects objects, AliasUse use) {
    this.objects = objects;
    this.columns = new FromColumns(objects);
    this.use = use;
  }

  /** {@return the same query of {@code objects}, whose names have been looked up} */
  static QueryNode in(QueryNode query, Objects objects) {
    AliasUse use = AliasUse.of(query);
    return use.hasAny() ? new OwnNames(objects, use).query(query) : query;
  }

  /** {@return the same expression, whose queries read {@code objects}} */
  static Scalar in(Scalar scalar, Objects objects) {
    AliasUse use = AliasUse.of(scalar);
    return use.hasAny() ? new OwnNames(objects, use).scalar(scalar) : scalar;
  }

  @Override
  protected QueryNode query(QueryNode child) {
    choose(child.body());
    QueryNode changed = super.query(child);
    return changed.withBody(KeptNames.of(changed.body(), child.body()));
  }

  private void choose(Body body) {
    switch (body) {
      case Body.Select select -> select.from().forEach(item -> choose(item, List.of(), false));
      case Body.SetOperation set -> {
        choose(set.left());
        choose(set.right());
      }
      case Body.Values values -> {}
      case Body.Nested nested -> {}
    }
  }

  /**
   * Notes whose aliases go.
   *
   * @param merged the columns that the joins around merge
   * @param hidden whether it stands in a join that is called by its alias
   */
  private void choose(FromItem item, List<String> merged, boolean hidden) {
    switch (item) {
      case FromItem.Relation relation when !hidden && isNeedless(relation, merged) ->
          dropped.add(relation);
      case FromItem.Join join -> {
        boolean goes = !hidden && merged.isEmpty() && isNeedless(join);
        if (goes) {
          dropped.add(join);
        }
        boolean within = hidden || !join.alias().name().isEmpty() && !goes;
        List<String> all = Stream.concat(merged.stream(), join.using().stream()).toList();
        choose(join.left(), all, within);
        choose(join.right(), all, within);
      }
      case FromItem.Relation kept -> {}
      case FromItem.Derived derived -> {}
      case FromItem.Function function -> {}
    }
  }

  private boolean isNeedless(FromItem.Relation relation, List<String> merged) {
    List<String> aliases = relation.alias().columns();
    List<String> own = columns.names(relation);
    return !aliases.isEmpty()
        && aliases.size() <= own.size()
        && !use.readsWhole(relation.alias().name())
        && merged.stream()
            .allMatch(
                name -> {
                  int at = aliases.indexOf(name);
                  int place = own.indexOf(name);
                  return at == place || at < 0 && place >= aliases.size();
                });
  }

  private boolean isNeedless(FromItem.Join join) {
    Optional<List<Visible>> all = columns.columns(join);
    return !join.alias().name().isEmpty()
        && use.isPlain()
        && !use.readsWhole(join.alias().name())
        && all.isPresent()
        && all.get().stream().map(Visible::source).allMatch(this::isOne);
  }

  /** Whether it is a column of one item as it is, merged or not. */
  private boolean isOne(Source source) {
    return switch (source) {
      case Source.Own own -> true;
      case Source.Merged merged ->
          !merged.kind().equals("FULL")
              && isOne(merged.left())
              && isOne(merged.right())
              && merged.owns().map(this::type).distinct().count() == 1
              && merged.owns().allMatch(own -> type(own).isPresent());
    };
  }

  private Optional<TypeName> type(Source.Own own) {
    return own.item() instanceof FromItem.Relation relation
        ? columns
            .relation(relation)
            .flatMap(id -> objects.find(ObjectId.column(id, own.name()), Column.class))
            .map(Column::type)
        : Optional.empty();
  }

  @Override
  protected FromItem from(FromItem child) {
    FromItem changed = children(child);
    return switch (changed) {
      case FromItem.Relation relation when dropped.contains(child) ->
          relation.with(new Alias(relation.alias().name(), List.of()));
      case FromItem.Join join when dropped.contains(child) -> join.with(Alias.NONE);
      default -> changed;
    };
  }

  @Override
  protected Scalar bound(Node.Column column, Home home) {
    return home.item()
        .filter(item -> dropped.contains(item.item()) && !item.merged())
        .flatMap(item -> columns.find(home, column.name()))
        .map(
            source ->
                source.scalar(
                    own ->
                        new Node.Column(
                            List.of(FromColumns.qualifier(own.item()), name(own)), Place.NONE)))
        .orElse(column);
  }

  private String name(Source.Own own) {
    if (dropped.contains(own.item()) || !(own.item() instanceof FromItem.Relation relation)) {
      return own.name();
    }
    int at = columns.names(relation).indexOf(own.name());
    List<String> aliases = relation.alias().columns();
    return at >= 0 && at < aliases.size() ? aliases.get(at) : own.name();
  }

  @Override
  protected Scalar free(Node.Column column, boolean nested) {
    return column;
  }
}
