package dev.drift.engine.ddl;

import dev.drift.engine.ddl.RowChange.OnConflict;
import dev.drift.engine.ddl.RowChange.Setting;
import dev.drift.engine.event.Origin;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Table;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code INSERT INTO t (a, b) VALUES (…), (…) ON CONFLICT …}. */
final class RowInsert {
  private final RowClauses clauses;
  private final Context context;
  private final TokenReader tokens;
  private final Origin origin;

  /**
   * Starts at the statement's beginning.
   *
   * @param origin where the statement stands
   */
  RowInsert(RowClauses clauses, Origin origin) {
    this.clauses = clauses;
    this.context = clauses.context();
    this.tokens = clauses.tokens();
    this.origin = origin;
  }

  /** {@return the rows that have constant values; empty if it inserts others} */
  Optional<RowChange> read() {
    tokens.expect("insert", "into");
    Optional<Table> table = clauses.table();
    if (tokens.accept("as")) {
      tokens.name();
    }
    if (table.isEmpty()) {
      return Optional.empty();
    }
    List<String> columns = tokens.atSymbol("(") ? names(tokens.group()) : columns(table.get());
    if (tokens.accept("overriding")) {
      tokens.next();
      tokens.expect("value");
    }
    if (!tokens.accept("values")) {
      return Optional.empty();
    }
    var rows = new ArrayList<SortedMap<String, RowConstant>>();
    var origins = new ArrayList<Origin>();
    do {
      Token at = tokens.peek().orElseThrow(() -> tokens.unexpected("a row"));
      row(columns, RowClauses.split(tokens.group()))
          .ifPresent(
              row -> {
                rows.add(row);
                origins.add(at(at));
              });
    } while (tokens.acceptSymbol(","));
    OnConflict onConflict = onConflict();
    if (!tokens.atEnd() && !tokens.at("returning")) {
      return Optional.empty();
    }
    return Optional.of(new RowChange.Inserted(table.get().id(), rows, origins, onConflict));
  }

  private Origin at(Token token) {
    return new Origin(
        origin.migration(), origin.file(), token.line(), token.column(), origin.statement());
  }

  private Optional<SortedMap<String, RowConstant>> row(
      List<String> columns, List<List<Token>> cells) {
    var row = new TreeMap<String, RowConstant>();
    if (cells.size() > columns.size()) {
      return Optional.empty();
    }
    for (int i = 0; i < cells.size(); i++) {
      List<Token> cell = cells.get(i);
      if (cell.size() == 1 && cell.getFirst().is("default")) {
        continue;
      }
      Optional<RowConstant> constant = clauses.constant(cell);
      if (constant.isEmpty()) {
        return Optional.empty();
      }
      row.put(columns.get(i), constant.get());
    }
    return Optional.of(row);
  }

  private OnConflict onConflict() {
    if (!tokens.accept("on", "conflict")) {
      return OnConflict.NONE;
    }
    List<String> columns = List.of();
    if (tokens.atSymbol("(")) {
      columns = names(tokens.group());
    } else if (tokens.accept("on", "constraint")) {
      tokens.name();
    }
    tokens.expect("do");
    if (tokens.accept("nothing")) {
      return new OnConflict(columns, Optional.empty());
    }
    tokens.expect("update", "set");
    SortedMap<String, Setting> set = clauses.settings();
    if (tokens.at("where")) {
      set.replaceAll((column, value) -> value.uncertain());
      while (!tokens.atEnd() && !tokens.at("returning")) {
        tokens.next();
      }
    }
    return new OnConflict(columns, Optional.of(set));
  }

  private List<String> columns(Table table) {
    return TableColumns.of(context.objects(), table.id()).stream()
        .map(Column::id)
        .map(id -> id.name())
        .toList();
  }

  private static List<String> names(List<Token> group) {
    var names = new ArrayList<String>();
    for (List<Token> item : RowClauses.split(group)) {
      names.add(item.size() == 1 && item.getFirst().isName() ? item.getFirst().value() : "");
    }
    return names;
  }
}
