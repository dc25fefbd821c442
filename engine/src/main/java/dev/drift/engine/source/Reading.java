package dev.drift.engine.source;

import dev.drift.engine.source.Places.Place;
import dev.drift.engine.sql.Piece;
import dev.drift.engine.sql.StatementSplitter;
import dev.drift.engine.sql.StatementSplitter.Client;
import dev.drift.engine.sql.StatementSplitter.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run of reading migrations: the files read so far and what is wrong with them. */
final class Reading {
  private final SortedMap<String, String> placeholders;
  private final Map<Path, byte[]> bytes = new HashMap<>();
  private final Map<Path, FileText> texts = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<Path> included = new HashSet<>();

  Reading(Map<String, String> placeholders) {
    this.placeholders = new TreeMap<>(placeholders);
  }

  /** {@return the values that were given for placeholders} */
  SortedMap<String, String> placeholders() {
    return placeholders;
  }

  /** {@return what is wrong, in order of files and places} */
  List<Problem> problems() {
    return problems.stream()
        .distinct()
        .sorted(
            Comparator.comparing(Problem::file)
                .thenComparing(Problem::line)
                .thenComparing(Problem::column))
        .toList();
  }

  byte[] bytes(Path path) {
    return bytes.computeIfAbsent(path.normalize(), Reading::readBytes);
  }

  static byte[] readBytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new SourceException(
          "migrations: " + path + " cannot be read; check its permissions", e);
    } catch (OutOfMemoryError e) {
      throw new SourceException("migrations: " + path + " is too large to be read", e);
    }
  }

  /** {@return the text of {@code file}}; what is wrong with its bytes becomes a problem. */
  FileText text(SourceFile file) {
    return text(file.path(), file.shown());
  }

  FileText text(Path path, String shown) {
    return texts.computeIfAbsent(path.normalize(), p -> decode(p, shown));
  }

  private FileText decode(Path path, String shown) {
    Decoding decoding = Decoding.of(bytes(path));
    var text = new FileText(path, shown, decoding.text());
    decoding.trouble().ifPresent(t -> unparsed(text, t.offset(), t.message()));
    return text;
  }

  /** Notes that this file is run from within another one. */
  void include(Path path) {
    included.add(path.toAbsolutePath().normalize());
  }

  boolean isIncluded(Path path) {
    return included.contains(path.toAbsolutePath().normalize());
  }

  void unparsed(FileText text, int offset, String message) {
    Place place = text.place(offset);
    problem(Problem.Kind.UNPARSED, text.file(), place, message);
  }

  /** Refuses files whose tool says, in {@code text}, that they are for another database. */
  void otherDatabase(FileText text, Pattern database, List<String> own) {
    Matcher found = database.matcher(text.text());
    if (found.find() && !own.contains(found.group("name"))) {
      throw new SourceException(
          "migrations: "
              + text.path()
              + " says that these are for "
              + found.group("name")
              + "; drift reads those for PostgreSQL");
    }
  }

  /** Notes a migration that is no SQL. */
  void program(SourceFile file, String language) {
    problem(
        Problem.Kind.OPAQUE,
        file.shown(),
        new Place(1, 1),
        "a migration written in " + language + "; what it does to the schema is not known");
  }

  /** {@return what is to be said of a placeholder without a value, and what to do about it} */
  static String noValue(String what, String name) {
    return "the " + what + " has no value; say --placeholder " + name + "=VALUE";
  }

  void problem(Problem.Kind kind, String file, Place place, String message) {
    problems.add(new Problem(kind, file, place.line(), place.column(), message));
  }

  /** {@return the statements of all of {@code text}, as a driver is given it} */
  List<Statement> statements(FileText text) {
    return statements(text, 0, text.text().length(), new Place(1, 1));
  }

  /** {@return the statements in a part of {@code text}, as a driver is given it} */
  List<Statement> statements(FileText text, int from, int to) {
    return statements(text, from, to, new Places(text.text()).at(from));
  }

  /** {@return the statements in these parts of {@code text}, as a driver is given them} */
  List<Statement> statements(FileText text, List<Marks.Part> parts) {
    return parts.stream().flatMap(p -> statements(text, p.from(), p.to()).stream()).toList();
  }

  /** As above; {@code from} is at {@code start} in the text. */
  List<Statement> statements(FileText text, int from, int to, Place start) {
    Split split =
        StatementSplitter.split(text.text(), from, to, start.line(), start.column(), Client.DRIVER);
    unterminated(text, split);
    var statements = new ArrayList<Statement>();
    for (Piece piece : split.pieces()) {
      if (piece instanceof Piece.Sql sql) {
        statements.add(text.statement(sql.tokens()));
      }
    }
    return statements;
  }

  void unterminated(FileText text, Split split) {
    split.unterminated().ifPresent(u -> unparsed(text, u.offset(), u.what().message()));
  }
}
