package dev.drift.engine.source;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * graphile-migrate: {@code committed/000003-add-users.sql}, ordered by number, with {@code --!}
 * headers and {@code :PLACEHOLDER}s that are filled in anywhere. What is not committed is left out.
 */
final class GraphileMigrateLayout implements Layout {
  private static final Pattern FILE =
      Pattern.compile("(committed/)?(?<version>\\d{6})(-(?<name>[^/]*))?\\.sql");
  private static final Pattern HEADER =
      Pattern.compile("(?m)^--! *(?<key>[\\w-]+)(: *(?<value>\\S+))?");
  private static final Pattern PLACEHOLDER = Pattern.compile("(?<!:):(?<name>[A-Z][0-9A-Z_]+)\\b");

  @Override
  public String tool() {
    return "graphile-migrate";
  }

  @Override
  public Likeness recognise(Folder folder, Reading reading) {
    return folder.matching(FILE).stream()
            .anyMatch(f -> header(reading.text(f), "previous").isPresent())
        ? Likeness.CERTAIN
        : Likeness.NO;
  }

  @Override
  public List<Migration> read(List<Folder> folders, Reading reading) {
    return folders.stream()
        .flatMap(f -> f.matching(FILE).stream())
        .sorted(Comparator.comparing(SourceFile::name))
        .map(f -> read(f, reading))
        .toList();
  }

  private static Migration read(SourceFile file, Reading reading) {
    FileText text = reading.text(file);
    Matcher name = FILE.matcher(file.relative());
    String version = name.matches() ? name.group("version") : file.stem();
    return new Migration(
        version,
        file.name(),
        Optional.ofNullable(name.group("name")).orElse(""),
        file.shown(),
        header(text, "hash").orElse(""),
        header(text, "no-transaction").isEmpty(),
        false,
        reading.statements(fill(text, reading)));
  }

  /** {@return the value of this header, empty for one that has none but is there} */
  private static Optional<String> header(FileText text, String key) {
    Matcher header = HEADER.matcher(text.text());
    while (header.find()) {
      if (header.group("key").equalsIgnoreCase(key)) {
        return Optional.of(Optional.ofNullable(header.group("value")).orElse(""));
      }
    }
    return Optional.empty();
  }

  private static FileText fill(FileText text, Reading reading) {
    var substitution = new Substitution(text.text(), 0);
    Matcher placeholder = PLACEHOLDER.matcher(text.text());
    while (placeholder.find()) {
      Optional.ofNullable(reading.placeholders().get(placeholder.group("name")))
          .ifPresent(v -> substitution.replace(placeholder.start(), placeholder.end(), v));
    }
    String filled = substitution.finish(text.text().length());
    return new FileText(text.path(), text.file(), filled, Optional.of(substitution));
  }
}
