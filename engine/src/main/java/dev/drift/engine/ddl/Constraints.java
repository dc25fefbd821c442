package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.model.Check;
import dev.drift.engine.model.Exclusion;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.IndexKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Adds constraints to a table. */
final class Constraints {
  private final ObjectId table;
  private final boolean only;
  private final Changes changes;
  private final ConstraintNames names;

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
    this.names = new ConstraintNames(table, changes);
  }

  /** Adds the constraint of a clause; clauses that only concern a column add none. */
  void add(ConstraintClause clause) {
    changes.at(Optional.of(clause.at()));
    switch (clause.body()) {
      case ConstraintClause.Null none -> {}
      case ConstraintClause.Default none -> {}
      case ConstraintClause.Generated none -> {}
      case ConstraintClause.Identity none -> {}
      case ConstraintClause.NotNull notNull ->
          new NotNulls(table, only, changes).add(clause, notNull);
      case ConstraintClause.Check check -> check(clause, check);
      case ConstraintClause.Key key -> new Keys(table, only, changes).add(clause, key);
      case ConstraintClause.Exclude exclude -> exclude(clause, exclude);
      case ConstraintClause.References references ->
          new ForeignKeys(table, changes).add(clause, references);
    }
  }

  private void check(ConstraintClause clause, ConstraintClause.Check check) {
    Objects objects = changes.objects();
    Expression expression =
        Expressions.read(check.expression(), changes.context().scope(), Optional.of(table));
    if (clause.name().isPresent()) {
      names.requireFree(clause.name().get(), clause.at());
    }
    String name =
        clause
            .name()
            .orElseGet(
                () -> {
                  Set<String> used =
                      Expressions.columns(expression, TableColumns.names(objects, table));
                  boolean one = used.size() == 1 && !Expressions.hasRow(expression, table);
                  String column = one ? used.iterator().next() : "";
                  return TakenNames.chooseConstraint(
                      objects, table.schema(), List.of(table.name(), column), "check");
                });
    var made =
        new Check(
            table.child(Kind.CHECK, name),
            expression,
            check.noInherit(),
            clause.validated(),
            clause.enforced());
    changes.create(made);
    if (!made.noInherit()) {
      new PartitionParts(changes).spread(table, made);
    }
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
    var made =
        new Exclusion(
            table.child(Kind.EXCLUSION, names.ofKey(clause, columns, "excl")),
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
            changes.context().session().tablespace(exclude.tail().tablespace()));
    changes.create(made);
    if (!only) {
      new PartitionParts(changes).spread(table, made);
    }
  }
}
