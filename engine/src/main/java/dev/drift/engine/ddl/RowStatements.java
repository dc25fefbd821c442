package dev.drift.engine.ddl;

import dev.drift.engine.ddl.RowChange.Selection;
import dev.drift.engine.ddl.RowChange.Setting;
import dev.drift.engine.event.Origin;
import dev.drift.engine.model.Table;
import dev.drift.engine.source.Statement;
import dev.drift.engine.sql.TokenReader;
import java.util.Optional;
import java.util.SortedMap;

/** Reads INSERT … VALUES, UPDATE and DELETE of one table, where they are plain. */
final class RowStatements {
  private RowStatements() {}

  /**
   * {@return what it does; empty if it is not plain}
   *
   * @param origin where the statement stands
   */
  static Optional<RowChange> read(Statement statement, Context context, Origin origin) {
    try {
      return switch (statement.tokens().getFirst().value()) {
        case "insert" -> new RowInsert(new RowClauses(statement, context), origin).read();
        case "update" -> update(new RowClauses(statement, context)).map(change -> change);
        case "delete" -> delete(new RowClauses(statement, context)).map(change -> change);
        default -> Optional.empty();
      };
    } catch (TokenReader.Unexpected | TemporaryException e) {
      return Optional.empty();
    }
  }

  /** {@return what it does; empty if it is no UPDATE, or not plain} */
  static Optional<RowChange.Updated> update(Statement statement, Context context) {
    if (!statement.tokens().getFirst().is("update")) {
      return Optional.empty();
    }
    try {
      return update(new RowClauses(statement, context));
    } catch (TokenReader.Unexpected | TemporaryException e) {
      return Optional.empty();
    }
  }

  private static Optional<RowChange.Updated> update(RowClauses clauses) {
    TokenReader tokens = clauses.tokens();
    tokens.expect("update");
    tokens.accept("only");
    Optional<Table> table = clauses.table();
    clauses.alias("set");
    tokens.expect("set");
    SortedMap<String, Setting> set = clauses.settings();
    Selection where = clauses.selection();
    return table.map(found -> new RowChange.Updated(found.id(), set, where));
  }

  private static Optional<RowChange.Deleted> delete(RowClauses clauses) {
    TokenReader tokens = clauses.tokens();
    tokens.expect("delete", "from");
    tokens.accept("only");
    Optional<Table> table = clauses.table();
    clauses.alias("where");
    Selection where = clauses.selection();
    return table.map(found -> new RowChange.Deleted(found.id(), where));
  }
}
