package dev.drift.engine.ddl;

import dev.drift.engine.model.Check;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.PartitionIndex;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that a table has, as if it were its own. */
final class AllParts {
  private AllParts() {}

  /**
   * {@return the parts of {@code relation}, with the checks that it inherits, and with the indexes
   * and keys that it has as a partition}
   */
  static List<SchemaObject> of(SchemaObject relation, Objects objects) {
    var parts = new ArrayList<SchemaObject>();
    for (SchemaObject child : objects.childrenOf(relation.id())) {
      parts.add(child instanceof PartitionIndex index ? own(index, objects) : child);
    }
    if (relation instanceof Table table) {
      inherited(table, objects).stream()
          .filter(part -> parts.stream().noneMatch(own -> isCheck(own, part.id().name())))
          .forEach(parts::add);
    }
    return parts;
  }

  /** {@return the checks that {@code table} inherits; a partition the foreign keys too} */
  static List<SchemaObject> inherited(Table table, Objects objects) {
    var parts = new ArrayList<SchemaObject>();
    for (ObjectId id : table.ancestors()) {
      for (Table parent : objects.find(id, Table.class).stream().toList()) {
        parts.addAll(inherited(parent, objects));
        for (SchemaObject part : objects.childrenOf(id)) {
          boolean check = part instanceof Check own && !own.noInherit();
          if (check || part instanceof ForeignKey && table.partitionOf().isPresent()) {
            parts.add(part);
          }
        }
      }
    }
    return parts;
  }

  private static boolean isCheck(SchemaObject part, String name) {
    return part instanceof Check && part.id().name().equals(name);
  }

  /** {@return the index that a partition has for its table's, as its own; itself if unknown} */
  static SchemaObject own(PartitionIndex index, Objects objects) {
    Optional<SchemaObject> original = objects.find(index.original());
    if (original.isEmpty()) {
      return index;
    }
    ObjectId id = index.id().parentTable().child(original.get().id().kind(), index.id().name());
    return IndexStorage.with(
        Partitions.withId(original.get(), id), index.options(), index.tablespace());
  }
}
