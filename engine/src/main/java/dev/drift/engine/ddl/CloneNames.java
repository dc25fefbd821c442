package dev.drift.engine.ddl;

import dev.drift.engine.canon.GeneratedNames;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The names that partitions have for the foreign keys of their partitioned tables: the same, unless
 * the name is taken there, the partition had the key before, or the original was renamed
 * (tablecmds.c, addFkRecurseReferencing). They show once a partition is by itself.
 */
final class CloneNames {
  private final Changes changes;

  CloneNames(Changes changes) {
    this.changes = changes;
  }

  /** {@return the name that the partition has for the foreign key} */
  static String of(Table partition, ObjectId key) {
    return partition.cloneNames().getOrDefault(key, key.name());
  }

  /** The partition has it under the name of its own that it had before. */
  void adopt(ObjectId partition, ObjectId key, ObjectId own) {
    edit(partition, names -> name(names, key, own.name()));
    renamed(partition, own, key);
  }

  /** The partition has got it. */
  void made(ObjectId partition, ForeignKey key) {
    String name = key.id().name();
    String chosen = isUsed(partition, name, key.id()) ? free(partition, key) : name;
    edit(partition, names -> name(names, key.id(), chosen));
  }

  private String free(ObjectId partition, ForeignKey key) {
    if (changes.context().session().serverMajor() < 18) {
      return GeneratedNames.free(
          partition.name(),
          GeneratedNames.columns(key.columns()),
          "fkey",
          tried -> isTaken(partition, tried, key.id()));
    }
    int number = 1;
    while (isTaken(partition, numbered(key, number), key.id())) {
      number++;
    }
    return numbered(key, number);
  }

  private static String numbered(ForeignKey key, int number) {
    return GeneratedNames.objectName(key.id().name(), "", String.valueOf(number));
  }

  /** {@return whether a new constraint of the table cannot be called so} */
  boolean isTaken(ObjectId table, String name, ObjectId except) {
    return TakenNames.constraint(changes.objects(), table.schema(), name)
        || isUsed(table, name, except);
  }

  /** Whether a constraint of the table, or one that it has as a partition, is so called. */
  private boolean isUsed(ObjectId table, String name, ObjectId except) {
    Objects objects = changes.objects();
    Optional<Table> found = objects.find(table, Table.class);
    return objects.childrenOf(table).stream()
            .anyMatch(
                part ->
                    part.id().name().equals(name)
                        && (Objects.CONSTRAINTS.contains(part.id().kind())
                            || part.id().kind() == Kind.PARTITION_INDEX))
        || found.stream()
            .flatMap(partition -> AllParts.inherited(partition, objects).stream())
            .filter(part -> !part.id().equals(except))
            .anyMatch(part -> of(found.get(), part.id()).equals(name));
  }

  /** The original is another now, on {@code table} or above it; clones below keep their names. */
  void renamed(ObjectId table, ObjectId from, ObjectId to) {
    for (Table heir : List.copyOf(changes.objects().heirsOf(table))) {
      String name = of(heir, from);
      edit(
          heir.id(),
          names -> {
            names.remove(from);
            name(names, to, name);
          });
      renamed(heir.id(), from, to);
    }
  }

  private static void name(TreeMap<ObjectId, String> names, ObjectId key, String name) {
    if (name.equals(key.name())) {
      names.remove(key);
    } else {
      names.put(key, name);
    }
  }

  private void edit(ObjectId partition, Consumer<TreeMap<ObjectId, String>> change) {
    Optional<SchemaObject> found = changes.objects().find(partition);
    if (found.orElse(null) instanceof Table table) {
      var names = new TreeMap<>(table.cloneNames());
      change.accept(names);
      changes.alter(table, TableEdit.of(table, edit -> edit.cloneNames = names));
    }
  }
}
