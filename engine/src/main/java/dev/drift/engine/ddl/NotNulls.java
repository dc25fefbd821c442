package dev.drift.engine.ddl;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.NotNullConstraint;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Table;
import dev.drift.engine.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * NOT NULL of a table's columns and, from PostgreSQL 18 on, the constraints behind it, which heirs
 * have under their parent's name (heap.c, AddRelationNotNullConstraints; tablecmds.c,
 * ATExecSetNotNull, dropconstraint_internal; pg_constraint.c, AdjustNotNullInheritance).
 */
final class NotNulls {
  private static final int FROM = 18;

  private final ObjectId table;
  private final boolean only;
  private final Changes changes;
  private final NotNullNames names;

  /**
   * @param only whether heirs are left alone
   */
  NotNulls(ObjectId table, boolean only, Changes changes) {
    this.table = table;
    this.only = only;
    this.changes = changes;
    this.names = new NotNullNames(table, changes);
  }

  /** {@return whether NOT NULL is a constraint with a name} */
  static boolean areNamed(Context context) {
    return context.session().serverMajor() >= FROM;
  }

  /** {@return what an heir has of its parent's {@code column}} */
  static Optional<NotNullConstraint> inherited(Column column) {
    return column.notNullBelow()
        ? column.notNullConstraint().map(it -> it.withValidated(true).below())
        : Optional.empty();
  }

  /** {@code ALTER COLUMN … SET NOT NULL}. */
  void set(Column column, Token at) {
    Optional<NotNullConstraint> own = column.notNullConstraint();
    if (own.isEmpty()) {
      boolean leavesHeirs = only && !changes.objects().heirsOf(table).isEmpty();
      boolean named = areNamed(changes.context());
      if (leavesHeirs && named && isPartitioned()) {
        refuse("constraint must be added to child tables too", at);
      }
      create(column, names.make(name(column), Optional.empty(), leavesHeirs, true), at);
    } else if (own.get().noInherit() && !only) {
      refuse(cannotChange(own.get()), at);
    } else if (!own.get().local()) {
      change(column, NotNullConstraint::owned);
    } else if (!own.get().validated()) {
      validate(column);
    }
  }

  /** {@code ADD [CONSTRAINT name] NOT NULL column}. */
  void add(ConstraintClause clause, ConstraintClause.NotNull notNull) {
    Token at = clause.at();
    Column column = TableColumns.require(table, notNull.column(), at, changes.context());
    Optional<NotNullConstraint> own = column.notNullConstraint();
    if (own.isEmpty()) {
      clause.name().ifPresent(name -> new ConstraintNames(table, changes).requireFree(name, at));
      if (only && !notNull.noInherit() && !changes.objects().heirsOf(table).isEmpty()) {
        refuse("constraint must be added to child tables too", at);
      }
      create(
          column,
          names.make(name(column), clause.name(), notNull.noInherit(), clause.validated()),
          at);
      return;
    }
    requireSame(own.get(), notNull.noInherit(), clause.validated(), at);
    if (clause.name().filter(name -> !name.equals(own.get().name())).isPresent()) {
      refuse(
          "cannot create not-null constraint \"%s\" on column \"%s\" of table \"%s\""
              .formatted(clause.name().get(), name(column), table.name()),
          at);
    }
    change(column, it -> (clause.name().isPresent() ? it.addressed() : it).owned());
  }

  /** The columns of a primary key refuse null, those of heirs included. */
  void addForKey(List<String> columns, Token at) {
    for (String name : columns) {
      Optional<Column> found = changes.objects().find(ObjectId.column(table, name), Column.class);
      if (found.isEmpty()) {
        continue;
      }
      Optional<NotNullConstraint> own = found.get().notNullConstraint();
      if (own.isEmpty()) {
        create(found.get(), names.make(name, Optional.empty(), false, true), at);
      } else if (own.get().noInherit() || !own.get().validated()) {
        refuse("cannot create primary key on column \"" + name + "\"", at);
      }
    }
  }

