package dev.drift.engine.plan.rule;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PartitionIndex;
import dev.drift.engine.model.Table;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Work;
import java.util.ArrayList;
import java.util.List;

/**
 * A partition's own key may stand on the index that the partition has for its table's. Neither goes
 * without the other as long as the partition is attached, so that it is taken off for a moment.
 */
final class Reattachment {
  private Reattachment() {}

  /** {@return {@code drop}, which drops {@code key}, without the table's index} */
  static Action aroundKey(Action drop, ObjectId key, Scene scene) {
    ObjectId part = key.parentTable().child(Kind.PARTITION_INDEX, key.name());
    return scene.actual().contains(part) ? around(drop, List.of(key.parentTable()), scene) : drop;
  }

  /** {@return {@code drop}, which drops {@code index}, without partitions' keys on its parts} */
  static Action aroundIndex(Action drop, ObjectId index, Scene scene) {
    var partitions = new ArrayList<ObjectId>();
    for (PartitionIndex part : parts(index, scene)) {
      ObjectId table = part.id().parentTable();
      if (scene.actual().contains(table.child(Kind.UNIQUE, part.id().name()))
          || scene.actual().contains(table.child(Kind.PRIMARY_KEY, part.id().name()))) {
        partitions.add(table);
      }
    }
    return around(drop, partitions, scene);
  }

  private static List<PartitionIndex> parts(ObjectId index, Scene scene) {
    return scene.actual().ofKind(Kind.PARTITION_INDEX).stream()
        .map(PartitionIndex.class::cast)
        .filter(part -> part.original().equals(index))
        .toList();
  }

  private static Action around(Action drop, List<ObjectId> partitions, Scene scene) {
    var before = new ArrayList<String>();
    var after = new ArrayList<String>();
    for (ObjectId partition : partitions) {
      scene
          .actual()
          .find(partition, Table.class)
          .flatMap(Table::partitionOf)
          .filter(
              now ->
                  scene
                      .target()
                      .find(partition, Table.class)
                      .flatMap(Table::partitionOf)
                      .filter(now::equals)
                      .isPresent())
          .ifPresent(
              now -> {
                String alter = "ALTER TABLE " + Sql.name(now.parent());
                String name = Sql.name(partition);
                before.add(alter + " DETACH PARTITION " + name);
                after.addFirst(alter + " ATTACH PARTITION " + name + " " + now.bound());
              });
    }
    if (before.isEmpty()) {
      return drop;
    }
    return drop.saying(
            statement -> {
              var statements = new ArrayList<>(before);
              statements.add(statement);
              statements.addAll(after);
              return String.join(";\n    ", statements);
            })
        .resolvingNames()
        .doing(Work.SCAN)
        .hazard(Hazard.SCANS_TABLE);
  }
}
