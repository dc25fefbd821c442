package dev.drift.engine.source;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * sql-migrate (Go): files with {@code -- +migrate Up} and {@code -- +migrate Down} sections,
 * ordered by the number they start with, those without one last; {@code notransaction} as an option
 * of a section. A migration is recorded by its file's name.
 */
final class SqlMigrateLayout implements Layout {
  private static final Pattern FILE = Pattern.compile("[^/]*\\.sql");
  private static final Pattern NAME = Pattern.compile("(?<version>\\d*)[._-]*(?<name>.*)");
  private static final Marks MARKS =
      new Marks(
          Pattern.compile("(?m)^-- \\+migrate +Up\\b(?<options>.*)$"),
          Pattern.compile("(?m)^-- \\+migrate +Down\\b.*$"));

  @Override
  public String tool() {
    return "sql-migrate";
  }

  /** Files that keep one way each have left sql-migrate for another tool, marks and all. */
  @Override
  public Likeness recognise(Folder folder, Reading reading) {
    return folder.matching(FILE).stream()
            .filter(f -> !f.name().matches(".*\\.(up|down)\\.sql"))
            .anyMatch(f -> MARKS.occurIn(reading.text(f).text()))
        ? Likeness.CERTAIN
        : Likeness.NO;
  }

  @Override
  public List<Migration> read(List<Folder> folders, Reading reading) {
    return folders.stream()
        .flatMap(f -> f.matching(FILE).stream())
        .sorted(Comparator.comparing(SourceFile::name, new FirstNumber()))
        .map(f -> read(f, reading))
        .toList();
  }

  private static Migration read(SourceFile file, Reading reading) {
    FileText text = reading.text(file);
    Matcher name = NAME.matcher(file.stem());
    boolean numbered = name.matches() && !name.group("version").isEmpty();
    Matcher up = MARKS.up().matcher(text.text());
    if (!MARKS.occurIn(text.text())) {
      reading.unparsed(
          text, 0, "the file has no \"-- +migrate Up\" section, which sql-migrate refuses");
    }
    return new Migration(
        numbered ? name.group("version") : file.stem(),
        file.name(),
        numbered ? name.group("name") : "",
        file.shown(),
        "",
        up.results().noneMatch(r -> r.group().contains("notransaction")),
        false,
        reading.statements(text, MARKS.forward(text.text())));
  }
}
