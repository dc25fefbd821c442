package dev.drift.engine.ddl;

import dev.drift.engine.canon.GeneratedNames;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Adds foreign keys (tablecmds.c, ATAddForeignKeyConstraint). */
final class ForeignKeys {
  private final ObjectId table;
  private final Changes changes;
  private final ReferencedKeys keys;

  ForeignKeys(ObjectId table, Changes changes) {
    this.table = table;
    this.changes = changes;
    this.keys = new ReferencedKeys(changes);
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
      SchemaObject unique = key(references, referenced);
      List<String> columns =
          references.referencedColumns().isEmpty() && unique instanceof PrimaryKey primary
              ? primary.columns()
              : references.referencedColumns();
      if (columns.size() != references.columns().size()) {
        throw new RejectedException(
            "number of referencing and referenced columns for foreign key disagree",
            references.referencedAt());
      }
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
              references.period(),
              Optional.of(unique.id().name()));
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
                GeneratedNames.free(
                    table.name(),
                    GeneratedNames.columns(references.columns()),
                    "fkey",
                    name -> new CloneNames(changes).isTaken(table, name, table)));
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

  private SchemaObject key(ConstraintClause.References references, ObjectId referenced) {
    Token at = references.referencedAt();
    if (references.referencedColumns().isEmpty()) {
      PrimaryKey primary =
          keys.primary(referenced)
              .orElseThrow(
                  () ->
                      TableColumns.unknown(
                          referenced,
                          "there is no primary key for referenced table \""
                              + referenced.name()
                              + '"',
                          at,
                          changes.context()));
      requireImmediate(List.of(primary), "primary key", references);
      return primary;
    }
    List<String> columns = references.referencedColumns();
    TableColumns.requireAll(
        referenced,
        columns,
        "column \"%s\" referenced in foreign key constraint does not exist",
        at,
        changes.context());
    requireDistinct(columns, at);
    List<SchemaObject> candidates = keys.on(referenced, columns);
    if (candidates.isEmpty()) {
      throw TableColumns.unknown(
          referenced,
          "there is no unique constraint matching given keys for referenced table \""
              + referenced.name()
              + '"',
          at,
          changes.context());
    }
    return requireImmediate(candidates, "unique constraint", references);
  }

  /** {@return the first that is not deferrable} */
  private static SchemaObject requireImmediate(
      List<? extends SchemaObject> candidates,
      String what,
      ConstraintClause.References references) {
    for (SchemaObject candidate : candidates) {
      if (ReferencedKeys.isImmediate(candidate)) {
        return candidate;
      }
    }
    throw new RejectedException(
        "cannot use a deferrable %s for referenced table \"%s\""
            .formatted(what, references.referenced().name()),
        references.referencedAt());
  }

  private static void requireDistinct(List<String> columns, Token at) {
    if (columns.size() != Set.copyOf(columns).size()) {
      throw new RejectedException(
          "foreign key referenced-columns list must not contain duplicates", at);
    }
  }
}
