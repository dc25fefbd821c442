package dev.drift.engine.canon.resolve;

import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.Place;
import dev.drift.engine.model.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What USING and NATURAL make of the columns of both sides (parse_clause.c, buildMergedJoinVar).
 */
final class MergedColumns {
  private final Resolution resolution;

  MergedColumns(Resolution resolution) {
    this.resolution = resolution;
  }

  /** {@return the merged columns first, then what is left of both sides} */
  List<Visible> of(FromItem.Join join, List<String> using, Frame left, Frame right) {
    var visible = new ArrayList<Visible>();
    for (String name : using) {
      visible.add(new Visible(name, merged(join, name, left, right)));
    }
    for (Frame side : List.of(left, right)) {
      side.visible().stream()
          .filter(column -> !using.contains(column.name()))
          .forEach(visible::add);
    }
    return visible;
  }

  private Scalar merged(FromItem.Join join, String name, Frame left, Frame right) {
    var bare =
        new Node.Column(
            join.usingAlias().isEmpty() ? List.of(name) : List.of(join.usingAlias(), name),
            Place.NONE);
    Optional<Scalar> one = left.column(name).map(Visible::reference);
    Optional<Scalar> other = right.column(name).map(Visible::reference);
    Optional<TypeName> leftType = one.flatMap(column -> type(column, left));
    Optional<TypeName> rightType = other.flatMap(column -> type(column, right));
    Optional<TypeName> common =
        leftType.isPresent() && rightType.isPresent()
            ? resolution.typing().common(leftType.get(), rightType.get())
            : Optional.empty();
    return switch (join.kind()) {
      case "FULL" -> bare;
      case "RIGHT" -> coerced(other, rightType, common).orElse(bare);
      case "LEFT" -> coerced(one, leftType, common).orElse(bare);
      default ->
          isIt(leftType, common) || !isIt(rightType, common)
              ? coerced(one, leftType, common).orElse(bare)
              : other.orElse(bare);
    };
  }

  private static boolean isIt(Optional<TypeName> type, Optional<TypeName> common) {
    return common.isEmpty() || type.map(TypeName::plain).equals(common);
  }

  private static Optional<Scalar> coerced(
      Optional<Scalar> column, Optional<TypeName> type, Optional<TypeName> common) {
    return isIt(type, common)
        ? column
        : column.map(reference -> new Node.Cast(reference, common.get()));
  }

  /** The type of a table's or view's column; empty for what else stands in FROM. */
  private Optional<TypeName> type(Scalar reference, Frame frame) {
    if (!(reference instanceof Node.Column(List<String> path, Place place)) || path.size() < 2) {
      return Optional.empty();
    }
    return frame
        .entry(path.get(path.size() - 2), "")
        .flatMap(Entry::relation)
        .flatMap(relation -> resolution.typing().column(relation, path.get(path.size() - 1)));
  }
}
