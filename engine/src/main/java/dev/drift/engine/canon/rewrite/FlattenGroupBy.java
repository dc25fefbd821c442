package dev.drift.engine.canon.rewrite;

import dev.drift.engine.canon.tree.Body;
import dev.drift.engine.canon.tree.Clause;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code GROUP BY (a, b), a} → {@code GROUP BY a, b}, and so where there are grouping sets that
 * come to a single one: {@code GROUP BY GROUPING SETS ((a, b))} (parse_clause.c,
 * transformGroupClause; parse_agg.c, parseCheckAggregates).
 */
final class FlattenGroupBy {
  private FlattenGroupBy() {}

  /** {@return what {@code body} becomes, each side of a set operation for itself} */
  static Body apply(Body body) {
    return switch (body) {
      case Body.SetOperation(String word, boolean all, Body left, Body right) ->
          new Body.SetOperation(word, all, apply(left), apply(right));
      case Body.Select select when !select.group().isEmpty() ->
          new Body.Select(
              select.distinct(),
              select.targets(),
              select.from(),
              select.where(),
              isOneSet(select.group()) ? flat(select.group()) : unnested(select.group()),
              select.groupDistinct(),
              select.having(),
              select.windows());
      case Body.Select select -> select;
      case Body.Values values -> values;
      case Body.Nested nested -> nested;
    };
  }

  private static boolean isOneSet(List<Clause.Grouping> group) {
    return group.stream().mapToLong(FlattenGroupBy::sets).reduce(1, (a, b) -> a * b) == 1
        && group.stream().flatMap(FlattenGroupBy::keys).findAny().isPresent();
  }

  /** How many sets it stands for. */
  private static long sets(Clause.Grouping grouping) {
    return switch (grouping.word()) {
      case "ROLLUP" -> grouping.elements().size() + 1L;
      case "CUBE" -> 1L << Math.min(grouping.elements().size(), 12);
      case "GROUPING SETS" ->
          grouping.elements().stream()
              .mapToLong(element -> element instanceof Clause.Grouping set ? sets(set) : 1)
              .sum();
      default -> 1;
    };
  }

  private static List<Clause.Grouping> flat(List<Clause.Grouping> group) {
    return group.stream()
        .flatMap(FlattenGroupBy::keys)
        .distinct()
        .map(key -> new Clause.Grouping("", List.of(key)))
        .toList();
  }

  /** {@code (), GROUPING SETS (a, GROUPING SETS (b, c))} → {@code GROUPING SETS (a, b, c)}. */
  private static List<Clause.Grouping> unnested(List<Clause.Grouping> group) {
    List<Clause.Grouping> some =
        group.stream()
            .filter(grouping -> !grouping.elements().equals(List.of(new Node.Row(List.of()))))
            .map(
                grouping ->
                    new Clause.Grouping(
                        grouping.word(),
                        grouping.elements().stream()
                            .flatMap(
                                element -> spread(element, grouping.word().equals("GROUPING SETS")))
                            .toList()))
            .toList();
    return some.isEmpty() ? group : some;
  }

  private static Stream<Node> spread(Node element, boolean inSets) {
    return inSets
            && element instanceof Clause.Grouping(String word, List<Node> elements)
            && word.equals("GROUPING SETS")
        ? elements.stream().flatMap(inner -> spread(inner, true))
        : Stream.of(element);
  }

  private static Stream<Scalar> keys(Node node) {
    return switch (node) {
      case Clause.Grouping(String word, List<Node> elements) ->
          elements.stream().flatMap(FlattenGroupBy::keys);
      case Node.Row(List<Scalar> fields) -> fields.stream().flatMap(FlattenGroupBy::keys);
      case Scalar key -> Stream.of(key);
      default -> Stream.of();
    };
  }
}
