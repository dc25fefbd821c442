package dev.drift.engine.ddl;

import dev.drift.engine.canon.IndexColumns;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PartitionIndex;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Unique;
import dev.drift.engine.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds primary keys and unique constraints, with indexes of their own or over one that is there.
 */
final class Keys {
  private final ObjectId table;
  private final boolean only;
  private final Changes changes;
  private final ConstraintNames names;

  /**
   * @param only whether partitions get no index for a key
   */
  Keys(ObjectId table, boolean only, Changes changes) {
    this.table = table;
    this.only = only;
    this.changes = changes;
    this.names = new ConstraintNames(table, changes);
  }

  /** Adds one; the columns of a primary key forbid nulls. */
  void add(ConstraintClause clause, ConstraintClause.Key key) {
    if (key.primary()) {
      requireNoPrimaryKey(clause.at());
    }
    SchemaObject constraint =
        key.usingIndex().isPresent() ? ofIndex(clause, key) : ofColumns(clause, key);
    changes.create(constraint);
    if (key.usingIndex().isEmpty()) {
      new ReferencedKeys(changes).made(constraint.id());
    }
    if (constraint instanceof PrimaryKey primary) {
      new NotNulls(table, false, changes).addForKey(primary.columns(), clause.at());
    }
    if (!only) {
      new PartitionParts(changes).spread(table, constraint);
    }
  }

  private void requireNoPrimaryKey(Token at) {
    for (SchemaObject child : changes.objects().childrenOf(table)) {
      if (child instanceof PrimaryKey
          && !changes.context().doubt().concerns(table.schema(), table.name())) {
        throw new RejectedException(
            "multiple primary keys for table \"" + table.name() + "\" are not allowed", at);
      }
    }
  }

  private SchemaObject ofColumns(ConstraintClause clause, ConstraintClause.Key key) {
    TableColumns.requireAll(
        table,
        key.columns(),
        "column \"%s\" named in key does not exist",
        clause.at(),
        changes.context());
    ConstraintClause.IndexTail tail = key.tail();
    List<String> columns = IndexColumns.distinct(concat(key.columns(), tail.include()));
    String name =
        names.ofKey(clause, key.primary() ? List.of() : columns, key.primary() ? "pkey" : "key");
    if (key.primary()) {
      return new PrimaryKey(
          table.child(Kind.PRIMARY_KEY, name),
          key.columns(),
          tail.include(),
          clause.deferral(),
          tail.options(),
          changes.context().session().tablespace(tail.tablespace()),
          key.withoutOverlaps());
    }
    return new Unique(
        table.child(Kind.UNIQUE, name),
        key.columns(),
        tail.include(),
        key.nullsNotDistinct(),
        clause.deferral(),
        tail.options(),
        changes.context().session().tablespace(tail.tablespace()),
        key.withoutOverlaps());
  }

  /** A partition's index stays its part for the parent's, and takes the constraint's name too. */
  private Optional<Index> partOfPartition(String name, ConstraintClause clause) {
    ObjectId id = table.child(Kind.PARTITION_INDEX, name);
    Optional<Index> original =
        changes
            .objects()
            .find(id, PartitionIndex.class)
            .flatMap(part -> changes.objects().find(part.original(), Index.class));
    if (original.isPresent()) {
      clause.name().ifPresent(other -> Renames.rename(id, id.withName(other), changes));
    }
    return original;
  }

  /** Finds the table's own index. {@return it, under the name that the constraint gives it} */
  private Optional<Index> own(String indexName, String name, ConstraintClause clause) {
    ObjectId id = table.child(Kind.INDEX, indexName);
    ObjectId named = table.child(Kind.INDEX, name);
    if (!id.equals(named) && changes.objects().contains(id)) {
      if (TakenNames.relation(changes.objects(), table.schema(), name)) {
        throw Existing.relation(table.schema(), name, clause.at(), changes.context());
      }
      Renames.rename(id, named, changes);
    }
    return changes.objects().find(named, Index.class);
  }

  /** The index becomes the constraint's and takes its name. */
  private SchemaObject ofIndex(ConstraintClause clause, ConstraintClause.Key key) {
    String indexName = key.usingIndex().orElseThrow();
    String name = clause.name().orElse(indexName);
    Optional<Index> own = own(indexName, name, clause);
    own.ifPresent(changes::drop);
    Index index =
        own.or(() -> partOfPartition(indexName, clause))
            .orElseThrow(
                () ->
                    Names.unknown(
                        new QualifiedName(table.schema(), indexName),
                        "index \"" + indexName + "\" does not exist",
                        clause.at(),
                        changes.context()));
    List<String> columns =
        index.keys().stream().map(IndexKeys::columnName).flatMap(Optional::stream).toList();
    if (key.primary()) {
      return new PrimaryKey(
          table.child(Kind.PRIMARY_KEY, name),
          columns,
          index.include(),
          clause.deferral(),
          index.options(),
          index.tablespace(),
          false);
    }
    return new Unique(
        table.child(Kind.UNIQUE, name),
        columns,
        index.include(),
        index.nullsNotDistinct(),
        clause.deferral(),
        index.options(),
        index.tablespace(),
        false);
  }

  private static List<String> concat(List<String> first, List<String> second) {
    var all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
