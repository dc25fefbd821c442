package dev.drift.engine.canon;

import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts an INSERT, UPDATE or DELETE into its clauses, by the words that end each. */
final class CommandClauses {
  private static final Set<String> ENDS =
      Set.of(
          "from",
          "using",
          "where",
          "returning",
          "on",
          "set",
          "values",
          "select",
          "default",
          "overriding",
          "with");

  private final TokenReader tokens;

  CommandClauses(TokenReader tokens) {
    this.tokens = tokens;
  }

  /** The target's name and alias, up to what follows. */
  List<Token> target() {
    var target = new ArrayList<Token>();
    while (!tokens.atEnd() && !tokens.atSymbol("(")) {
      Token next = tokens.peek().orElseThrow();
      if (next.type() == Token.Type.WORD && ENDS.contains(next.value())) {
        break;
      }
      target.add(tokens.next());
    }
    if (target.isEmpty()) {
      throw tokens.unexpected("a relation");
    }
    return target;
  }

  /** One assigned value, up to the next assignment or clause. */
  private List<Token> value() {
    int from = tokens.mark();
    int depth = 0;
    while (!tokens.atEnd()) {
      Token token = tokens.peek().orElseThrow();
      boolean end =
          token.isSymbol(",") || token.is("from") || token.is("where") || token.is("returning");
      if (depth == 0 && end && !distinctFrom(from)) {
        break;
      }
      depth += depth(token);
      tokens.next();
    }
    return new ArrayList<>(tokens.since(from));
  }

  /** Whether the FROM that comes next is that of IS DISTINCT FROM. */
  private boolean distinctFrom(int from) {
    List<Token> read = tokens.since(from);
    return tokens.at("from") && !read.isEmpty() && read.getLast().is("distinct");
  }

  List<Token> until(String... ends) {
    int from = tokens.mark();
    int depth = 0;
    while (!tokens.atEnd()) {
      Token token = tokens.peek().orElseThrow();
      if (depth == 0 && starts(token, ends)) {
        break;
      }
      depth += depth(token);
      tokens.next();
    }
    return new ArrayList<>(tokens.since(from));
  }

  private boolean starts(Token token, String[] ends) {
    for (String end : ends) {
      boolean joining = end.equals("on") && !tokens.at("on", "conflict");
      if (token.is(end) && !joining) {
        return true;
      }
    }
    return false;
  }

  static int depth(Token token) {
    return token.isSymbol("(") || token.isSymbol("[")
        ? 1
        : token.isSymbol(")") || token.isSymbol("]") ? -1 : 0;
  }

  /** The target's name without its alias. */
  static List<Token> name(List<Token> target) {
    int end = 1;
    while (end + 1 < target.size() && target.get(end).isSymbol(".")) {
      end += 2;
    }
    return target.subList(0, end);
  }

  /** Names between parentheses. */
  List<String> names() {
    var list = new TokenReader(tokens.group());
    var names = new ArrayList<String>();
    do {
      names.add(list.name());
    } while (list.acceptSymbol(","));
    if (!list.atEnd()) {
      throw list.unexpected("a column");
    }
    return names;
  }

  /** The columns of SET, and the values as output columns. */
  record Assignments(List<String> columns, List<Token> values) {
    void add(Token column, List<Token> value) {
      if (!columns.isEmpty()) {
        values.addAll(words(","));
      }
      columns.add(column.value());
      values.addAll(value);
      values.addAll(words("AS"));
      values.add(column);
    }
  }

  Assignments assignments() {
    var set = new Assignments(new ArrayList<>(), new ArrayList<>());
    do {
      if (tokens.atSymbol("(")) {
        row(set);
        continue;
      }
      Token column = column(tokens);
      tokens.expectSymbol("=");
      set.add(column, value());
    } while (tokens.acceptSymbol(","));
    return set;
  }

  /** {@code (a, b) = (x, y)}, which is stored as two assignments. */
  private void row(Assignments set) {
    var columns = new TokenReader(tokens.group());
    tokens.expectSymbol("=");
    if (tokens.peek(1).filter(t -> t.is("select") || t.is("with")).isPresent()) {
      query(columns, set);
      return;
    }
    tokens.accept("row");
    var values = new CommandClauses(new TokenReader(tokens.group()));
    do {
      set.add(column(columns), values.value());
    } while (columns.acceptSymbol(",") && values.tokens.acceptSymbol(","));
    if (!columns.atEnd() || !values.tokens.atEnd()) {
      throw tokens.unexpected("as many values as columns");
    }
  }

  /** {@code (a, b) = (SELECT …)}: the first is assigned the query, the others what it has more. */
  private void query(TokenReader columns, Assignments set) {
    int from = tokens.mark();
    tokens.group();
    set.add(column(columns), tokens.since(from));
    while (columns.acceptSymbol(",")) {
      set.add(column(columns), List.of(parameter(Command.MORE, columns.since(0).getLast())));
    }
  }

  /** A token that is read as a parameter. */
  static Token parameter(String text, Token at) {
    return new Token(Token.Type.PARAMETER, text, text, at.offset(), at.line(), at.column());
  }

  private static Token column(TokenReader tokens) {
    Token column = tokens.next();
    if (!column.isName()) {
      throw tokens.unexpected("a column");
    }
    return column;
  }

  static List<Token> words(String sql) {
    return new ArrayList<>(Tokenizer.tokenize(sql));
  }
}
