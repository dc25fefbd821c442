package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.canon.GeneratedNames;
import dev.drift.engine.canon.IndexColumns;
import dev.drift.engine.model.Check;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Exclusion;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.IndexKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.PartitionIndex;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Unique;
import dev.drift.engine.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Adds constraints to a table: their names, their indexes, NOT NULL by primary key. */
final class Constraints {
  private final ObjectId table;
  private final boolean only;
  private final Changes changes;

  Constraints(ObjectId table, Changes changes) {
    this(table, false, changes);
  }

  /**
   * @param only whether partitions get no index for a key
   */
  Constraints(ObjectId table, boolean only, Changes changes) {
    this.table = table;
    this.only = only;
    this.changes = changes;
  }

  /** Adds the constraint of a clause; clauses that only concern a column add none. */
  void add(ConstraintClause clause) {
    changes.at(Optional.of(clause.at()));
    switch (clause.body()) {
      case ConstraintClause.Null none -> {}
      case ConstraintClause.Default none -> {}
      case ConstraintClause.Generated none -> {}
      case ConstraintClause.Identity none -> {}
      case ConstraintClause.NotNull notNull -> notNull(clause, notNull);
      case ConstraintClause.Check check -> check(clause, check);
      case ConstraintClause.Key key -> key(clause, key);
      case ConstraintClause.Exclude exclude -> exclude(clause, exclude);
      case ConstraintClause.References references ->
          new ForeignKeys(table, changes).add(clause, references);
    }
  }

  private void notNull(ConstraintClause clause, ConstraintClause.NotNull notNull) {
    if (notNull.column().isEmpty()) {
      return;
    }
    String column = notNull.column().get();
    TableColumns.require(table, column, clause.at(), changes.context());
    if (notNull.noInherit()) {
      changes
          .objects()
          .find(ObjectId.column(table, column), Column.class)
          .ifPresent(
              found ->
                  changes.alter(
                      found,
                      ColumnEdit.of(
                          found,
                          edit -> {
                            edit.notNull = true;
                            edit.notNullHere = true;
                          })));
      return;
    }
    TableColumns.setNotNull(table, List.of(column), changes);
  }

  private void check(ConstraintClause clause, ConstraintClause.Check check) {
    Objects objects = changes.objects();
    Expression expression =
        Expressions.read(check.expression(), changes.context().scope(), Optional.of(table));
    if (clause.name().isPresent()) {
      requireFree(clause.name().get(), clause.at());
    }
    String name =
        clause
            .name()
            .orElseGet(
                () -> {
                  Set<String> used =
                      Expressions.columns(expression, TableColumns.names(objects, table));
                  String column = used.size() == 1 ? used.iterator().next() : "";
                  return TakenNames.chooseConstraint(
                      objects, table.schema(), List.of(table.name(), column), "check");
                });
    changes.create(
        new Check(
            table.child(Kind.CHECK, name),
            expression,
            check.noInherit(),
            clause.validated(),
            clause.enforced()));
  }

  private void key(ConstraintClause clause, ConstraintClause.Key key) {
    if (key.primary()) {
      requireNoPrimaryKey(clause.at());
    }
    SchemaObject constraint =
        key.usingIndex().isPresent() ? ofIndex(clause, key) : ofColumns(clause, key);
    changes.create(constraint);
    if (constraint instanceof PrimaryKey primary) {
      TableColumns.setNotNull(table, primary.columns(), changes);
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
        keyName(clause, key.primary() ? List.of() : columns, key.primary() ? "pkey" : "key");
    if (key.primary()) {
      return new PrimaryKey(
          table.child(Kind.PRIMARY_KEY, name),
          key.columns(),
          tail.include(),
          clause.deferral(),
          tail.options(),
          tablespace(tail.tablespace()),
          key.withoutOverlaps());
    }
    return new Unique(
        table.child(Kind.UNIQUE, name),
        key.columns(),
        tail.include(),
        key.nullsNotDistinct(),
        clause.deferral(),
        tail.options(),
        tablespace(tail.tablespace()),
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

  /** The index becomes the constraint's and takes its name. */
  private SchemaObject ofIndex(ConstraintClause clause, ConstraintClause.Key key) {
    String indexName = key.usingIndex().orElseThrow();
    Optional<Index> own = changes.objects().find(table.child(Kind.INDEX, indexName), Index.class);
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
    String name = clause.name().orElse(indexName);
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

  private void exclude(ConstraintClause clause, ConstraintClause.Exclude exclude) {
    var keys = new IndexKeys(table, exclude.method(), changes.context());
    List<Exclusion.Element> elements =
        exclude.elements().stream()
            .map(
                element -> {
                  IndexKey key = keys.read(element.key());
                  return new Exclusion.Element(key, element.operator());
                })
            .toList();
    List<String> columns =
        IndexNames.of(
            exclude.elements().stream().map(ConstraintClause.ExcludeElement::key).toList(),
            exclude.tail().include(),
            changes.context());
    changes.create(
        new Exclusion(
            table.child(Kind.EXCLUSION, keyName(clause, columns, "excl")),
            exclude.method(),
            elements,
            exclude.tail().include(),
            exclude.where().isEmpty()
                ? Optional.empty()
                : Optional.of(
                    Expressions.read(
                        exclude.where(), changes.context().scope(), Optional.of(table))),
            clause.deferral(),
            exclude.tail().options(),
            tablespace(exclude.tail().tablespace())));
  }

  private String keyName(ConstraintClause clause, List<String> columns, String label) {
    Objects objects = changes.objects();
    if (clause.name().isPresent()) {
      String name = clause.name().get();
      requireFree(name, clause.at());
      if (TakenNames.relation(objects, table.schema(), name)) {
        throw Existing.relation(table.schema(), name, clause.at(), changes.context());
      }
      return name;
    }
    String joined = GeneratedNames.columns(columns);
    return TakenNames.chooseKey(objects, table.schema(), List.of(table.name(), joined), label);
  }

  /** Rejects if the table has a constraint of that name. */
  void requireFree(String name, Token at) {
    for (Kind kind : Objects.CONSTRAINTS) {
      if (changes.objects().contains(table.child(kind, name))) {
        if (changes.context().doubt().concerns(table.schema(), name)) {
          throw new OpaqueException(
              "depends on constraint " + name, new TreeSet<>(List.of(table.child(kind, name))));
        }
        throw new RejectedException(
            "constraint \"" + name + "\" for relation \"" + table.name() + "\" already exists", at);
      }
    }
  }

  static Optional<String> tablespace(Optional<String> tablespace) {
    return tablespace.filter(name -> !name.equals("pg_default"));
  }

  private static List<String> concat(List<String> first, List<String> second) {
    var all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
