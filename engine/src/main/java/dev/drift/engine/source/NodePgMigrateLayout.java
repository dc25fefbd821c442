package dev.drift.engine.source;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * node-pg-migrate's SQL migrations: {@code 1700000000000_add-users.sql} with {@code -- Up
 * Migration} and {@code -- Down Migration} comments, ordered by number. A file without the first of
 * them runs as a whole.
 */
final class NodePgMigrateLayout implements Layout {
  private static final Pattern FILE =
      Pattern.compile("(?<version>\\d+)[_-](?<name>[^/]*)\\.(?<language>sql|[cm]?[jt]s)");
  private static final Pattern NO_TRANSACTION =
      Pattern.compile("(?im)^[ \\t]*--[ \\t-]*no[ \\t]*transaction");
  private static final Marks MARKS =
      new Marks(
          Pattern.compile("(?im)^\\s*--[\\s-]*up\\s+migration.*$"),
          Pattern.compile("(?im)^\\s*--[\\s-]*down\\s+migration.*$"));

  @Override
  public String tool() {
    return "node-pg-migrate";
  }

  /** The comments may be anybody's; if both are there, the second part is not meant to run. */
  @Override
  public Likeness recognise(Folder folder, Reading reading) {
    return folder.matching(FILE).stream()
            .anyMatch(f -> f.name().endsWith(".sql") && MARKS.pairIn(reading.text(f).text()))
        ? Likeness.POSSIBLE
        : Likeness.NO;
  }

  @Override
  public List<Migration> read(List<Folder> folders, Reading reading) {
    List<SourceFile> files =
        folders.stream()
            .flatMap(f -> f.matching(FILE).stream())
            .sorted(Comparator.comparing(SourceFile::name, new FirstNumber()))
            .toList();
    files.stream()
        .filter(f -> !f.name().endsWith(".sql"))
        .forEach(f -> reading.program(f, "JavaScript or TypeScript"));
    return files.stream()
        .filter(f -> f.name().endsWith(".sql"))
        .map(f -> read(f, reading))
        .toList();
  }

  private static Migration read(SourceFile file, Reading reading) {
    FileText text = reading.text(file);
    Matcher name = FILE.matcher(file.relative());
    boolean numbered = name.matches();
    List<Marks.Part> parts = MARKS.forward(text.text());
    return new Migration(
        numbered ? name.group("version") : file.stem(),
        file.stem(),
        numbered ? name.group("name") : "",
        file.shown(),
        "",
        !NO_TRANSACTION.matcher(text.head()).find(),
        false,
        reading.statements(text, parts.isEmpty() ? List.of(Marks.Part.all(text)) : parts));
  }
}
