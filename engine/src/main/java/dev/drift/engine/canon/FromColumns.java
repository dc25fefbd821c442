package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.FrameTraversal;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Traces the columns of FROM, through lists of aliases and joins, to what has them. */
final class FromColumns {
  private final Objects objects;

  /**
   * @param objects the relations, as they are where the query stands
   */
  FromColumns(Objects objects) {
    this.objects = objects;
  }

  /** Where a column comes from. */
  sealed interface Source {
    /** {@return the columns that it is made of} */
    Stream<Own> owns();

    /** {@return what it is as an expression (parse_clause.c, buildMergedJoinVar)} */
    default Scalar scalar(Function<Own, Scalar> columns) {
      return switch (this) {
        case Own own -> columns.apply(own);
        case Merged(String kind, Source left, Source right) ->
            switch (kind) {
              case "FULL" ->
                  Node.Call.of("coalesce", List.of(left.scalar(columns), right.scalar(columns)));
              case "RIGHT" -> right.scalar(columns);
              default -> left.scalar(columns);
            };
      };
    }

    /** A column of an item that is no join; a relation's by the relation's name for it. */
    record Own(FromItem item, String name) implements Source {
      @Override
      public Stream<Own> owns() {
        return Stream.of(this);
      }
    }

    /** What a join makes of a column that both sides have. */
    record Merged(String kind, Source left, Source right) implements Source {
      @Override
      public Stream<Own> owns() {
        return Stream.concat(left.owns(), right.owns());
      }
    }
  }

  /** A column by the name that it has for the query. */
  record Visible(String name, Source source) {}

  /** {@return what stands before the dot of the columns of an item that is no join} */
  static String qualifier(FromItem item) {
    String alias = item.alias().name();
    return alias.isEmpty() && item instanceof FromItem.Relation relation
        ? relation.name().name()
        : alias;
  }

  /** {@return the relation of the model that {@code item} reads} */
  Optional<ObjectId> relation(FromItem.Relation item) {
    Name name = item.name();
    return name.schema().isEmpty()
        ? Optional.empty()
        : Names.relation(List.of(name.schema(), name.name()), new Scope(objects, List.of()));
  }

  /** {@return the relation's own names for its columns; none if they are not known} */
  List<String> names(FromItem.Relation item) {
    return relation(item).map(objects::columnNames).orElse(List.of());
  }

  /** {@return what the query calls the relation's columns; none if they are not known} */
  List<String> visible(FromItem.Relation item) {
    return columns(item).orElse(List.of()).stream().map(Visible::name).toList();
  }

  /** {@return what a column of that name means at {@code home}; empty where it cannot be told} */
  Optional<Source> find(FrameTraversal.Home home, String name) {
    if (home.item().isEmpty()) {
      return find(home.from(), name);
    }
    FrameTraversal.Item item = home.item().get();
    return item.merged() && item.item() instanceof FromItem.Join join
        ? merged(join, name)
        : find(item.item(), name);
  }

  /** {@return what one of {@code items}, the only one that can, means by {@code name}} */
  private Optional<Source> find(List<FromItem> items, String name) {
    return items.size() == 1
        ? find(items.getFirst(), name)
        : items.stream().filter(item -> has(item, name)).findFirst().flatMap(i -> find(i, name));
  }

  /** {@return what {@code item} means by {@code name}; empty where that cannot be told} */
  private Optional<Source> find(FromItem item, String name) {
    if (!(item instanceof FromItem.Join join)) {
      return item.alias().columns().isEmpty()
          ? Optional.of(new Source.Own(item, name))
          : columns(item)
              .flatMap(columns -> named(columns, name))
              .or(() -> Optional.of(new Source.Own(item, name)));
    }
    if (!join.alias().columns().isEmpty()) {
      return columns(join).flatMap(columns -> named(columns, name));
    }
    if (join.using().contains(name)) {
      return merged(join, name);
    }
    return Stream.of(join.left(), join.right())
        .filter(side -> has(side, name))
        .findFirst()
        .flatMap(side -> find(side, name));
  }

