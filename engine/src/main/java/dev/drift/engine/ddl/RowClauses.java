package dev.drift.engine.ddl;

import dev.drift.engine.ddl.RowChange.Selection;
import dev.drift.engine.ddl.RowChange.Setting;
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
import java.util.stream.Collectors;

/** The clauses that INSERT, UPDATE and DELETE share. */
final class RowClauses {
  private final Statement statement;
  private final Context context;
  private final TokenReader tokens;

  /** Starts at the statement's beginning. */
  RowClauses(Statement statement, Context context) {
    this.statement = statement;
    this.context = context;
    this.tokens = new TokenReader(statement.tokens());
  }

  Context context() {
    return context;
  }

  TokenReader tokens() {
    return tokens;
  }

  /** {@return the table that is named; empty if it is not known, or something else} */
  Optional<Table> table() {
    Optional<SchemaObject> relation = Names.relation(Names.read(tokens), context);
    return relation.filter(Table.class::isInstance).map(Table.class::cast);
  }

  /** Passes over {@code [AS] alias}, if {@code next} does not follow. */
  void alias(String next) {
    if (tokens.accept("as") || !tokens.atEnd() && !tokens.at(next) && !tokens.at("returning")) {
      tokens.name();
    }
  }

  /** Reads what follows SET. {@return columns to what they are set to} */
  SortedMap<String, Setting> settings() {
    var set = new TreeMap<String, Setting>();
    do {
      String column = tokens.name();
      tokens.expectSymbol("=");
      List<Token> value = until("where", "from", "returning");
      Optional<String> excluded =
          value.size() == 3 && value.getFirst().is("excluded") && value.get(1).isSymbol(".")
              ? Optional.of(value.get(2).value())
              : Optional.empty();
      String sql = value.stream().map(Token::text).collect(Collectors.joining(" "));
      set.put(column, new Setting(sql, excluded, constant(value)));
    } while (tokens.acceptSymbol(","));
    return set;
  }

  /** {@code WHERE a = 1 AND b IN ('x', 'y') AND c IS NULL}, or nothing at all. */
  Selection selection() {
    if (tokens.atEnd() || tokens.at("returning")) {
      return Selection.ALL;
    }
    var values = new TreeMap<String, List<RowConstant>>();
    try {
      tokens.expect("where");
      do {
        String column = tokens.name();
        if (tokens.acceptSymbol(".")) {
          column = tokens.name();
        }
        values.put(column, wanted());
      } while (tokens.accept("and"));
    } catch (TokenReader.Unexpected e) {
      return Selection.UNKNOWN;
    }
    return tokens.atEnd() || tokens.at("returning")
        ? new Selection(values, true)
        : Selection.UNKNOWN;
  }

  private List<RowConstant> wanted() {
    if (tokens.accept("is", "null")) {
      return List.of(RowConstant.NULL);
    }
    if (!tokens.accept("in")) {
      tokens.expectSymbol("=");
      return List.of(comparable(until("and", "or", "returning")));
    }
    var constants = new ArrayList<RowConstant>();
    for (List<Token> item : split(tokens.group())) {
      constants.add(comparable(item));
    }
    return constants;
  }

  /** Nothing is equal to NULL. */
  private RowConstant comparable(List<Token> value) {
    return constant(value)
        .filter(constant -> !constant.isNull())
        .orElseThrow(() -> tokens.unexpected("a constant"));
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
      depth += step(token);
      tokens.next();
    }
    return tokens.since(mark);
  }

  /** {@return the constant that these tokens of the statement are; empty if they are none} */
  Optional<RowConstant> constant(List<Token> value) {
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

  /** {@return what stands between a group's commas} */
  static List<List<Token>> split(List<Token> group) {
    var items = new ArrayList<List<Token>>();
    int from = 0;
    int depth = 0;
    for (int i = 0; i < group.size(); i++) {
      Token token = group.get(i);
      depth += step(token);
      if (depth == 0 && token.isSymbol(",")) {
        items.add(group.subList(from, i));
        from = i + 1;
      }
    }
    items.add(group.subList(from, group.size()));
    return items;
  }

  private static int step(Token token) {
    if (token.isSymbol("(") || token.isSymbol("[")) {
      return 1;
    }
    return token.isSymbol(")") || token.isSymbol("]") ? -1 : 0;
  }
}
