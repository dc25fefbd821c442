package dev.drift.engine.source;

import dev.drift.engine.sql.MetaCommands;
import dev.drift.engine.sql.Piece;
import dev.drift.engine.sql.StatementSplitter;
import dev.drift.engine.sql.StatementSplitter.Client;
import dev.drift.engine.sql.StatementSplitter.Split;
import dev.drift.engine.sql.Token;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A script as psql runs it: variables, {@code \i} and {@code \ir}, {@code \if}. Variables and
 * branches last from file to file, as in one session.
 */
final class PsqlScript {
  private final Reading reading;
  private final PsqlVariables variables;
  private final Branches branches = new Branches();
  private final Set<Path> open = new HashSet<>();

  PsqlScript(Reading reading) {
    this.reading = reading;
    this.variables = new PsqlVariables(reading.placeholders());
  }

  /** {@return the statements that psql sends when it runs {@code text}} */
  List<Statement> run(FileText text) {
    var statements = new ArrayList<Statement>();
    run(text, statements);
    return statements;
  }

  private void run(FileText text, List<Statement> statements) {
    Path path = text.path().toAbsolutePath().normalize();
    if (!open.add(path)) {
      reading.unparsed(text, 0, "the file includes itself");
      return;
    }
    Split split = StatementSplitter.split(text.text(), Client.PSQL);
    reading.unterminated(text, split);
    for (Piece piece : split.pieces()) {
      if (piece instanceof Piece.MetaCommand command && isQuit(command)) {
        break;
      }
      switch (piece) {
        case Piece.Sql sql -> {
          if (branches.isActive()) {
            statements(text, sql.tokens(), statements);
          }
        }
        case Piece.MetaCommand command -> command(text, command, statements);
      }
    }
    open.remove(path);
  }

  /** {@code \q} ends the file it stands in. */
  private boolean isQuit(Piece.MetaCommand command) {
    String name = MetaCommands.name(command.text());
    return branches.isActive() && (name.equals("q") || name.equals("quit"));
  }

  private void statements(FileText text, List<Token> tokens, List<Statement> statements) {
    for (PsqlVariables.Missing missing : variables.missing(tokens)) {
      reading.unparsed(
          text,
          missing.at().offset(),
          Reading.noValue("variable " + missing.name(), missing.name()));
    }
    if (!variables.occurIn(tokens)) {
      statements.add(text.statement(tokens));
      return;
    }
    FileText filled = variables.fill(text, tokens);
    Split split = StatementSplitter.split(filled.text(), Client.DRIVER);
    split.unterminated().ifPresent(u -> reading.unparsed(filled, u.offset(), u.what().message()));
    for (Piece piece : split.pieces()) {
      if (piece instanceof Piece.Sql sql) {
        statements.add(filled.statement(sql.tokens()));
      }
    }
  }

  private void command(FileText text, Piece.MetaCommand command, List<Statement> statements) {
    String name = MetaCommands.name(command.text());
    List<String> arguments =
        MetaCommands.arguments(command.text()).stream().map(variables::expand).toList();
    switch (name) {
      case "if", "elif" -> {
        if (!branches.condition(name, arguments)) {
          reading.unparsed(text, command.offset(), condition(name, arguments));
        }
      }
      case "else" -> branches.otherwise();
      case "endif" -> branches.end();
      case "set" -> {
        if (branches.isActive() && !arguments.isEmpty() && command.text().indexOf('`') < 0) {
          variables.set(arguments.get(0), String.join("", arguments.subList(1, arguments.size())));
        }
      }
      case "unset" -> {
        if (branches.isActive() && !arguments.isEmpty()) {
          variables.unset(arguments.get(0));
        }
      }
      case "i", "include", "ir", "include_relative" -> {
        if (branches.isActive()) {
          include(text, command, arguments, statements);
        }
      }
      case "c", "connect" -> {
        if (branches.isActive()) {
          // A new session, in which no setting of the one before counts.
          statements.add(text.madeUp("RESET ALL", command.offset()));
        }
      }
      case "gset" -> {
        if (branches.isActive() && !statements.isEmpty()) {
          variables.query(statements.getLast().tokens(), String.join("", arguments));
        }
      }
      case "prompt", "getenv", "q", "quit" -> {}
      case "gexec" -> {
        if (branches.isActive() && !statements.isEmpty()) {
          statements.add(executed(statements.removeLast(), command));
        }
      }
      case "copy" -> {}
      default -> {
        if (branches.isActive() && !PsqlCommands.isHarmless(name)) {
          reading.unparsed(text, command.offset(), "the psql command \\" + name + " is not known");
        }
      }
    }
  }

  private static String condition(String name, List<String> arguments) {
    String written = String.join(" ", arguments);
    return written.startsWith(":")
        ? "the condition of \\"
            + name
            + " depends on "
            + written
            + ", which has no value; say --placeholder "
            + written.substring(1)
            + "=true or =false"
        : "the condition of \\" + name + " is neither true nor false";
  }

  /** The statement with the command before it, for it runs what the statement returns. */
  private static Statement executed(Statement query, Piece.MetaCommand command) {
    Token first = query.tokens().get(0);
    var tokens = new ArrayList<Token>();
    tokens.add(
        new Token(
            Token.Type.WORD,
            command.text(),
            "\\gexec",
            first.offset(),
            first.line(),
            first.column()));
    tokens.addAll(query.tokens());
    return new Statement(query.file(), query.text() + ' ' + command.text(), tokens);
  }

  /**
   * {@code \ir} is relative to the including file; {@code \i} to psql's directory, which is tried.
   */
  private void include(
      FileText text, Piece.MetaCommand command, List<String> arguments, List<Statement> out) {
    if (arguments.isEmpty()) {
      reading.unparsed(text, command.offset(), command.text() + " names no file");
      return;
    }
    Path named = Path.of(arguments.get(0));
    Path directory = Objects.requireNonNull(text.path().toAbsolutePath().normalize().getParent());
    for (Path base = directory; base != null; base = base.getParent()) {
      Path path = base.resolve(named).normalize();
      if (Files.isRegularFile(path)) {
        if (!open.contains(path)) {
          reading.include(path);
        }
        run(reading.text(path, shown(text, directory, path)), out);
        return;
      }
      if (MetaCommands.name(command.text()).matches("ir|include_relative")) {
        break;
      }
    }
    reading.unparsed(
        text, command.offset(), "the file " + arguments.get(0) + " that it includes is not there");
  }

  /** The included file as reports show it: by its way from the including one. */
  private static String shown(FileText text, Path directory, Path path) {
    int slash = text.file().lastIndexOf('/');
    String own = slash < 0 ? "" : text.file().substring(0, slash + 1);
    String way = directory == null ? path.toString() : directory.relativize(path).toString();
    return Path.of(own + way).normalize().toString().replace('\\', '/');
  }
}
