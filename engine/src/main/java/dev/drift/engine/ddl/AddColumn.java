package dev.drift.engine.ddl;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Table;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code ADD [COLUMN] [IF NOT EXISTS] definition}, on the table's heirs too. */
final class AddColumn {
  private final ObjectId table;
  private final boolean only;
  private final Changes changes;
  private final Consumer<ConstraintClause> later;

  /**
   * @param later takes the column's constraints, which come into being in a later pass
   */
  AddColumn(ObjectId table, boolean only, Changes changes, Consumer<ConstraintClause> later) {
    this.table = table;
    this.only = only;
    this.changes = changes;
    this.later = later;
  }

  void decide(TokenReader tokens) {
    boolean ifNotExists = tokens.accept("if", "not", "exists");
    Context context = changes.context();
    ColumnDefinition definition = ColumnDefinition.read(tokens, context);
    ObjectId id = ObjectId.column(table, definition.name());
    if (context.objects().contains(id)) {
      if (ifNotExists) {
        return;
      }
      throw Existing.taken(
          id,
          "column \""
              + definition.name()
              + "\" of relation \""
              + table.name()
              + "\" already exists",
          definition.at(),
          context);
    }
    boolean unlogged =
        context.objects().find(table, Table.class).filter(Table::unlogged).isPresent();
    int position = TableColumns.nextPosition(context.objects(), table);
    Column made = new ColumnMaker(table, unlogged, changes).make(definition, position);
    Column generated = ColumnMaker.generated(made, definition, changes.context());
    Column column = new NotNullNames(table, changes).named(generated, definition.constraints());
    changes.at(Optional.of(definition.at())).create(column);
    if (!only) {
      inherit(column, table, definition.at());
    }
    definition.constraints().stream()
        .filter(c -> !(c.body() instanceof ConstraintClause.Key))
        .forEach(later);
    KeyClauses.ordered(definition.constraints()).forEach(later);
  }

  private void inherit(Column column, ObjectId parent, Token at) {
    for (Table heir : changes.objects().heirsOf(parent)) {
      ObjectId id = ObjectId.column(heir.id(), column.id().name());
      Optional<Column> own = changes.objects().find(id, Column.class);
      if (own.isPresent() && column.notNullBelow()) {
        new NotNulls(heir.id(), false, changes).inherit(own.get(), column.notNullConstraint(), at);
      } else if (!changes.objects().contains(id)) {
        int position = TableColumns.nextPosition(changes.objects(), heir.id());
        Column inherited = Partitions.inherit(column, heir.id(), position);
        changes.create(
            heir.partitionOf().isPresent()
                ? inherited
                : ColumnEdit.of(inherited, edit -> edit.identity = Optional.empty()));
      }
      inherit(column, heir.id(), at);
    }
  }
}
