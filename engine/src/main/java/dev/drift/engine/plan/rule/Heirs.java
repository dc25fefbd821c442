package dev.drift.engine.plan.rule;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Table;
import dev.drift.engine.plan.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Columns that come from a parent table and where they go their own ways. */
final class Heirs {
  private Heirs() {}

  /** {@return the columns of that name of the parents that {@code column}'s table is to have} */
  static List<Column> origins(Column column, Scene scene) {
    ObjectId id = column.id().parentTable();
    return scene.target().find(id, Table.class).stream()
        .flatMap(
            table ->
                Stream.concat(
                    table.partitionOf().map(Table.Partition::parent).stream(),
                    table.inherits().stream()))
        .flatMap(
            parent ->
                scene
                    .target()
                    .find(ObjectId.column(parent, column.id().name()), Column.class)
                    .stream())
        .toList();
  }

  /** {@return what a column that has come with its parent's needs besides} */
  static List<Action> ownWays(Column column, Scene scene) {
    List<Column> origins = origins(column, scene);
    var actions = new ArrayList<Action>();
    if (column.generated().isEmpty()
        && origins.stream()
            .noneMatch(origin -> origin.defaultValue().equals(column.defaultValue()))) {
      actions.add(Defaults.own(column));
    }
    if (forbidsNullItself(column, scene)) {
      actions.addAll(NotNull.forbidInNew(column, scene));
    }
    return actions;
  }

  /** {@return whether it refuses null and none of its parents' columns does} */
  static boolean forbidsNullItself(Column column, Scene scene) {
    return column.notNull() && origins(column, scene).stream().noneMatch(Column::notNullBelow);
  }
}
