package dev.drift.engine.source;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Atlas: {@code 20240101120000_add_users.sql} beside {@code atlas.sum}, ordered by file name.
 * {@code -- atlas:txmode none} and {@code -- atlas:delimiter} stand in a file's head; {@code --
 * atlas:checkpoint} makes it stand for all files before it.
 */
final class AtlasLayout implements Layout {
  private static final String SUM = "atlas.sum";
  private static final Pattern FILE = Pattern.compile("(?<version>[^/_]+)(_(?<name>[^/]*))?\\.sql");
  private static final Pattern DELIMITER =
      Pattern.compile("(?m)^--[ \\t]*atlas:delimiter[ \\t]+(?<delimiter>\\S.*?)[ \\t\\r]*$");

  /** A section of a file that holds several; what runs is called {@code migration.sql}. */
  private static final Pattern SECTION = Pattern.compile("(?m)^-- (?<name>\\S+) --[ \\t]*\\r?$");

  private static final String FORWARD = "migration.sql";

  @Override
  public String tool() {
    return "atlas";
  }

  /** Atlas writes its sum beside other tools' files as well. */
  @Override
  public Likeness recognise(Folder folder, Reading reading) {
    return !folder.single() && folder.has(SUM) && !folder.matching(FILE).isEmpty()
        ? Likeness.POSSIBLE
        : Likeness.NO;
  }

  @Override
  public List<Migration> read(List<Folder> folders, Reading reading) {
    List<SourceFile> files =
        folders.stream()
            .flatMap(f -> f.matching(FILE).stream())
            .sorted(Comparator.comparing(SourceFile::name))
            .toList();
    int first = 0;
    for (int i = 0; i < files.size(); i++) {
      first = has(reading.text(files.get(i)), "checkpoint") ? i : first;
    }
    return files.subList(first, files.size()).stream().map(f -> read(f, reading)).toList();
  }

  private static boolean has(FileText text, String directive) {
    return Pattern.compile("(?m)^--[ \\t]*atlas:" + directive + "\\b").matcher(text.text()).find();
  }

  private static Migration read(SourceFile file, Reading reading) {
    FileText text = reading.text(file);
    Matcher name = FILE.matcher(file.relative());
    String version = name.matches() ? name.group("version") : file.stem();
    return new Migration(
        version,
        version,
        Optional.ofNullable(name.group("name")).orElse(""),
        file.shown(),
        hash(file, reading),
        !has(text, "txmode[ \\t]+none"),
        false,
        statements(text, reading));
  }

  private static List<Statement> statements(FileText text, Reading reading) {
    Marks.Part part = has(text, "txtar") ? section(text, reading) : Marks.Part.all(text);
    Matcher delimiter = DELIMITER.matcher(text.text()).region(part.from(), part.to());
    if (!delimiter.find()) {
      return reading.statements(text, part.from(), part.to());
    }
    String written = delimiter.group("delimiter").replace("\\n", "\n").replace("\\t", "\t");
    return Chunks.read(text, delimiter.end(), part.to(), written, reading);
  }

  /** Checks before the migration change nothing, and the way down is not run. */
  private static Marks.Part section(FileText text, Reading reading) {
    Matcher section = SECTION.matcher(text.text());
    while (section.find()) {
      if (section.group("name").equals(FORWARD)) {
        int from = section.end();
        return new Marks.Part(from, section.find() ? section.start() : text.text().length());
      }
    }
    reading.unparsed(text, 0, "the file has no section \"-- migration.sql --\"");
    return new Marks.Part(0, 0);
  }

  /** What {@code atlas.sum} says, which is what is recorded. */
  private static String hash(SourceFile file, Reading reading) {
    if (!file.folder().has(SUM)) {
      return "";
    }
    return reading
        .text(file.folder().file(SUM))
        .text()
        .lines()
        .filter(l -> l.startsWith(file.name() + " h1:"))
        .map(l -> l.substring(file.name().length() + 4).strip())
        .findFirst()
        .orElse("");
  }
}
