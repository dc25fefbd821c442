package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Table;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code DROP [COLUMN] [IF EXISTS] name [CASCADE]}, from the table's heirs too. */
final class DropColumn {
  private DropColumn() {}

  static void decide(TokenReader tokens, ObjectId table, boolean only, Changes changes) {
    boolean ifExists = tokens.accept("if", "exists");
    Named name = Named.readGlobal(tokens);
    boolean cascade = tokens.accept("cascade");
    if (!cascade) {
      tokens.accept("restrict");
    }
    Context context = changes.context();
    Optional<Column> found =
        context.objects().find(ObjectId.column(table, name.plain()), Column.class);
    if (found.isEmpty() && ifExists) {
      return;
    }
    Column column =
        found.orElseGet(() -> TableColumns.require(table, name.plain(), name.at(), context));
    if (column.inherited()) {
      throw new RejectedException(
          "cannot drop inherited column \"" + name.plain() + '"', name.at());
    }
    requireNoPartitionKey(table, name, context);
    var columns = new ArrayList<Column>(List.of(column));
    if (only) {
      localise(table, name.plain(), changes);
    } else {
      addInherited(table, name.plain(), columns, changes);
    }
    Dependents.drop(columns, cascade, name.at(), changes);
  }

  private static void requireNoPartitionKey(ObjectId table, Named name, Context context) {
    boolean isKey =
        context
            .objects()
            .find(table, Table.class)
            .flatMap(Table::partitionKey)
            .filter(key -> !Expressions.columns(key, List.of(name.plain())).isEmpty())
            .isPresent();
    if (isKey) {
      throw new RejectedException(
          "cannot drop column \""
              + name.plain()
              + "\" because it is part of the partition key of relation \""
              + table.name()
              + '"',
          name.at());
    }
  }

  private static void addInherited(
      ObjectId table, String name, List<Column> columns, Changes changes) {
    for (Table heir : changes.objects().heirsOf(table)) {
      changes
          .objects()
          .find(ObjectId.column(heir.id(), name), Column.class)
          .filter(Column::inherited)
          .ifPresent(
              column -> {
                columns.add(column);
                addInherited(heir.id(), name, columns, changes);
              });
    }
  }

  /** ONLY leaves the heirs' columns behind as their own. */
  private static void localise(ObjectId table, String name, Changes changes) {
    for (Table heir : changes.objects().heirsOf(table)) {
      changes
          .objects()
          .find(ObjectId.column(heir.id(), name), Column.class)
          .ifPresent(
              column ->
                  changes.alter(column, ColumnEdit.of(column, edit -> edit.inherited = false)));
    }
  }
}
