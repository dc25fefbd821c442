package dev.drift.engine.ddl;

import dev.drift.engine.canon.GeneratedNames;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.IndexKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Unique;
import dev.drift.engine.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Adds foreign keys (tablecmds.c, ATAddForeignKeyConstraint). */
final class ForeignKeys {
  private final ObjectId table;
  private final Changes changes;

  ForeignKeys(ObjectId table, Changes changes) {
    this.table = table;
    this.changes = changes;
  }

  /** Adds one; where the referenced table is not known, what it is stays open. */
  void add(ConstraintClause clause, ConstraintClause.References references) {
    Context context = changes.context();
    TableColumns.requireAll(
        table,
        references.columns(),
        "column \"%s\" referenced in foreign key constraint does not exist",
        clause.at(),
        context);
    clause
        .name()
        .ifPresent(name -> new ConstraintNames(table, changes).requireFree(name, clause.at()));
    ObjectId id = table.child(Kind.FOREIGN_KEY, name(clause, references));
    try {
      ObjectId referenced = referenced(references);
      List<String> columns = referencedColumns(references, referenced);
      var key =
          new ForeignKey(
              id,
              references.columns(),
              referenced,
              columns,
              references.match(),
              references.onUpdate(),
              references.onDelete(),
              references.setColumns(),
              clause.deferral(),
              clause.validated(),
              clause.enforced(),
              references.period());
      changes.create(key);
      new PartitionParts(changes).spread(table, key);
    } catch (OpaqueException e) {
      changes.leaveOpen(String.valueOf(e.getMessage()), List.of(id));
    }
  }

  private String name(ConstraintClause clause, ConstraintClause.References references) {
    return clause
        .name()
        .orElseGet(
            () ->
                TakenNames.chooseConstraint(
                    changes.objects(),
                    table.schema(),
                    List.of(table.name(), GeneratedNames.columns(references.columns())),
                    "fkey"));
  }

  private ObjectId referenced(ConstraintClause.References references) {
    SchemaObject relation =
        Names.requireRelation(
            references.referenced(), references.referencedAt(), changes.context());
    if (relation.id().kind() != Kind.TABLE) {
      throw new RejectedException(
          "referenced relation \"" + relation.id().name() + "\" is not a table",
          references.referencedAt());
    }
    return relation.id();
  }

  private List<String> referencedColumns(
      ConstraintClause.References references, ObjectId referenced) {
    Token at = references.referencedAt();
    if (references.referencedColumns().isEmpty()) {
      return primaryKey(referenced)
          .map(PrimaryKey::columns)
          .orElseThrow(
              () ->
                  TableColumns.unknown(
                      referenced,
                      "there is no primary key for referenced table \"" + referenced.name() + '"',
                      at,
                      changes.context()));
    }
    List<String> columns = references.referencedColumns();
    TableColumns.requireAll(
        referenced,
        columns,
        "column \"%s\" referenced in foreign key constraint does not exist",
        at,
        changes.context());
    Set<String> wanted = new TreeSet<>(columns);
    if (!isUnique(referenced, wanted)) {
      throw TableColumns.unknown(
          referenced,
          "there is no unique constraint matching given keys for referenced table \""
              + referenced.name()
              + '"',
          at,
          changes.context());
    }
    return columns;
  }

  /** A partition has the keys of its partitioned table too. */
  private boolean isUnique(ObjectId referenced, Set<String> columns) {
    return changes.objects().childrenOf(referenced).stream()
            .anyMatch(child -> uniqueColumns(child).filter(columns::equals).isPresent())
        || Partitions.parent(referenced, changes.objects())
            .filter(parent -> isUnique(parent, columns))
            .isPresent();
  }

  private Optional<PrimaryKey> primaryKey(ObjectId referenced) {
    return primaryKeyOf(referenced, changes.context())
        .or(
            () ->
                Partitions.parent(referenced, changes.objects())
                    .flatMap(parent -> primaryKeyOf(parent, changes.context())));
  }

  private static Optional<PrimaryKey> primaryKeyOf(ObjectId table, Context context) {
    return context.objects().childrenOf(table).stream()
        .filter(PrimaryKey.class::isInstance)
        .map(PrimaryKey.class::cast)
        .findFirst();
  }

  /** {@return the columns that the object makes unique, if it is a key that can be referenced} */
  static Optional<Set<String>> uniqueColumns(SchemaObject object) {
    return switch (object) {
      case PrimaryKey key -> Optional.of(new TreeSet<>(key.columns()));
      case Unique unique -> Optional.of(new TreeSet<>(unique.columns()));
      case Index index when index.unique() && index.predicate().isEmpty() -> {
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