  private void create(Column column, Optional<NotNullConstraint> made, Token at) {
    put(column, made);
    if (!only && made.filter(NotNullConstraint::noInherit).isEmpty()) {
      spread(name(column), made, at);
    }
  }

  private void spread(String column, Optional<NotNullConstraint> made, Token at) {
    for (Table heir : List.copyOf(changes.objects().heirsOf(table))) {
      changes
          .objects()
          .find(ObjectId.column(heir.id(), column), Column.class)
          .ifPresent(found -> new NotNulls(heir.id(), false, changes).inherit(found, made, at));
    }
  }

  /** An heir that has one of its own keeps it. */
  void inherit(Column column, Optional<NotNullConstraint> made, Token at) {
    Optional<NotNullConstraint> own = column.notNullConstraint();
    if (own.isPresent() && made.isPresent()) {
      requireSame(own.get(), false, made.get().validated(), at);
      return;
    }
    made.ifPresent(it -> new ConstraintNames(table, changes).requireFree(it.name(), at));
    put(column, made.map(NotNullConstraint::below));
    spread(name(column), made, at);
  }

  private void put(Column column, Optional<NotNullConstraint> constraint) {
    changes.alter(
        column,
        ColumnEdit.of(
            column,
            edit -> {
              edit.notNull = true;
              edit.notNullConstraint = constraint;
            }));
  }

  private void change(Column column, UnaryOperator<NotNullConstraint> to) {
    changes.alter(
        column,
        ColumnEdit.of(column, edit -> edit.notNullConstraint = column.notNullConstraint().map(to)));
  }

  /** Makes the constraint valid, and those of heirs. */
  void validate(Column column) {
    change(column, constraint -> constraint.withValidated(true));
    for (Table heir : List.copyOf(changes.objects().heirsOf(table))) {
      if (column.notNullBelow()) {
        changes
            .objects()
            .find(ObjectId.column(heir.id(), name(column)), Column.class)
            .ifPresent(new NotNulls(heir.id(), false, changes)::validate);
      }
    }
  }

  private void requireSame(NotNullConstraint own, boolean noInherit, boolean validated, Token at) {
    if (own.noInherit() != noInherit) {
      refuse(cannotChange(own), at);
    }
    if (validated && !own.validated()) {
      refuse(
          "incompatible NOT VALID constraint \"%s\" on relation \"%s\""
              .formatted(own.name(), table.name()),
          at);
    }
  }

  private String cannotChange(NotNullConstraint own) {
    return "cannot change NO INHERIT status of NOT NULL constraint \"%s\" on relation \"%s\""
        .formatted(own.name(), table.name());
  }

  private boolean isPartitioned() {
    return changes.objects().find(table, Table.class).stream()
        .anyMatch(found -> found.partitionKey().isPresent());
  }

  /** Refuses to put {@code heir} below {@code parent} where it takes null and the parent not. */
  static void requireAsIn(ObjectId parent, ObjectId heir, Token at, Changes changes) {
    for (Column column : TableColumns.of(changes.objects(), parent)) {
      ObjectId own = ObjectId.column(heir, name(column));
      if (column.notNullBelow()
          && changes
              .objects()
              .find(own, Column.class)
              .filter(below -> !below.notNull())
              .isPresent()) {
        refuse(
            "column \"%s\" in child table \"%s\" must be marked NOT NULL"
                .formatted(name(column), heir.name()),
            at,
            heir,
            changes);
      }
    }
  }

  private void refuse(String message, Token at) {
    refuse(message, at, table, changes);
  }

  /** Rejects, but for a table of which not all is known. */
  static void refuse(String message, Token at, ObjectId table, Changes changes) {
    if (!changes.context().doubt().concerns(table.schema(), table.name())) {
      throw new RejectedException(message, at);
    }
  }

  private static String name(Column column) {
    return column.id().name();
  }
}
