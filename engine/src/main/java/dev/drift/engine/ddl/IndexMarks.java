package dev.drift.engine.ddl;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import java.util.Optional;
import java.util.TreeMap;

/** The index that a table is clustered by, and the one that tells its rows apart in replication. */
final class IndexMarks {
  private IndexMarks() {}

  /**
   * Without its index a table is not clustered any more; in replication nothing tells its rows
   * apart (relcache.c, RelationGetReplicaIndex).
   */
  static void remove(SchemaObject dropped, Changes changes) {
    ObjectId id = dropped.id();
    switch (id.kind()) {
      case INDEX, PARTITION_INDEX, PRIMARY_KEY, UNIQUE, EXCLUSION ->
          changes
              .objects()
              .find(ObjectId.table(id.schema(), id.parent()), Table.class)
              .filter(table -> isMarked(table, id.name()))
              .ifPresent(table -> changes.alter(table, without(table, id.name())));
      default -> {}
    }
  }

  private static boolean isMarked(Table table, String index) {
    return table.clusterOn().equals(Optional.of(index))
        || replicates(table, index)
        || table.indexColumns().containsKey(index);
  }

  private static boolean replicates(Table table, String index) {
    return table.replicaIdentity().equals("index " + index);
  }

  private static Table without(Table table, String index) {
    return TableEdit.of(
        table,
        edit -> {
          edit.clusterOn = table.clusterOn().filter(other -> !other.equals(index));
          var indexColumns = new TreeMap<>(table.indexColumns());
          indexColumns.remove(index);
          edit.indexColumns = indexColumns;
          edit.replicaIdentity = replicates(table, index) ? "nothing" : table.replicaIdentity();
        });
  }
}
