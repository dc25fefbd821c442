package dev.drift.engine.ddl.guard;

import dev.drift.engine.ddl.guard.Selection.Join;
import dev.drift.engine.ddl.guard.Selection.OrderKey;
import dev.drift.engine.ddl.guard.Selection.Output;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Reads queries; of set operations UNION alone. */
public final class SelectionReader {
  private static final String ANONYMOUS = "?";

  private final TokenReader tokens;
  private final Map<String, Selection> common = new HashMap<>();

  private SelectionReader(TokenReader tokens) {
    this.tokens = tokens;
  }

  /** {@return whether these tokens start a query} */
  static boolean startsQuery(List<Token> tokens) {
    return !tokens.isEmpty()
        && (tokens.get(0).is("select") || tokens.get(0).is("with") || tokens.get(0).is("values"));
  }

  /**
   * Reads a whole query that starts with SELECT or WITH, in parentheses or not.
   *
   * @throws TokenReader.Unexpected where it is none that this reader knows
   */
  public static Selection read(List<Token> query) {
    var reader = new SelectionReader(new TokenReader(query));
    if (reader.tokens.atSymbol("(")) {
      List<Token> inner = reader.tokens.group();
      if (reader.tokens.atEnd()) {
        return read(inner);
      }
      reader = new SelectionReader(new TokenReader(query));
    }
    if (reader.tokens.accept("with")) {
      reader.commonQueries();
    }
    return reader.complete(reader.branch());
  }

  /** Reads {@code name AS [[NOT] MATERIALIZED] (query), …} behind WITH. */
  private void commonQueries() {
    do {
      String name = tokens.name();
      tokens.expect("as");
      tokens.accept("not");
      tokens.accept("materialized");
      common.put(name, read(tokens.group()));
    } while (tokens.acceptSymbol(","));
  }

  /** Reads what follows the word SELECT (or PERFORM, which stands in its place). */
  public static Selection readBehindSelect(TokenReader tokens) {
    return new SelectionReader(tokens).whole();
  }

  private Selection whole() {
    return complete(plain());
  }

  private Selection branch() {
    if (tokens.atSymbol("(")) {
      return read(tokens.group());
    }
    if (tokens.at("values")) {
      List<List<Formula>> rows = SourceReader.valueRows(tokens);
      List<String> columns =
          IntStream.rangeClosed(1, rows.get(0).size()).mapToObj(i -> "column" + i).toList();
      return over(new Selection.Source.Values(rows, ANONYMOUS, columns), columns);
    }
    tokens.expect("select");
    return plain();
  }

  /** Reads on behind the first of the queries that UNION joins, up to the end. */
  private Selection complete(Selection first) {
    Selection selection = first;
    while (tokens.accept("union")) {
      boolean all = tokens.accept("all");
      if (!all) {
        tokens.accept("distinct");
      }
      List<String> columns = selection.outputs().stream().map(Output::name).toList();
      if (columns.contains("*")
          || selection.outputs().stream().anyMatch(o -> o.formula().isEmpty())) {
        throw tokens.unexpected("named columns");
      }
      selection = over(new Selection.Source.Union(selection, branch(), !all, ANONYMOUS), columns);
    }
    selection = ordered(selection);
    if (!tokens.atEnd()) {
      throw tokens.unexpected("the end of the query");
    }
    return selection;
  }

  /** {@code SELECT columns FROM source}. */
  private static Selection over(Selection.Source source, List<String> columns) {
    List<Output> outputs =
        columns.stream()
            .map(name -> new Output(Optional.of(new Formula.Name(List.of(ANONYMOUS, name))), name))
            .toList();
    return new Selection(
        false,
        outputs,
        List.of(new Join(source, false, Optional.empty())),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        OptionalLong.empty());
  }

  private Selection plain() {
    boolean distinct = tokens.accept("distinct");
    if (distinct && tokens.accept("on")) {
      throw tokens.unexpected("plain DISTINCT");
    }
    tokens.accept("all");
    List<Output> outputs = outputs();
    List<Join> joins = tokens.accept("from") ? new SourceReader(tokens, common).joins() : List.of();
    Optional<Formula> condition =
        tokens.accept("where")
            ? Optional.of(new FormulaReader(tokens).formula())
            : Optional.empty();
    Optional<Selection.Grouping> grouping = GroupingReader.read(tokens);
    return new Selection(
        distinct, outputs, joins, condition, grouping, List.of(), OptionalLong.empty());
  }

  /** Reads {@code ORDER BY … LIMIT … FOR …}. */
  private Selection ordered(Selection query) {
    if (!tokens.at("order") && !tokens.at("limit") && !tokens.at("for")) {
      return query;
    }
    if (query.limit().isPresent()) {
      throw tokens.unexpected("the end of the query");
    }
    List<OrderKey> order = tokens.accept("order", "by") ? order(tokens) : List.of();
    OptionalLong limit = OptionalLong.empty();
    if (tokens.accept("limit")) {
      limit = OptionalLong.of(count());
    }
    if (tokens.accept("for")) {
      tokens.rest();
    }
    return new Selection(
        query.distinct(),
        query.outputs(),
        query.joins(),
        query.condition(),
        query.grouping(),
        order,
        limit);
  }

  private long count() {
    try {
      return Long.parseLong(tokens.next().text());
    } catch (NumberFormatException e) {
      throw tokens.unexpected("a number");
    }
  }

  private List<Output> outputs() {
    var outputs = new ArrayList<Output>();
    if (tokens.atEnd() || tokens.at("from") || tokens.at("where")) {
      return outputs;
    }
    do {
      outputs.add(output());
    } while (tokens.acceptSymbol(","));
    return outputs;
  }

  private Output output() {
    if (tokens.acceptSymbol("*")) {
      return new Output(Optional.empty(), "*");
    }
    if (tokens.peek(1).filter(t -> t.isSymbol(".")).isPresent()
        && tokens.peek(2).filter(t -> t.isSymbol("*")).isPresent()) {
      String alias = tokens.name();
      tokens.next();
      tokens.next();
      return new Output(Optional.empty(), alias);
    }
    Formula formula = new FormulaReader(tokens).formula();
    if (tokens.accept("as") || atAlias()) {
      return new Output(Optional.of(formula), tokens.name());
    }
    return new Output(Optional.of(formula), name(formula));
  }

  private boolean atAlias() {
    return tokens.peek().filter(Token::isName).isPresent()
        && !tokens.at("from")
        && !tokens.at("where")
        && !tokens.at("order")
        && !tokens.at("limit")
        && !tokens.at("group")
        && !tokens.at("union")
        && !tokens.at("for")
        && !tokens.at("except")
        && !tokens.at("intersect")
        && !tokens.at("having");
  }

  private static String name(Formula formula) {
    return switch (formula) {
      case Formula.Name name -> name.path().get(name.path().size() - 1);
      case Formula.Call call -> call.name();
      case Formula.Cast cast -> name(cast.operand());
      default -> "?column?";
    };
  }

  /** Reads the keys behind ORDER BY. */
  static List<OrderKey> order(TokenReader tokens) {
    var keys = new ArrayList<OrderKey>();
    do {
      Formula formula = new FormulaReader(tokens).formula();
      boolean descending = tokens.accept("desc");
      tokens.accept("asc");
      if (tokens.accept("nulls")) {
        tokens.name();
      }
      keys.add(new OrderKey(formula, descending));
    } while (tokens.acceptSymbol(","));
    return List.copyOf(keys);
  }
}
