package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Place;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.canon.typing.Choices;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Query;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What a rule or a routine runs: INSERT, UPDATE and DELETE; queries and NOTIFY besides. */
public final class Commands {
  private Commands() {}

  /** Reads {@code NOTHING}, a command, or commands between parentheses, each up to a semicolon. */
  public static List<List<Token>> split(TokenReader tokens) {
    if (tokens.accept("nothing")) {
      tokens.acceptSymbol(";");
      return List.of();
    }
    return statements(tokens.rest());
  }

  /** Reads {@code BEGIN ATOMIC … END}: the statements, each up to a semicolon. */
  public static List<List<Token>> body(TokenReader tokens) {
    tokens.expect("begin", "atomic");
    List<Token> rest = tokens.rest();
    boolean closed = !rest.isEmpty() && rest.getLast().is("end");
    return statements(closed ? rest.subList(0, rest.size() - 1) : rest);
  }

  private static List<List<Token>> statements(List<Token> tokens) {
    List<Token> all = tokens;
    if (!all.isEmpty() && all.getFirst().isSymbol("(")) {
      var group = new TokenReader(all);
      List<Token> inner = group.group();
      group.acceptSymbol(";");
      boolean query = !inner.isEmpty() && inner.getFirst().isSymbol("(");
      all = group.atEnd() && !query ? inner : all;
    }
    var commands = new ArrayList<List<Token>>();
    int from = 0;
    int depth = 0;
    for (int i = 0; i <= all.size(); i++) {
      if (i == all.size() || depth == 0 && all.get(i).isSymbol(";")) {
        if (i > from) {
          commands.add(all.subList(from, i));
        }
        from = i + 1;
      } else {
        depth += all.get(i).isSymbol("(") ? 1 : all.get(i).isSymbol(")") ? -1 : 0;
      }
    }
    return commands;
  }

  /** {@return the text of a command that a server printed} */
  public static String text(List<Token> command) {
    return SourceText.of(command);
  }

  /**
   * {@return one command of a rule on {@code relation}, its names looked up; as written where that
   * is not possible}
   */
  public static Query resolve(List<Token> tokens, Scope scope, ObjectId relation) {
    return CommandResolver.ofRule(scope, relation).resolve(tokens);
  }

  /**
   * {@return one statement of a routine's body, its names looked up; as written where that is not
   * possible}
   */
  public static Query resolve(List<Token> tokens, Scope scope, Parameters parameters) {
    return CommandResolver.ofRoutine(scope, parameters).resolve(tokens);
  }

  /** {@return the expression that a routine returns, its names looked up as far as possible} */
  public static Query resolveValue(List<Token> tokens, Scope scope, Parameters parameters) {
    return CommandResolver.ofRoutine(scope, parameters).resolveValue(tokens);
  }

  static boolean isCommand(List<Token> tokens) {
    return CommandReader.verb(tokens) >= 0 || !tokens.isEmpty() && tokens.getFirst().is("notify");
  }

  /** {@return whether two commands mean the same; {@code b} as a server prints it} */
  static Match compare(List<Token> a, List<Token> b, Optional<Surroundings> around) {
    int verbA = CommandReader.verb(a);
    int verbB = CommandReader.verb(b);
    if (verbA < 0 || verbB < 0 || !a.get(verbA).value().equals(b.get(verbB).value())) {
      return Match.DIFFERENT;
    }
    Optional<Command> left = CommandReader.read(a, Types::read);
    Optional<Command> right = CommandReader.read(b, Types::read);
    return left.isEmpty() || right.isEmpty()
        ? Match.UNKNOWN
        : new CommandComparison(around).compare(left.get(), right.get());
  }

  /** {@return the command after a column was renamed} */
  static Optional<String> renameColumn(List<Token> tokens, RenamedColumn column) {
    var rename = new ColumnRename(column);
    return CommandReader.read(tokens, Types::read)
        .map(command -> command.with(rename::apply))
        .map(
            command ->
                isOn(column.relation(), command)
                    ? command.withColumns(
                        columns ->
                            columns.stream()
                                .map(name -> name.equals(column.from()) ? column.to() : name)
                                .toList())
                    : command)
        .map(Command::sql);
  }

  /** {@return the command after a relation that it names was renamed or moved} */
  static Optional<String> renameRelation(List<Token> tokens, ObjectId from, ObjectId to) {
    return CommandReader.read(tokens, Types::read)
        .map(command -> command.with(query -> RelationRename.apply(query, from, to)))
        .map(command -> isOn(from, command) ? command.with(renamed(command.target(), to)) : command)
        .map(Command::sql);
  }

  /** {@return the command after one of several functions or operators of one name was renamed} */
  static Optional<String> renameOne(
      List<Token> tokens, ObjectId from, ObjectId to, Function<QueryNode, Choices> meaning) {
    return CommandReader.read(tokens, Types::read)
        .map(
            command ->
                command.with(query -> new ChosenRename(from, to, meaning.apply(query)).in(query)))
        .map(Command::sql);
  }

  private static FromItem.Relation renamed(FromItem.Relation target, ObjectId to) {
    return new FromItem.Relation(
        new Name(to.schema(), to.name()),
        target.only(),
        target.alias(),
        target.sample(),
        Place.NONE);
  }

  private static boolean isOn(ObjectId relation, Command command) {
    return command.target().name().fits(new Name(relation.schema(), relation.name()));
  }

  /** {@return the command with its queries changed, if that changes any} */
  static Optional<String> rewritten(List<Token> tokens, UnaryOperator<QueryNode> change) {
    return CommandReader.read(tokens, Types::read)
        .flatMap(
            command ->
                Optional.of(command.with(change)).filter(changed -> !changed.equals(command)))
        .map(Command::sql);
  }

  /** Notes the columns that the command reads or fills; {@return whether it can be read} */
  static boolean read(List<Token> tokens, ColumnUse use) {
    Optional<Command> read = CommandReader.read(tokens, Types::read);
    read.ifPresent(
        command -> {
          command.with(use::read);
          use.note(command.target(), command.named());
        });
    return read.isPresent();
  }
}
