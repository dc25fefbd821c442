package dev.drift.engine.ddl;

import dev.drift.engine.ddl.RowChange.OnConflict;
import dev.drift.engine.ddl.RowChange.Selection;
import dev.drift.engine.ddl.RowChange.Setting;
import dev.drift.engine.event.Origin;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.source.Statement;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads INSERT … VALUES, UPDATE, DELETE and TRUNCATE of one table, where they are plain. */
final class RowStatements {
  private final Statement statement;
  private final Context context;
  private final TokenReader tokens;
  private final Origin origin;

  private RowStatements(Statement statement, Context context, Origin origin) {
    this.statement = statement;
    this.context = context;
    this.origin = origin;
    this.tokens = new TokenReader(statement.tokens());
  }

  /** {@return what it does; empty if it is not plain} */
  static Optional<RowChange> read(Statement statement, Context context, Origin origin) {
    var reading = new RowStatements(statement, context, origin);
    try {
      return switch (statement.tokens().getFirst().value()) {
        case "insert" -> reading.insert();
        case "update" -> reading.update();
        case "delete" -> reading.delete();
        default -> Optional.empty();
      };
    } catch (TokenReader.Unexpected | TemporaryException e) {
      return Optional.empty();
    }
  }

  private Optional<RowChange> insert() {
    tokens.expect("insert", "into");
    Optional<Table> table = table();
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
      row(columns, split(tokens.group()))
          .ifPresent(
              row -> {
                rows.add(row);
                origins.add(
                    new Origin(
                        origin.migration(),
                        origin.file(),
                        at.line(),
                        at.column(),
                        origin.statement()));
              });
    } while (tokens.acceptSymbol(","));
    OnConflict onConflict = onConflict();
    if (!tokens.atEnd() && !tokens.at("returning")) {
      return Optional.empty();
    }
    return Optional.of(new RowChange.Inserted(table.get().id(), rows, origins, onConflict));
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
      Optional<RowConstant> constant = constant(cell);
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
    SortedMap<String, Setting> set = settings();
    if (tokens.at("where")) {
      set.replaceAll((column, value) -> new Setting(Optional.empty(), Optional.empty()));
      while (!tokens.atEnd() && !tokens.at("returning")) {
        tokens.next();
      }
    }
    return new OnConflict(columns, Optional.of(set));
  }

  private Optional<RowChange> update() {
    tokens.expect("update");
    tokens.accept("only");
    Optional<Table> table = table();
    alias("set");
    tokens.expect("set");
    SortedMap<String, Setting> set = settings();
    Selection where = selection();
    return table.map(found -> new RowChange.Updated(found.id(), set, where));
  }

  private Optional<RowChange> delete() {
    tokens.expect("delete", "from");
    tokens.accept("only");
    Optional<Table> table = table();
    alias("where");
    Selection where = selection();
    return table.map(found -> new RowChange.Deleted(found.id(), where));
  }

  private void alias(String next) {
    if (tokens.accept("as") || !tokens.atEnd() && !tokens.at(next) && !tokens.at("returning")) {
      tokens.name();
    }
  }

  private SortedMap<String, Setting> settings() {
    var set = new TreeMap<String, Setting>();
    do {
      String column = tokens.name();
      tokens.expectSymbol("=");
      List<Token> value = until("where", "from", "returning");
      Optional<String> excluded =
          value.size() == 3 && value.getFirst().is("excluded") && value.get(1).isSymbol(".")
              ? Optional.of(value.get(2).value())
              : Optional.empty();
      set.put(column, new Setting(excluded, constant(value)));
    } while (tokens.acceptSymbol(","));
    return set;
  }

  /** {@code WHERE a = 1 AND b IN ('x', 'y')}, or nothing at all. */
  private Selection selection() {
    if (tokens.atEnd() || tokens.at("returning")) {
      return new Selection(new TreeMap<>(), true);
    }
    var values = new TreeMap<String, List<RowConstant>>();
    try {
      tokens.expect("where");
      do {
        String column = tokens.name();
        if (tokens.acceptSymbol(".")) {
          column = tokens.name();
        }
        if (tokens.accept("in")) {
          var constants = new ArrayList<RowConstant>();
          for (List<Token> item : split(tokens.group())) {
            constants.add(constant(item).orElseThrow(() -> tokens.unexpected("a constant")));
          }
          values.put(column, constants);
        } else {
          tokens.expectSymbol("=");
          List<Token> value = until("and", "or", "returning");
          values.put(
              column, List.of(constant(value).orElseThrow(() -> tokens.unexpected("a constant"))));
        }
      } while (tokens.accept("and"));
    } catch (TokenReader.Unexpected e) {
      return Selection.UNKNOWN;
    }
    return tokens.atEnd() || tokens.at("returning")
        ? new Selection(values, true)
        : Selection.UNKNOWN;
  }

  /** {@return the tokens up to a comma or one of these words, outside of parentheses} */
  private List<Token> until(String... words) {
    int mark = tokens.mark();
    int depth = 0;
    while (!tokens.atEnd()) {
      Token token = tokens.peek().orElseThrow();
      if (depth == 0 && token.isSymbol(",")) {
        break;
      }
      boolean ends = false;
      for (String word : words) {
        ends |= depth == 0 && token.is(word);
      }
      if (ends) {
        break;
      }
      depth += token.isSymbol("(") || token.isSymbol("[") ? 1 : 0;
      depth -= token.isSymbol(")") || token.isSymbol("]") ? 1 : 0;
      tokens.next();
    }
    return tokens.since(mark);
  }

  private Optional<RowConstant> constant(List<Token> value) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    int base = statement.tokens().getFirst().offset();
    int from = value.getFirst().offset() - base;
    int to = value.getLast().end() - base;
    return to > statement.text().length()
        ? Optional.empty()
        : RowConstant.read(value, statement.text().substring(from, to));
  }

  private Optional<Table> table() {
    Optional<SchemaObject> relation = Names.relation(Names.read(tokens), context);
    return relation.filter(Table.class::isInstance).map(Table.class::cast);
  }

  private List<String> columns(Table table) {
    return TableColumns.of(context.objects(), table.id()).stream()
        .map(Column::id)
        .map(id -> id.name())
        .toList();
  }

  private static List<String> names(List<Token> group) {
    var names = new ArrayList<String>();
    for (List<Token> item : split(group)) {
      names.add(item.size() == 1 && item.getFirst().isName() ? item.getFirst().value() : "");
    }
    return names;
  }

  /** {@return what stands between a group's commas} */
  private static List<List<Token>> split(List<Token> group) {
    var items = new ArrayList<List<Token>>();
    int from = 0;
    int depth = 0;
    for (int i = 0; i < group.size(); i++) {
      Token token = group.get(i);
      depth += token.isSymbol("(") || token.isSymbol("[") ? 1 : 0;
      depth -= token.isSymbol(")") || token.isSymbol("]") ? 1 : 0;
      if (depth == 0 && token.isSymbol(",")) {
        items.add(group.subList(from, i));
        from = i + 1;
      }
    }
    items.add(group.subList(from, group.size()));
    return items;
  }
}
