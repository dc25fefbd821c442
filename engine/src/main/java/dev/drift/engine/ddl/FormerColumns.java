package dev.drift.engine.ddl;

import dev.drift.engine.canon.IndexColumns;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An index's columns keep the names that they had when it was made, whatever becomes of the
 * table's; by them the indexes are called that are made after it, a partition's or a copy's
 * (parse_utilcmd.c, generateClonedIndexStmt).
 */
final class FormerColumns {
  private final Changes changes;

  FormerColumns(Changes changes) {
    this.changes = changes;
  }

  /** {@return the names of the index's columns} */
  List<String> of(SchemaObject index) {
    return kept(index.id()).orElseGet(() -> now(index));
  }

  private Optional<List<String>> kept(ObjectId index) {
    return table(index)
        .map(Table::indexColumns)
        .flatMap(names -> Optional.ofNullable(names.get(index.name())));
  }

  private Optional<Table> table(ObjectId index) {
    return index.parent().isEmpty()
        ? Optional.empty()
        : changes.objects().find(index.parentTable(), Table.class);
  }

  private List<String> now(SchemaObject index) {
    return IndexColumns.of(index, changes.context().session().serverMajor());
  }

  /** The index {@code made} after another has its columns' names. */
  void handOn(SchemaObject from, ObjectId made) {
    kept(from.id()).ifPresent(names -> keep(made, names));
  }

  private void keep(ObjectId index, List<String> names) {
    table(index)
        .ifPresent(
            table -> {
              var all = new TreeMap<>(table.indexColumns());
              all.put(index.name(), names);
              changes.alter(table, TableEdit.of(table, edit -> edit.indexColumns = all));
            });
  }

  /** {@return the names of the columns of all indexes of a table, and of those below it} */
  Map<ObjectId, Map<String, List<String>>> below(ObjectId relation) {
    var below = new HashMap<ObjectId, Map<String, List<String>>>();
    below.put(relation, all(relation));
    for (Table heir : changes.objects().heirsOf(relation)) {
      below.putAll(below(heir.id()));
    }
    return below;
  }

  private Map<String, List<String>> all(ObjectId relation) {
    var all = new TreeMap<String, List<String>>();
    Objects objects = changes.objects();
    objects.find(relation, Table.class).stream()
        .flatMap(table -> AllParts.of(table, objects).stream())
        .filter(part -> Objects.RELATIONS.contains(part.id().kind()))
        .forEach(index -> all.put(index.id().name(), of(index)));
    return all;
  }

  /** Keeps the names that were, where they are others now. */
  void keep(ObjectId relation, Map<String, List<String>> before) {
    all(relation)
        .forEach(
            (index, names) -> {
              List<String> former = before.getOrDefault(index, names);
              if (!former.equals(names)) {
                keep(relation.child(Kind.INDEX, index), former);
              }
            });
  }
}
