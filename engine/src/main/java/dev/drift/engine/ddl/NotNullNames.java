package dev.drift.engine.ddl;

import dev.drift.engine.canon.GeneratedNames;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.NotNullConstraint;
import dev.drift.engine.model.ObjectId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The constraints behind NOT NULL of new columns, from PostgreSQL 18 on: one for each, under the
 * name that a clause or LIKE gives it, under the parent's where only a parent asks for it, or under
 * one that is free (heap.c, AddRelationNotNullConstraints).
 */
final class NotNullNames {
  private final ObjectId table;
  private final Changes changes;

  NotNullNames(ObjectId table, Changes changes) {
    this.table = table;
    this.changes = changes;
  }

  /** {@return the constraint of that name, or of one that is free; none before 18} */
  Optional<NotNullConstraint> make(
      String column, Optional<String> name, boolean noInherit, boolean validated) {
    return make(column, name, noInherit, validated, other -> false);
  }

  private Optional<NotNullConstraint> make(
      String column,
      Optional<String> name,
      boolean noInherit,
      boolean validated,
      Predicate<String> taken) {
    if (!NotNulls.areNamed(changes.context())) {
      return Optional.empty();
    }
    Predicate<String> isTaken =
        other ->
            taken.test(other) || TakenNames.constraint(changes.objects(), table.schema(), other);
    String free =
        name.orElseGet(
            () -> GeneratedNames.free(table.name(), column, NotNullConstraint.LABEL, isTaken));
    return Optional.of(
        new NotNullConstraint(free, name.isEmpty(), noInherit, validated, true, false));
  }

  /** {@return the column that is added, with the constraint that its clauses give it} */
  Column named(Column column, List<ConstraintClause> clauses) {
    String name = column.id().name();
    return column.notNull()
        ? with(column, make(name, name(clauses, name), noInherit(clauses, name), true))
        : column;
  }

  /**
   * Gives the columns of a new table theirs.
   *
   * @param asked the columns that clauses want to refuse null
   */
  void nameAll(List<Column> columns, Set<String> asked, List<ConstraintClause> clauses) {
    Set<String> taken =
        clauses.stream()
            .flatMap(clause -> clause.name().stream())
            .collect(Collectors.toCollection(HashSet::new));
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      String name = column.id().name();
      Optional<NotNullConstraint> there = column.notNullConstraint();
      if (!asked.contains(name) && (!column.notNull() || there.isPresent())) {
        continue;
      }
      Optional<NotNullConstraint> copied = there.filter(NotNullConstraint::local);
      Optional<NotNullConstraint> made =
          copied.isPresent()
              ? copied
              : make(name, name(clauses, name), noInherit(clauses, name), true, taken::contains);
      made.ifPresent(constraint -> taken.add(constraint.name()));
      columns.set(i, with(column, made));
    }
  }

  private static Column with(Column column, Optional<NotNullConstraint> constraint) {
    return ColumnEdit.of(
        column,
        edit -> {
          edit.notNull = true;
          edit.notNullConstraint = constraint;
        });
  }

  private static Optional<String> name(List<ConstraintClause> clauses, String column) {
    return of(clauses, column).flatMap(clause -> clause.name().stream()).findFirst();
  }

  private static boolean noInherit(List<ConstraintClause> clauses, String column) {
    return of(clauses, column)
        .anyMatch(
            clause ->
                clause.body() instanceof ConstraintClause.NotNull notNull && notNull.noInherit());
  }

  private static Stream<ConstraintClause> of(List<ConstraintClause> clauses, String column) {
    return clauses.stream()
        .filter(
            clause ->
                clause.body() instanceof ConstraintClause.NotNull notNull
                    && notNull.column().equals(column));
  }
}
