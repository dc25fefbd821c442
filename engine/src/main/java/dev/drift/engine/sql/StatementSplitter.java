package dev.drift.engine.sql;

import dev.drift.engine.sql.Token.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts a script into statements as psql does (psqlscan.l): at semicolons outside parentheses and
 * outside the {@code BEGIN ATOMIC … END} bodies of functions and procedures. The data behind {@code
 * COPY … FROM stdin} is passed over.
 */
public final class StatementSplitter {

  /** Who runs the script. */
  public enum Client {
    /** psql: an unquoted backslash starts a meta-command. */
    PSQL,
    /** A driver: an unquoted backslash is an error of the statement it stands in. */
    DRIVER
  }

  /**
   * What a script consists of.
   *
   * @param pieces the statements and meta-commands, in order
   * @param unterminated what the script ends within; the statement that holds it is not among the
   *     pieces
   */
  public record Split(List<Piece> pieces, Optional<Unterminated> unterminated) {
    public Split {
      pieces = List.copyOf(pieces);
    }
  }

  /** The meta-commands that send the statement they stand behind, as a semicolon does. */
  private static final Set<String> SENDING =
      Set.of("g", "gx", "gdesc", "gexec", "gset", "crosstabview", "watch");

  private final String text;
  private final int end;
  private final Client client;
  private final Tokenizer tokenizer;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Token> pending = new ArrayList<>();
  private final RoutineBody body = new RoutineBody();
  private int parentheses;
  private int lineEnd = -1;

  private StatementSplitter(String text, int end, Client client, Tokenizer tokenizer) {
    this.text = text;
    this.end = end;
    this.client = client;
    this.tokenizer = tokenizer;
  }

  /** {@return the pieces of {@code text}, which starts at line 1, column 1} */
  public static Split split(String text, Client client) {
    return split(text, 0, text.length(), 1, 1, client);
  }

  /**
   * {@return the pieces of {@code text} from index {@code from} to index {@code to}}
   *
   * @param line one-based line at {@code from}
   * @param column one-based column at {@code from}
   */
  public static Split split(String text, int from, int to, int line, int column, Client client) {
    var tokenizer = new Tokenizer(text, from, to, line, column);
    return new StatementSplitter(text, to, client, tokenizer).run();
  }

  private Split run() {
    while (tokenizer.skipBlank()) {
      if (client == Client.PSQL && text.charAt(tokenizer.position()) == '\\') {
        backslash();
        continue;
      }
      Token token = tokenizer.read();
      if (tokenizer.unterminated().isPresent()) {
        pending.clear();
      } else if (token.isSymbol(";") && parentheses == 0 && !body.isOpen()) {
        close();
      } else {
        add(token);
      }
    }
    if (tokenizer.unterminated().isEmpty()) {
      close();
    }
    return new Split(pieces, tokenizer.unterminated());
  }

  private void add(Token token) {
    pending.add(token);
    if (token.isSymbol("(")) {
      parentheses++;
      body.other();
    } else if (token.isSymbol(")")) {
      parentheses -= parentheses > 0 ? 1 : 0;
      body.other();
    } else if (token.isSymbol(";")) {
      body.semicolon(parentheses);
    } else if (token.type() == Type.WORD) {
      body.word(token.value(), parentheses);
    } else {
      body.other();
    }
  }

  private void close() {
    if (!pending.isEmpty()) {
      pieces.add(new Piece.Sql(pending));
      if (isCopyIn(pending)) {
        pending.clear();
        copyIn();
      }
    }
    clear();
  }

  private void clear() {
    pending.clear();
    body.reset();
    parentheses = 0;
  }

  /**
   * Passes over the data, which starts on the next line; what follows on this line is read first.
   */
  private void copyIn() {
    if (lineEnd < tokenizer.position()) {
      int newline = text.indexOf('\n', tokenizer.position(), end);
      lineEnd = newline < 0 ? end : newline;
    }
    if (lineEnd == end) {
      return;
    }
    int dataEnd = lineEnd + 1;
    while (dataEnd < end && !isDataEnd(dataEnd)) {
      int next = text.indexOf('\n', dataEnd, end);
      dataEnd = next < 0 ? end : next + 1;
    }
    int line = tokenizer.line();
    int column = tokenizer.column();
    var rest = new Tokenizer(text, tokenizer.position(), lineEnd, line, column);
    pieces.addAll(new StatementSplitter(text, lineEnd, client, rest).run().pieces());
    tokenizer.skipTo(Math.min(end, dataEnd + (dataEnd < end ? 2 : 0)));
  }

  private boolean isDataEnd(int lineStart) {
    if (!text.startsWith("\\.", lineStart) || lineStart + 2 > end) {
      return false;
    }
    return lineStart + 2 == end || Characters.isNewline(text.charAt(lineStart + 2));
  }

  private static boolean isCopyIn(List<Token> statement) {
    return statement.get(0).is("copy") && isFromStdin(statement);
  }

  private static boolean isFromStdin(List<Token> statement) {
    for (int i = 1; i + 1 < statement.size(); i++) {
      Token next = statement.get(i + 1);
      if (statement.get(i).is("from") && (next.is("stdin") || next.is("stdout"))) {
        return true;
      }
    }
    return false;
  }

  private void backslash() {
    int at = tokenizer.position();
    char next = at + 1 < end ? text.charAt(at + 1) : '\0';
    if (next == ';') {
      tokenizer.skipTo(at + 2);
      close();
    } else if (next == ':') {
      tokenizer.skipTo(at + 1);
    } else {
      metaCommand(at);
    }
  }

  private void metaCommand(int at) {
    int stop = MetaCommands.end(text, at, end);
    var command =
        new Piece.MetaCommand(
            text.substring(at, stop).strip(), at, tokenizer.line(), tokenizer.column());
    String name = MetaCommands.name(command.text());
    tokenizer.skipTo(stop + (text.startsWith("\\\\", stop) ? 2 : 0));
    if (SENDING.contains(name)) {
      close();
    } else if (name.equals("r") || name.equals("reset")) {
      clear();
    }
    pieces.add(command);
    if (name.equals("copy") && isFromStdin(Tokenizer.tokenize(command.text()))) {
      copyIn();
    }
  }
}