  private boolean has(FromItem item, String name) {
    return item instanceof FromItem.Join join && join.alias().columns().isEmpty()
        ? join.using().contains(name) || has(join.left(), name) || has(join.right(), name)
        : columns(item).flatMap(columns -> named(columns, name)).isPresent();
  }

  /** {@return what {@code join} makes of a column that it merges} */
  Optional<Source> merged(FromItem.Join join, String name) {
    Optional<Source> right = find(join.right(), name);
    return find(join.left(), name)
        .flatMap(left -> right.map(other -> new Source.Merged(join.kind(), left, other)));
  }

  private static Optional<Source> named(List<Visible> columns, String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .map(Visible::source)
        .findFirst();
  }

  /** {@return whether each column that {@code join} merges has one name on all sides} */
  boolean isAlike(FromItem.Join join) {
    return join.using().stream().allMatch(name -> ownNames(join, name).size() == 1);
  }

  /** {@return the columns that {@code join} merges by their own names} */
  List<String> merged(FromItem.Join join) {
    return join.using().stream().map(name -> ownNames(join, name).getFirst()).toList();
  }

  private List<String> ownNames(FromItem.Join join, String name) {
    return merged(join, name)
        .map(source -> source.owns().map(Source.Own::name).distinct().toList())
        .orElse(List.of(name));
  }

  /** {@return the condition that {@code join}'s USING stands for} */
  Scalar condition(FromItem.Join join, Function<Source.Own, Scalar> columns) {
    List<Scalar> equal =
        join.using().stream()
            .flatMap(name -> merged(join, name).stream())
            .map(Source.Merged.class::cast)
            .<Scalar>map(
                merged ->
                    new Node.Binary(
                        Name.of("="),
                        merged.left().scalar(columns),
                        merged.right().scalar(columns)))
            .toList();
    return equal.size() == 1 ? equal.getFirst() : new Node.And(equal);
  }

  /** {@return all columns of {@code item} in their order; empty where they are not known} */
  Optional<List<Visible>> columns(FromItem item) {
    return switch (item) {
      case FromItem.Relation relation -> {
        List<Visible> columns =
            names(relation).stream()
                .map(name -> new Visible(name, new Source.Own(relation, name)))
                .toList();
        yield renamed(columns, relation.alias().columns()).filter(all -> !all.isEmpty());
      }
      case FromItem.Join join -> renamed(joined(join), join.alias().columns());
      case FromItem.Derived derived -> Optional.empty();
      case FromItem.Function function -> Optional.empty();
    };
  }

  private Optional<List<Visible>> joined(FromItem.Join join) {
    var columns = new ArrayList<Visible>();
    for (String name : join.using()) {
      Optional<Source> source = merged(join, name);
      if (source.isEmpty()) {
        return Optional.empty();
      }
      columns.add(new Visible(name, source.get()));
    }
    for (FromItem side : List.of(join.left(), join.right())) {
      Optional<List<Visible>> all = columns(side);
      if (all.isEmpty()) {
        return Optional.empty();
      }
      all.get().stream()
          .filter(column -> !join.using().contains(column.name()))
          .forEach(columns::add);
    }
    return Optional.of(columns);
  }

  private static Optional<List<Visible>> renamed(
      Optional<List<Visible>> columns, List<String> names) {
    return columns.flatMap(known -> renamed(known, names));
  }

  private static Optional<List<Visible>> renamed(List<Visible> columns, List<String> names) {
    if (names.size() > columns.size()) {
      return Optional.empty();
    }
    var renamed = new ArrayList<Visible>();
    for (int i = 0; i < columns.size(); i++) {
      Visible column = columns.get(i);
      String name = i < names.size() ? names.get(i) : free(column.name(), names);
      renamed.add(new Visible(name, column.source()));
    }
    return Optional.of(List.copyOf(renamed));
  }

  /** A name that a list of aliases gave away is not meant for a column that came later. */
  private static String free(String name, List<String> taken) {
    String free = name;
    for (int i = 1; taken.contains(free); i++) {
      free = name + "_" + i;
    }
    return free;
  }
}
