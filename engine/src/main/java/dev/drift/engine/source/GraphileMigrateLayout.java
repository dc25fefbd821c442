package dev.drift.engine.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
  private static final String SETTINGS = ".gmrc";
  private static final int LEVELS = 4;

  /** JSON5: keys and values may be in single quotes. */
  private static final Pattern VALUE =
      Pattern.compile(
          "(?m)^\\s*[\"']:(?<name>[A-Z][0-9A-Z_]+)[\"']\\s*:\\s*[\"'](?<value>[^\"']*)[\"']");

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
        reading.statements(fill(text, file, reading)));
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

  /** The values that {@code .gmrc} gives in the text, above the migrations directory. */
  private static Map<String, String> settings(Folder folder) {
    var values = new TreeMap<String, String>();
    Path directory = folder.path().toAbsolutePath().normalize();
    for (int i = 0; i < LEVELS && directory != null; i++) {
      Path settings = directory.resolve(SETTINGS);
      if (Files.isRegularFile(settings)) {
        String text = Decoding.of(Reading.readBytes(settings)).text();
        Matcher value = VALUE.matcher(text);
        while (value.find()) {
          if (!value.group("value").equals("!ENV")) {
            values.put(value.group("name"), value.group("value"));
          }
        }
        return values;
      }
      directory = directory.getParent();
    }
    return values;
  }

  /** What is not given stays open: mostly it names a role. */
  private static FileText fill(FileText text, SourceFile file, Reading reading) {
    Map<String, String> values = settings(file.folder());
    values.putAll(reading.placeholders());
    return Filling.fill(text, PLACEHOLDER, p -> Optional.ofNullable(values.get(p.group(1))));
  }
}
