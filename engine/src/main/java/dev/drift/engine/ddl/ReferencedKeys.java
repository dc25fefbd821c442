package dev.drift.engine.ddl;

import dev.drift.engine.model.Deferral;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.IndexKey;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.Unique;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The unique indexes of a table that foreign keys can stand on. Of those on the same columns a
 * foreign key takes the first that was made (tablecmds.c, transformFkeyCheckAttrs, which goes by
 * their numbers), and which that was is remembered by the table.
 */
final class ReferencedKeys {
  private final Changes changes;

  ReferencedKeys(Changes changes) {
    this.changes = changes;
  }

  /** {@return the primary key of the table, or what it has as a partition for its parent's} */
  Optional<PrimaryKey> primary(ObjectId table) {
    return parts(table).stream()
        .filter(PrimaryKey.class::isInstance)
        .map(PrimaryKey.class::cast)
        .findFirst();
  }

  /** {@return all on just those columns, in the order in which they were made} */
  List<SchemaObject> on(ObjectId table, Collection<String> columns) {
    Set<String> wanted = new TreeSet<>(columns);
    List<String> order =
        changes.objects().find(table, Table.class).map(Table::keyOrder).orElse(List.of());
    return parts(table).stream()
        .filter(part -> columns(part).filter(wanted::equals).isPresent())
        .sorted(
            (one, other) ->
                Integer.compare(order.indexOf(one.id().name()), order.indexOf(other.id().name())))
        .toList();
  }

  /** {@return whether rows can be referenced by it at once} */
  static boolean isImmediate(SchemaObject key) {
    return switch (key) {
      case PrimaryKey primary -> primary.deferral() == Deferral.NOT_DEFERRABLE;
      case Unique unique -> unique.deferral() == Deferral.NOT_DEFERRABLE;
      default -> true;
    };
  }

  private List<SchemaObject> parts(ObjectId table) {
    Objects objects = changes.objects();
    return objects.find(table).map(found -> AllParts.of(found, objects)).orElse(List.of());
  }

  /** Remembers that this index was made last, where that makes a difference. */
  void made(ObjectId index) {
    if (index.parent().isEmpty()) {
      return;
    }
    Optional<Table> table = changes.objects().find(index.parentTable(), Table.class);
    List<String> equal =
        table.isEmpty()
            ? List.of()
            : parts(index.parentTable()).stream()
                .filter(part -> part.id().name().equals(index.name()))
                .flatMap(part -> columns(part).stream())
                .flatMap(columns -> on(index.parentTable(), columns).stream())
                .map(part -> part.id().name())
                .toList();
    if (equal.size() > 1) {
      var order = new ArrayList<>(table.get().keyOrder());
      equal.stream().filter(name -> !order.contains(name)).forEach(order::add);
      order.remove(index.name());
      order.add(index.name());
      changes.alter(table.get(), TableEdit.of(table.get(), edit -> edit.keyOrder = order));
    }
  }

  /**
   * A column has got another type: its indexes are made again, constraints first, and what refers
   * to it or by it looks for a key anew (tablecmds.c, ATPostAlterTypeCleanup).
   */
  void remade(ObjectId column) {
    ObjectId table = column.parentTable();
    changes
        .objects()
        .find(table, Table.class)
        .filter(found -> !found.keyOrder().isEmpty())
        .ifPresent(found -> reorder(found, column.name()));
    for (ForeignKey key : List.copyOf(changes.objects().foreignKeysTo(table))) {
      if (key.referencedColumns().contains(column.name())) {
        chooseAnew(key);
      }
    }
    for (SchemaObject part : List.copyOf(changes.objects().childrenOf(table))) {
      if (part instanceof ForeignKey key && key.columns().contains(column.name())) {
        chooseAnew(key);
      }
    }
  }

  private void reorder(Table table, String column) {
    var untouched = new ArrayList<String>();
    var constraints = new ArrayList<String>();
    var indexes = new ArrayList<String>();
    for (String name : table.keyOrder()) {
      Optional<SchemaObject> key =
          parts(table.id()).stream()
              .filter(part -> columns(part).filter(all -> all.contains(column)).isPresent())
              .filter(part -> part.id().name().equals(name))
              .findFirst();
      if (key.isEmpty()) {
        untouched.add(name);
      } else if (key.get() instanceof Index) {
        indexes.add(name);
      } else {
        constraints.add(name);
      }
    }
    untouched.addAll(constraints);
    untouched.addAll(indexes);
    changes.alter(table, TableEdit.of(table, edit -> edit.keyOrder = untouched));
  }

  private void chooseAnew(ForeignKey key) {
    on(key.referenced(), key.referencedColumns()).stream()
        .filter(ReferencedKeys::isImmediate)
        .findFirst()
        .ifPresent(first -> changes.alter(key, key.standingOn(first.id().name())));
  }

  /** {@return the columns that the object makes unique, if it is a key that can be referenced} */
  private static Optional<Set<String>> columns(SchemaObject object) {
    return switch (object) {
      case PrimaryKey key -> Optional.of(new TreeSet<>(key.columns()));
      case Unique unique -> Optional.of(new TreeSet<>(unique.columns()));
      case Index index
          when index.unique() && index.valid() && !index.only() && index.predicate().isEmpty() -> {
        var columns = new TreeSet<String>();
        for (IndexKey key : index.keys()) {
          Optional<String> column = IndexKeys.columnName(key);
          if (column.isEmpty()) {
            yield Optional.empty();
          }
          columns.add(column.get());
        }
        yield Optional.of(columns);
      }
      default -> Optional.empty();
    };
  }
}
