package dev.drift.engine.ddl;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Builds a table with its columns, then checks, what LIKE copies, keys (the primary key first) and
 * foreign keys: PostgreSQL's order, on which implicit names depend (parse_utilcmd.c,
 * transformCreateStmt).
 */
final class TableBuilder {
  private final List<Column> base;
  private final TableDefinition definition;
  private final boolean typed;
  private final Changes changes;

  /**
   * @param base the columns that the table has from elsewhere
   * @param typed whether the definition's columns only add to those
   */
  TableBuilder(List<Column> base, TableDefinition definition, boolean typed, Changes changes) {
    this.base = base;
    this.definition = definition;
    this.typed = typed;
    this.changes = changes;
  }

  /** {@return the context with the table and its columns as far as expressions need them} */
  Context preview(Table table) {
    var overlay = new Overlay(changes.objects());
    overlay.put(table);
    base.forEach(overlay::put);
    for (LikeClause like : definition.likes()) {
      LikeCopy.find(like, table.id(), changes)
          .ifPresent(copy -> copy.columns(base.size()).forEach(overlay::put));
    }
    for (ColumnDefinition column : definition.columns()) {
      column
          .type()
          .ifPresent(
              type ->
                  overlay.put(Column.plain(ObjectId.column(table.id(), column.name()), 0, type)));
    }
    return changes.context().with(overlay);
  }

  /** Creates everything. */
  void build(Table table) {
    Context preview = preview(table);
    List<LikeCopy> copies = new ArrayList<>();
    List<Column> columns = columns(table, copies, preview);
    changes.at(Optional.empty()).create(InheritedChecks.made(table, changes.objects()));
    for (Column column : columns) {
      changes
          .at(
              definition.columns().stream()
                  .filter(c -> c.name().equals(column.id().name()))
                  .map(ColumnDefinition::at)
                  .findFirst())
          .create(column);
    }
    if (table.partitionOf().isPresent()) {
      new PartitionParts(changes).join(table);
    }
    var constraints = new Constraints(table.id(), changes);
    List<ConstraintClause> clauses =
        table.foreign().isPresent()
            ? definition.constraints()
            : definition.constraints().stream().map(ConstraintClause::onNewTable).toList();
    clauses.stream()
        .filter(c -> c.body() instanceof ConstraintClause.Check)
        .forEach(constraints::add);
    if (table.partitionOf().isPresent()) {
      new PartitionParts(changes).mergeChecks(table);
    }
    copies.forEach(copy -> copy.constraintsAndIndexes(changes));
    KeyClauses.ordered(clauses).forEach(constraints::add);
    clauses.stream()
        .filter(c -> c.body() instanceof ConstraintClause.References)
        .forEach(constraints::add);
  }

  private List<Column> columns(Table table, List<LikeCopy> copies, Context preview) {
    var maker = new ColumnMaker(table.id(), table.unlogged(), changes);
    var columns = new ArrayList<>(base);
    for (TableDefinition.Element element : definition.elements()) {
      switch (element) {
        case TableDefinition.OfConstraint constraint -> {}
        case TableDefinition.OfLike like ->
            LikeCopy.require(like.like(), table.id(), changes)
                .ifPresent(
                    copy -> {
                      copies.add(copy);
                      copy.columns(columns.size()).forEach(column -> add(column, columns));
                    });
        case TableDefinition.OfColumn column -> add(column.column(), columns, maker, preview);
      }
    }
    new NotNullNames(table.id(), changes).nameAll(columns, notNull(), definition.constraints());
    return columns;
  }

  /** A copied column merges with one that is inherited, like one that is written. */
  private void add(Column copied, List<Column> columns) {
    int known = indexOf(copied.id().name(), columns);
    if (known < 0) {
      columns.add(ColumnEdit.of(copied, edit -> edit.position = columns.size() + 1));
    } else {
      Column inherited = columns.get(known);
      columns.set(
          known,
          merge(inherited, ColumnEdit.of(copied, edit -> edit.position = inherited.position())));
    }
  }

  private void add(
      ColumnDefinition definition, List<Column> columns, ColumnMaker maker, Context preview) {
    int known = indexOf(definition.name(), columns);
    if (known < 0) {
      if (typed) {
        throw new RejectedException(
            "column \"" + definition.name() + "\" does not exist", definition.at());
      }
      Column made = maker.make(definition, columns.size() + 1);
      columns.add(ColumnMaker.generated(made, definition, preview));
      return;
    }
    Column before = columns.get(known);
    var own =
        new ColumnDefinition(
            definition.name(),
            definition.at(),
            definition.type().or(() -> Optional.of(before.type())),
            definition.storage(),
            definition.compression(),
            definition.collation(),
            definition.options(),
            definition.constraints());
    Column made = ColumnMaker.generated(maker.make(own, before.position()), definition, preview);
    columns.set(known, merge(before, made));
  }

  /** What the heir says itself goes before what it inherits. */
  private Column merge(Column inherited, Column own) {
    return ColumnEdit.of(
        own,
        edit -> {
          edit.notNull = own.notNull() || inherited.notNull();
          edit.notNullConstraint =
              own.notNull() ? own.notNullConstraint() : inherited.notNullConstraint();
          edit.defaultValue = own.defaultValue().or(inherited::defaultValue);
          edit.generated = own.generated().or(inherited::generated);
          edit.identity = own.identity().or(inherited::identity);
          edit.collation = own.collation().or(inherited::collation);
          edit.storage = own.storage().or(inherited::storage);
          edit.compression = own.compression().or(inherited::compression);
          edit.inherited = typed && inherited.inherited();
        });
  }

  private static int indexOf(String name, List<Column> columns) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).id().name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** The columns of the primary key and of NOT NULL clauses. */
  private Set<String> notNull() {
    var names = new HashSet<String>();
    for (ConstraintClause clause : definition.constraints()) {
      switch (clause.body()) {
        case ConstraintClause.Key key when key.primary() -> names.addAll(key.columns());
        case ConstraintClause.NotNull notNull -> names.add(notNull.column());
        default -> {}
      }
    }
    return names;
  }
}
