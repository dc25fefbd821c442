package dev.drift.engine.canon;

import dev.drift.engine.canon.match.Meaning;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Place;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Query;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a rule runs: INSERT, UPDATE and DELETE; queries and NOTIFY besides. */
public final class Commands {
  private Commands() {}

  /** Reads {@code NOTHING}, a command, or commands between parentheses, each up to a semicolon. */
  public static List<List<Token>> split(TokenReader tokens) {
    if (tokens.accept("nothing")) {
      tokens.acceptSymbol(";");
      return List.of();
    }
    List<Token> all = tokens.rest();
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
    return new CommandResolver(scope, relation).resolve(tokens);
  }

  static boolean isCommand(List<Token> tokens) {
    if (tokens.isEmpty()) {
      return false;
    }
    Token first = tokens.getFirst();
    return first.is("insert") || first.is("update") || first.is("delete") || first.is("notify");
  }

  /** {@return whether two commands mean the same; {@code b} as a server prints it} */
  static Match compare(List<Token> a, List<Token> b, boolean understood) {
    if (a.isEmpty()
        || b.isEmpty()
        || !a.getFirst().value().equals(b.getFirst().value())
        || a.getFirst().is("notify")) {
      return Match.DIFFERENT;
    }
    Optional<Command> left = CommandReader.read(a, Types::read);
    Optional<Command> right = CommandReader.read(b, Types::read);
    if (left.isEmpty() || right.isEmpty()) {
      return Match.UNKNOWN;
    }
    Match match = compare(left.get(), right.get());
    return match == Match.DIFFERENT && !understood ? Match.UNKNOWN : match;
  }

  private static Match compare(Command a, Command b) {
    if (!a.target().name().fits(b.target().name())
        || !a.columns().equals(b.columns())
        || a.returning().isPresent() != b.returning().isPresent()) {
      return Match.DIFFERENT;
    }
    Match match = Meaning.compare(a.query(), b.query());
    if (a.returning().isPresent()) {
      match = match.and(Meaning.compare(a.returning().get(), b.returning().orElseThrow()));
    }
    boolean sameConflict = TokenForm.of(a.conflict()).equals(TokenForm.of(b.conflict()));
    return match.and(sameConflict ? Match.EQUAL : Match.UNKNOWN);
  }

  /** {@return the command after a column of {@code relation} was renamed} */
  static Optional<String> renameColumn(
      List<Token> tokens, ObjectId relation, String from, String to) {
    return CommandReader.read(tokens, Types::read)
        .map(
            command -> {
              boolean own =
                  command.target().name().fits(new Name(relation.schema(), relation.name()));
              QueryNode query = new ColumnRename(relation, from, to).apply(command.query());
              return new Command(
                      command.verb(),
                      command.target(),
                      command.columns().stream()
                          .map(column -> own && column.equals(from) ? to : column)
                          .toList(),
                      query,
                      command.conflict(),
                      command
                          .returning()
                          .map(back -> new ColumnRename(relation, from, to).apply(back)))
                  .sql();
            });
  }

  /** {@return the command after a relation that it names was renamed or moved} */
  static Optional<String> renameRelation(List<Token> tokens, ObjectId from, ObjectId to) {
    return CommandReader.read(tokens, Types::read)
        .map(
            command -> {
              FromItem.Relation target = command.target();
              boolean own = target.name().equals(new Name(from.schema(), from.name()));
              var renamed =
                  new FromItem.Relation(
                      new Name(to.schema(), to.name()),
                      target.only(),
                      target.alias(),
                      target.sample(),
                      Place.NONE);
              return command
                  .with(
                      own ? renamed : target,
                      RelationRename.apply(command.query(), from, to),
                      command.returning().map(back -> RelationRename.apply(back, from, to)))
                  .sql();
            });
  }

  /** {@return whether the command reads or fills that column} */
  static boolean usesColumn(List<Token> tokens, ObjectId relation, String column) {
    return CommandReader.read(tokens, Types::read)
        .map(
            command -> {
              boolean own =
                  command.target().name().fits(new Name(relation.schema(), relation.name()));
              var rename = new ColumnRename(relation, column, column);
              rename.apply(command.query());
              return rename.isUsed() || own && command.columns().contains(column);
            })
        .orElseGet(() -> tokens.stream().anyMatch(t -> t.isName() && t.value().equals(column)));
  }
}
