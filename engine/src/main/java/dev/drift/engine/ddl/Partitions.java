package dev.drift.engine.ddl;

import dev.drift.engine.canon.GeneratedNames;
import dev.drift.engine.model.Check;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.Trigger;
import dev.drift.engine.model.Unique;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a partition has from its partitioned table. Clones of indexes, constraints and triggers are
 * no objects: an own index that fits the table's becomes its clone and vanishes from the model.
 */
final class Partitions {
  private Partitions() {}

  /** {@return the partitioned table that {@code table} is a partition of} */
  static Optional<ObjectId> parent(ObjectId table, Objects objects) {
    return objects
        .find(table, Table.class)
        .flatMap(Table::partitionOf)
        .map(Table.Partition::parent);
  }

  /** The partitions' own indexes and constraints of this shape become clones of the new one. */
  static void absorb(ObjectId table, SchemaObject part, Changes changes) {
    for (Table heir : changes.objects().heirsOf(table)) {
      if (heir.partitionOf().isPresent()) {
        absorbOne(heir.id(), part, changes);
        absorb(heir.id(), part, changes);
      }
    }
  }

  private static void absorbOne(ObjectId partition, SchemaObject part, Changes changes) {
    for (SchemaObject own : changes.objects().childrenOf(partition)) {
      if (fits(part, own)) {
        changes.drop(own);
        return;
      }
    }
  }

  /** ATTACH PARTITION: columns become inherited, what fits the parent's parts becomes a clone. */
  static void attach(Table table, Table.Partition partition, Changes changes) {
    changes.alter(table, TableEdit.of(table, edit -> edit.partitionOf = Optional.of(partition)));
    for (Column column : TableColumns.of(changes.objects(), table.id())) {
      changes.alter(column, ColumnEdit.of(column, edit -> edit.inherited = true));
    }
    for (SchemaObject part : changes.objects().childrenOf(partition.parent())) {
      absorbOne(table.id(), part, changes);
      if (part instanceof PrimaryKey key) {
        TableColumns.setNotNull(table.id(), key.columns(), changes);
      }
    }
  }

  /** DETACH PARTITION: columns become its own, clones become objects. */
  static void detach(Table table, Changes changes) {
    ObjectId parent = table.partitionOf().orElseThrow().parent();
    changes.alter(table, TableEdit.of(table, edit -> edit.partitionOf = Optional.empty()));
    for (Column column : TableColumns.of(changes.objects(), table.id())) {
      changes.alter(column, ColumnEdit.of(column, edit -> edit.inherited = false));
    }
    for (SchemaObject part : changes.objects().childrenOf(parent)) {
      clone(part, table.id(), changes.objects()).ifPresent(changes::create);
    }
  }

  /** {@return whether the name can be that of a clone, which is no object of the model} */
  static boolean mayBeClone(QualifiedName name, Context context) {
    for (String schema : Names.path(name, context)) {
      String text = name.name();
      for (int i = text.indexOf('_'); i > 0; i = text.indexOf('_', i + 1)) {
        ObjectId table = ObjectId.table(schema, text.substring(0, i));
        if (parent(table, context.objects()).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  /** {@return the index of that name that a partition has from its partitioned table} */
  static Optional<Index> clonedIndex(ObjectId partition, String name, Objects objects) {
    return parent(partition, objects).stream()
        .flatMap(parent -> objects.childrenOf(parent).stream())
        .filter(Index.class::isInstance)
        .map(part -> clone(part, partition, objects))
        .flatMap(Optional::stream)
        .filter(clone -> clone.id().name().equals(name))
        .map(Index.class::cast)
        .findFirst();
  }

  /** {@return what the clone of a partitioned table's part on a partition is once detached} */
  private static Optional<SchemaObject> clone(
      SchemaObject part, ObjectId partition, Objects objects) {
    String schema = partition.schema();
    return switch (part) {
      case PrimaryKey key -> {
        String name = TakenNames.chooseKey(objects, schema, List.of(partition.name(), ""), "pkey");
        yield Optional.of(withId(key, partition.child(Kind.PRIMARY_KEY, name)));
      }
      case Unique unique -> {
        String columns = GeneratedNames.columns(IndexNames.distinct(unique.columns()));
        String name =
            TakenNames.chooseKey(objects, schema, List.of(partition.name(), columns), "key");
        yield Optional.of(withId(unique, partition.child(Kind.UNIQUE, name)));
      }
      case Index index when !index.only() -> {
        String columns =
            GeneratedNames.columns(
                IndexNames.distinct(
                    index.keys().stream()
                        .map(key -> IndexKeys.columnName(key).orElse("expr"))
                        .toList()));
        String name =
            TakenNames.chooseRelation(objects, schema, List.of(partition.name(), columns), "idx");
        yield Optional.of(withId(index, partition.child(Kind.INDEX, name)));
      }
      case ForeignKey key -> Optional.of(withId(key, partition.child(Kind.FOREIGN_KEY, name(key))));
      case Check check -> Optional.of(withId(check, partition.child(Kind.CHECK, name(check))));
      case Trigger trigger ->
          Optional.of(withId(trigger, partition.child(Kind.TRIGGER, name(trigger))));
      default -> Optional.empty();
    };
  }

  private static String name(SchemaObject object) {
    return object.id().name();
  }

  /** {@return the same object under another id} */
  static SchemaObject withId(SchemaObject object, ObjectId id) {
    return new Rewriter(
            new Rewriting() {
              @Override
              public ObjectId id(ObjectId other) {
                return other.equals(object.id()) ? id : other;
              }
            })
        .rewrite(object);
  }

  /** {@return whether a partition's {@code own} can be the clone of {@code part}} */
  static boolean fits(SchemaObject part, SchemaObject own) {
    return switch (part) {
      case PrimaryKey key ->
          own instanceof PrimaryKey other && key.columns().equals(other.columns());
      case Unique key ->
          own instanceof Unique other
              && key.columns().equals(other.columns())
              && key.nullsNotDistinct() == other.nullsNotDistinct();
      case ForeignKey key ->
          own instanceof ForeignKey other && withId(key, other.id()).equals(other);
      case Check check -> own instanceof Check other && name(check).equals(name(other));
      case Trigger trigger ->
          own instanceof Trigger other && withId(trigger, other.id()).equals(other);
      case Index index ->
          !index.only()
              && own instanceof Index other
              && index.unique() == other.unique()
              && index.method().equals(other.method())
              && index.keys().equals(other.keys())
              && index.include().equals(other.include())
              && index.predicate().equals(other.predicate());
      default -> false;
    };
  }

  /**
   * {@return the column that a new partition or heir has from its parent's {@code column}}
   *
   * <p>Without the identity: heirs have none, and a partition's, from PostgreSQL 17 on, is its
   * parent's, which it comes and goes with.
   */
  static Column inherit(Column column, ObjectId heir, int position) {
    return ColumnEdit.of(
        column,
        edit -> {
          edit.id = ObjectId.column(heir, column.id().name());
          edit.position = position;
          edit.inherited = true;
          edit.statistics = OptionalInt.empty();
          edit.options = Collections.emptySortedMap();
          edit.identity = Optional.empty();
        });
  }
}
