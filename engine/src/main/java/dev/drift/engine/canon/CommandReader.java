package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.Body;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.canon.tree.SqlReader;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads INSERT, UPDATE and DELETE, by writing each as the query it stands for. */
final class CommandReader {
  private static final Set<String> ENDS =
      Set.of("from", "using", "where", "returning", "on", "set", "values", "select", "default");

  private final TokenReader tokens;
  private final Function<TokenReader, TypeName> types;

  private CommandReader(List<Token> tokens, Function<TokenReader, TypeName> types) {
    this.tokens = new TokenReader(tokens);
    this.types = types;
  }

  /** {@return the command; empty where it is none, or one that is not understood} */
  static Optional<Command> read(List<Token> tokens, Function<TokenReader, TypeName> types) {
    if (tokens.isEmpty() || tokens.stream().anyMatch(t -> t.text().equals(Command.DEFAULT))) {
      return Optional.empty();
    }
    try {
      var reader = new CommandReader(tokens, types);
      return switch (tokens.getFirst().value()) {
        case "insert" -> Optional.of(reader.insert());
        case "update" -> Optional.of(reader.update());
        case "delete" -> Optional.of(reader.delete());
        default -> Optional.empty();
      };
    } catch (TokenReader.Unexpected unknown) {
      return Optional.empty();
    }
  }

  private Command insert() {
    tokens.expect("insert", "into");
    List<Token> target = target();
    var columns = new ArrayList<String>();
    if (tokens.atSymbol("(") && tokens.peek(1).filter(t -> t.is("select")).isEmpty()) {
      var list = new TokenReader(tokens.group());
      do {
        columns.add(list.name());
      } while (list.acceptSymbol(","));
    }
    List<Token> source = until("on", "returning");
    String conflict = SourceText.of(until("returning"));
    return new Command(
        "insert", relation(target), columns, query(source), conflict, returning(target));
  }

  private Command update() {
    tokens.expect("update");
    List<Token> target = target();
    tokens.expect("set");
    List<Token> sql = words("SELECT");
    var columns = new ArrayList<String>();
    do {
      Token column = tokens.next();
      if (!column.isName()) {
        throw tokens.unexpected("a column");
      }
      tokens.expectSymbol("=");
      if (!columns.isEmpty()) {
        sql.addAll(words(","));
      }
      columns.add(column.value());
      sql.addAll(value());
      sql.addAll(words("AS"));
      sql.add(column);
    } while (tokens.acceptSymbol(","));
    sql.addAll(words("FROM"));
    sql.addAll(target);
    return finish(new Verb("update", "from", columns), target, sql);
  }

  private Command delete() {
    tokens.expect("delete", "from");
    List<Token> target = target();
    List<Token> sql = words("SELECT 1 FROM");
    sql.addAll(target);
    return finish(new Verb("delete", "using", List.of()), target, sql);
  }

  /** What is done to which columns, and the word before further relations. */
  private record Verb(String word, String more, List<String> columns) {}

  private Command finish(Verb verb, List<Token> target, List<Token> sql) {
    if (tokens.accept(verb.more())) {
      sql.addAll(words(","));
    }
    sql.addAll(until("returning"));
    return new Command(
        verb.word(), relation(target), verb.columns(), query(sql), "", returning(target));
  }

  private Optional<QueryNode> returning(List<Token> target) {
    if (!tokens.accept("returning")) {
      return Optional.empty();
    }
    List<Token> sql = words("SELECT");
    sql.addAll(tokens.rest());
    sql.addAll(words("FROM"));
    sql.addAll(target);
    return Optional.of(query(sql));
  }

  /** The target's name and alias, up to what follows. */
  private List<Token> target() {
    var target = new ArrayList<Token>();
    while (!tokens.atEnd() && !tokens.atSymbol("(")) {
      Token next = tokens.peek().orElseThrow();
      if (next.type() == Token.Type.WORD && ENDS.contains(next.value())) {
        break;
      }
      target.add(tokens.next());
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

  private List<Token> until(String... ends) {
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

  private static int depth(Token token) {
    return token.isSymbol("(") || token.isSymbol("[")
        ? 1
        : token.isSymbol(")") || token.isSymbol("]") ? -1 : 0;
  }

  private FromItem.Relation relation(List<Token> target) {
    List<Token> sql = words("SELECT 1 FROM");
    sql.addAll(target);
    if (query(sql).body() instanceof Body.Select select
        && select.from().size() == 1
        && select.from().getFirst() instanceof FromItem.Relation relation) {
      return relation;
    }
    throw tokens.unexpected("a relation");
  }

  private QueryNode query(List<Token> sql) {
    return SqlReader.query(sql.stream().map(CommandReader::withoutDefault).toList(), types).tree();
  }

  private static Token withoutDefault(Token token) {
    return token.is("default")
        ? new Token(
            Token.Type.PARAMETER,
            Command.DEFAULT,
            Command.DEFAULT,
            token.offset(),
            token.line(),
            token.column())
        : token;
  }

  private static List<Token> words(String sql) {
    return new ArrayList<>(Tokenizer.tokenize(sql));
  }
}
