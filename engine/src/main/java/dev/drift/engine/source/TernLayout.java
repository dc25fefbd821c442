package dev.drift.engine.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * tern (Go): {@code 003_add_users.sql}, ordered by number, of which what stands behind {@code ----
 * create above / drop below ----} is left out. Of Go's templates two things are read: <code>
 * {{.name}}</code>, which is a placeholder, and <code>{{ template "dir/file.sql" . }}</code>
 * between statements.
 */
final class TernLayout implements Layout {
  private static final Pattern FILE = Pattern.compile("(?<version>\\d+)_(?<name>[^/]+)\\.sql");
  private static final Pattern BELOW = Pattern.compile("---- create above / drop below ----");
  private static final Pattern NO_TRANSACTION = Pattern.compile("(?m)^---- tern: disable-tx ----$");
  private static final Marks MARKS = new Marks(BELOW, BELOW);
  private static final Pattern INCLUDE =
      Pattern.compile("\\{\\{-?\\s*template\\s+\"(?<file>[^\"]+)\"[^}]*\\}\\}");
  private static final Pattern ACTION =
      Pattern.compile("\\{\\{-?\\s*(/\\*.*?\\*/|\\.(?<name>\\w+)|[^}]*?)\\s*-?\\}\\}");

  @Override
  public String tool() {
    return "tern";
  }

  @Override
  public Likeness recognise(Folder folder, Reading reading) {
    return MARKS.occurIn(folder, FILE, reading) ? Likeness.CERTAIN : Likeness.NO;
  }

  @Override
  public List<Migration> read(List<Folder> folders, Reading reading) {
    return Numbered.inOrder(folders, FILE).stream().map(f -> read(f, reading)).toList();
  }

  /** Settings are reset after each migration. */
  private static Migration read(Numbered file, Reading reading) {
    FileText text = reading.text(file.file());
    var statements = new ArrayList<Statement>();
    read(file.file().folder(), text, MARKS.before(text.text()), reading, statements);
    return new Migration(
        file.version(),
        file.number(),
        file.name(),
        file.file().shown(),
        "",
        !NO_TRANSACTION.matcher(text.text()).find(),
        true,
        statements);
  }

  private static void read(
      Folder folder, FileText text, Marks.Part part, Reading reading, List<Statement> out) {
    Matcher include = INCLUDE.matcher(text.text()).region(part.from(), part.to());
    int from = part.from();
    while (include.find()) {
      out.addAll(fill(text, new Marks.Part(from, include.start()), reading));
      String file = include.group("file");
      if (folder.has(file) && !folder.file(file).shown().equals(text.file())) {
        FileText included = reading.text(folder.file(file));
        read(folder, included, Marks.Part.all(included), reading, out);
      } else {
        reading.unparsed(
            text, include.start(), "the file " + file + " that it includes is not there");
      }
      from = include.end();
    }
    out.addAll(fill(text, new Marks.Part(from, part.to()), reading));
  }

  private static List<Statement> fill(FileText text, Marks.Part part, Reading reading) {
    return reading.statements(
        Filling.fill(text, part, ACTION, action -> value(text, action, reading)));
  }

  private static Optional<String> value(FileText text, MatchResult action, Reading reading) {
    if (action.group(1).startsWith("/*")) {
      return Optional.of("");
    }
    String name = action.group(2);
    Optional<String> value = Optional.ofNullable(name).map(n -> reading.placeholders().get(n));
    if (value.isEmpty()) {
      reading.unparsed(
          text,
          action.start(),
          name == null
              ? "the template action " + action.group() + " is not understood"
              : Reading.noValue("placeholder " + action.group(), name));
    }
    return value;
  }
}
