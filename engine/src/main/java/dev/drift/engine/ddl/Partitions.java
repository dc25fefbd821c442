package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.model.Check;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.IndexKey;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.Unique;
import dev.drift.engine.sql.Token;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Tables that become and cease to be partitions, and what fits their parents. */
final class Partitions {
  private Partitions() {}

  /** {@return the partitioned table that {@code table} is a partition of} */
  static Optional<ObjectId> parent(ObjectId table, Objects objects) {
    return objects
        .find(table, Table.class)
        .flatMap(Table::partitionOf)
        .map(Table.Partition::parent);
  }

  /** {@return the table, if the column is of its partition key: it goes with the column} */
  static Optional<Table> keyedBy(Column column, Objects objects) {
    return objects
        .find(column.id().parentTable(), Table.class)
        .filter(
            table ->
                table
                    .partitionKey()
                    .filter(key -> !Expressions.columns(key, List.of(column.id().name())).isEmpty())
                    .isPresent());
  }

  /**
   * ATTACH PARTITION: columns become inherited, what fits the parent's parts becomes its part for
   * them.
   */
  static void attach(Table table, Table.Partition partition, Token at, Changes changes) {
    NotNulls.requireAsIn(partition.parent(), table.id(), at, changes);
    changes.alter(table, TableEdit.of(table, edit -> edit.partitionOf = Optional.of(partition)));
    var notNulls = new NotNullLoss(table.id(), false, changes);
    for (Column column : TableColumns.of(changes.objects(), table.id())) {
      changes.alter(
          column,
          ColumnEdit.of(
              column,
              edit -> {
                edit.inherited = true;
                edit.notNullConstraint =
                    column
                        .notNullConstraint()
                        .map(own -> notNulls.hasSource(column) ? own.below() : own);
              }));
    }
    changes
        .objects()
        .find(table.id(), Table.class)
        .ifPresent(
            joined -> changes.alter(joined, InheritedChecks.joined(joined, changes.objects())));
    var parts = new PartitionParts(changes);
    for (SchemaObject part : List.copyOf(changes.objects().childrenOf(partition.parent()))) {
      if (parts.original(part) instanceof PrimaryKey key) {
        new NotNulls(table.id(), false, changes).addForKey(key.columns(), at);
      }
    }
    changes.objects().find(table.id(), Table.class).ifPresent(parts::join);
  }

  /** DETACH PARTITION: columns become its own, what it has for its parent becomes its own. */
  static void detach(Table table, Changes changes) {
    List<SchemaObject> inherited = AllParts.inherited(table, changes.objects());
    changes.alter(table, TableEdit.of(table, edit -> edit.partitionOf = Optional.empty()));
    for (Column column : TableColumns.of(changes.objects(), table.id())) {
      Column own = ColumnEdit.of(column, edit -> edit.inherited = false);
      changes.alter(column, own);
      new NotNullLoss(table.id(), false, changes).ownUp(own);
    }
    InheritedChecks.keep(table, inherited, changes);
    new PartitionParts(changes).leave(table);
  }

  /** {@return whether the name can be that of a partition's index that is not known} */
  static boolean mayBeUnknownPart(QualifiedName name, Context context) {
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
          own instanceof ForeignKey other
              && ((ForeignKey) withId(key, other.id())).standingOn("").equals(other.standingOn(""));
      case Check check -> own instanceof Check other && name(check).equals(name(other));
      case Index index ->
          own instanceof Index other
              && index.unique() == other.unique()
              && index.method().equals(other.method())
              && index.keys().equals(other.keys())
              && index.include().equals(other.include())
              && index.predicate().equals(other.predicate());
      default -> false;
    };
  }

  /** {@return whether the index of a partition's {@code key} can be that of {@code index}} */
  static boolean serves(SchemaObject key, Index index) {
    List<String> columns =
        switch (key) {
          case PrimaryKey primary when !index.nullsNotDistinct() -> primary.columns();
          case Unique unique when index.nullsNotDistinct() == unique.nullsNotDistinct() ->
              unique.columns();
          default -> List.of();
        };
    List<String> include =
        switch (key) {
          case PrimaryKey primary -> primary.include();
          case Unique unique -> unique.include();
          default -> List.of();
        };
    return index.unique()
        && index.method().equals("btree")
        && index.predicate().isEmpty()
        && index.include().equals(include)
        && index.keys().stream().allMatch(Partitions::isPlain)
        && index.keys().stream()
            .flatMap(one -> IndexKeys.columnName(one).stream())
            .toList()
            .equals(columns);
  }

  private static boolean isPlain(IndexKey key) {
    return key.column()
        && key.collation().isEmpty()
        && key.operatorClass().isEmpty()
        && !key.descending()
        && !key.nullsFirst();
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
          edit.notNull = column.notNullBelow();
          edit.notNullConstraint = NotNulls.inherited(column);
          edit.statistics = OptionalInt.empty();
          edit.options = Collections.emptySortedMap();
          edit.identity = Optional.empty();
        });
  }
}
