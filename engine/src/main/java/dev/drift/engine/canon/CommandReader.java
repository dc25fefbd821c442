package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.Body;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.canon.tree.SqlReader;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads INSERT, UPDATE and DELETE, by writing each as the query it stands for. */
final class CommandReader {
  private static final Set<String> VERBS = Set.of("insert", "update", "delete");

  private final TokenReader tokens;
  private final CommandClauses clauses;
  private final Function<TokenReader, TypeName> types;

  private CommandReader(List<Token> tokens, Function<TokenReader, TypeName> types) {
    this.tokens = new TokenReader(tokens);
    this.clauses = new CommandClauses(this.tokens);
    this.types = types;
  }

  /** {@return the place of INSERT, UPDATE or DELETE, behind WITH if there is one; else -1} */
  static int verb(List<Token> tokens) {
    if (tokens.isEmpty() || !tokens.getFirst().is("with")) {
      return !tokens.isEmpty() && isVerb(tokens.getFirst()) ? 0 : -1;
    }
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      depth += CommandClauses.depth(token);
      if (depth == 0 && i > 0 && tokens.get(i - 1).isSymbol(")")) {
        if (isVerb(token)) {
          return i;
        }
        if (token.is("select") || token.is("values")) {
          return -1;
        }
      }
    }
    return -1;
  }

  private static boolean isVerb(Token token) {
    return token.type() == Token.Type.WORD && VERBS.contains(token.value());
  }

  /** {@return the command; empty where it is none, or one that is not understood} */
  static Optional<Command> read(List<Token> tokens, Function<TokenReader, TypeName> types) {
    int verb = verb(tokens);
    if (verb < 0) {
      return Optional.empty();
    }
    try {
      List<Token> with = tokens.subList(0, verb);
      var reader = new CommandReader(tokens.subList(verb, tokens.size()), types);
      return Optional.of(
          switch (tokens.get(verb).value()) {
            case "insert" -> reader.insert(with);
            case "update" -> reader.update(with);
            default -> reader.delete(with);
          });
    } catch (TokenReader.Unexpected unknown) {
      return Optional.empty();
    }
  }

  private Command insert(List<Token> with) {
    tokens.expect("insert", "into");
    List<Token> target = clauses.target();
    boolean listed = tokens.atSymbol("(") && tokens.peek(1).filter(t -> t.is("select")).isEmpty();
    List<String> columns = listed ? clauses.names() : List.of();
    String overriding = overriding();
    QueryNode source = tokens.accept("default", "values") ? Command.DEFAULT_VALUES : source(with);
    Optional<Command.Conflict> conflict = conflict(target);
    return new Command(
        "insert", relation(target), columns, overriding, source, conflict, returning(target));
  }

  private String overriding() {
    if (!tokens.accept("overriding")) {
      return "";
    }
    String rows = tokens.accept("user") ? "USER" : "SYSTEM";
    if (rows.equals("SYSTEM")) {
      tokens.expect("system");
    }
    tokens.expect("value");
    return rows;
  }

  private QueryNode source(List<Token> with) {
    List<Token> source = clauses.until("on", "returning");
    if (with.isEmpty()) {
      return query(source);
    }
    var sql = new ArrayList<>(with);
    sql.addAll(CommandClauses.words("("));
    sql.addAll(source);
    sql.addAll(CommandClauses.words(")"));
    QueryNode clause = query(sql);
    return clause.body() instanceof Body.Nested
        ? clause
        : clause.withBody(new Body.Nested(QueryNode.of(clause.body())));
  }

  private Optional<Command.Conflict> conflict(List<Token> target) {
    if (!tokens.accept("on", "conflict")) {
      return Optional.empty();
    }
    String constraint = tokens.accept("on", "constraint") ? tokens.name() : "";
    List<String> keys = tokens.atSymbol("(") ? clauses.names() : List.of();
    tokens.expect("do");
    if (tokens.accept("nothing")) {
      return Optional.of(new Command.Conflict(keys, constraint, List.of(), Optional.empty()));
    }
    tokens.expect("update", "set");
    CommandClauses.Assignments set = clauses.assignments();
    List<Token> sql = CommandClauses.words("SELECT");
    sql.addAll(set.values());
    sql.addAll(CommandClauses.words("FROM"));
    sql.addAll(target);
    sql.addAll(CommandClauses.words(","));
    sql.addAll(CommandClauses.name(target));
    sql.addAll(CommandClauses.words("AS excluded"));
    sql.addAll(clauses.until("returning"));
    return Optional.of(
        new Command.Conflict(keys, constraint, set.columns(), Optional.of(query(sql))));
  }

  private Command update(List<Token> with) {
    tokens.expect("update");
    List<Token> target = clauses.target();
    tokens.expect("set");
    CommandClauses.Assignments set = clauses.assignments();
    List<Token> sql = new ArrayList<>(with);
    sql.addAll(CommandClauses.words("SELECT"));
    sql.addAll(set.values());
    sql.addAll(CommandClauses.words("FROM"));
    return finish(new Verb("update", "from", set.columns()), target, sql);
  }

  private Command delete(List<Token> with) {
    tokens.expect("delete", "from");
    List<Token> target = clauses.target();
    List<Token> sql = new ArrayList<>(with);
    sql.addAll(CommandClauses.words("SELECT 1 FROM"));
    return finish(new Verb("delete", "using", List.of()), target, sql);
  }

  /** What is done to which columns, and the word before further relations. */
  private record Verb(String word, String more, List<String> columns) {}

  private Command finish(Verb verb, List<Token> target, List<Token> sql) {
    List<Token> from = new ArrayList<>(target);
    if (tokens.accept(verb.more())) {
      from.addAll(CommandClauses.words(","));
      from.addAll(clauses.until("where", "returning"));
    }
    sql.addAll(from);
    sql.addAll(clauses.until("returning"));
    return new Command(
        verb.word(),
        relation(target),
        verb.columns(),
        "",
        query(sql),
        Optional.empty(),
        returning(from));
  }

  private Optional<QueryNode> returning(List<Token> from) {
    if (!tokens.accept("returning")) {
      return Optional.empty();
    }
    List<Token> sql = CommandClauses.words("SELECT");
    sql.addAll(tokens.rest());
    sql.addAll(CommandClauses.words("FROM"));
    sql.addAll(from);
    return Optional.of(query(sql));
  }

  private FromItem.Relation relation(List<Token> target) {
    List<Token> sql = CommandClauses.words("SELECT 1 FROM");
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
    return token.is("default") ? CommandClauses.parameter(Command.DEFAULT, token) : token;
  }
}
