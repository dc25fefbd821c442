package dev.drift.engine.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Flyway: {@code V1_2__add_users.sql} by version, then {@code R__views.sql} by description; {@code
 * B5__baseline.sql} stands for all versions up to its own; {@code U…} undoes and is left out;
 * callbacks before and after. Directories are walked.
 */
final class FlywayLayout implements Layout {
  private static final Pattern MIGRATION =
      Pattern.compile("(?<kind>[VB])(?<version>\\d[\\d._]*?)(__(?<name>.*))?\\.sql");
  private static final Pattern REPEATABLE = Pattern.compile("R__(?<name>.*)\\.sql");
  private static final Pattern CALLBACK =
      Pattern.compile(
          "(?<event>beforeMigrate|afterVersioned|beforeRepeatables|afterMigrateApplied"
              + "|afterMigrate)(__(?<name>.*))?\\.sql");
  private static final Pattern ANY =
      Pattern.compile("(.*/)?([VB]\\d[\\d._]*?__.*|R__.*|(before|after)Migrate(__.*)?)\\.sql");
  private static final Pattern JAVA = Pattern.compile("(.*/)?[VR][\\d._]*__.*\\.java");

  /** In the order in which they take place. */
  private static final List<String> FIRST = List.of("beforeMigrate");

  private static final List<String> MIDDLE = List.of("afterVersioned", "beforeRepeatables");
  private static final List<String> LAST = List.of("afterMigrateApplied", "afterMigrate");

  @Override
  public String tool() {
    return "flyway";
  }

  @Override
  public Likeness recognise(Folder folder, Reading reading) {
    List<SourceFile> files = folder.matching(ANY);
    if (folder.single() || files.isEmpty()) {
      return Likeness.NO;
    }
    boolean own =
        files.stream()
            .anyMatch(f -> !f.name().startsWith("V") || f.name().matches("V\\d+[._]\\d.*"));
    boolean refinery = Surroundings.isRust(folder) || RefineryLayout.hasLoneU(folder);
    return own || !refinery ? Likeness.CERTAIN : Likeness.NO;
  }

  @Override
  public List<Migration> read(List<Folder> folders, Reading reading) {
    var files = new ArrayList<SourceFile>();
    folders.forEach(f -> files.addAll(f.matching(Pattern.compile(".*\\.sql"))));
    var reader = new FlywayReader(folders, files, reading);
    files.removeIf(f -> !reader.runs(f));
    var migrations = new ArrayList<Migration>();
    callbacks(FIRST, files, reader, migrations);
    versioned(files).forEach(v -> migrations.add(v.read(reader)));
    callbacks(MIDDLE, files, reader, migrations);
    repeatable(files, reader, migrations);
    callbacks(LAST, files, reader, migrations);
    for (Folder folder : folders) {
      for (SourceFile java : folder.matching(JAVA)) {
        reading.program(java, "Java");
      }
    }
    return migrations;
  }

  private record Versioned(SourceFile file, boolean baseline, String version, String name) {
    FlywayVersion number() {
      return new FlywayVersion(version);
    }

    Migration read(FlywayReader reader) {
      return reader.read(file, number().shown(), name);
    }
  }

  /** {@return the newest baseline, if any, and the versions that are newer} */
  private static List<Versioned> versioned(List<SourceFile> files) {
    var found = new ArrayList<Versioned>();
    for (SourceFile file : files) {
      Matcher name = MIGRATION.matcher(file.name());
      if (name.matches()) {
        found.add(
            new Versioned(
                file,
                name.group("kind").equals("B"),
                name.group("version"),
                words(Optional.ofNullable(name.group("name")).orElse(""))));
      }
    }
    found.sort(Comparator.comparing(Versioned::number).thenComparing(v -> v.file.relative()));
    Optional<Versioned> baseline = found.stream().filter(Versioned::baseline).reduce((a, b) -> b);
    return found.stream()
        .filter(
            v ->
                baseline.map(b -> v.equals(b) || v.number().compareTo(b.number()) > 0).orElse(true))
        .toList();
  }

  private static void repeatable(
      List<SourceFile> files, FlywayReader reader, List<Migration> migrations) {
    files.stream()
        .filter(f -> REPEATABLE.matcher(f.name()).matches())
        .sorted(Comparator.comparing(FlywayLayout::description).thenComparing(SourceFile::relative))
        .forEach(f -> migrations.add(reader.read(f, "", description(f))));
  }

  private static String description(SourceFile file) {
    Matcher name = REPEATABLE.matcher(file.name());
    return name.matches() ? words(name.group("name")) : "";
  }

  private static void callbacks(
      List<String> events,
      List<SourceFile> files,
      FlywayReader reader,
      List<Migration> migrations) {
    for (String event : events) {
      for (SourceFile file : files) {
        Matcher name = CALLBACK.matcher(file.name());
        if (name.matches() && name.group("event").equals(event)) {
          migrations.add(reader.read(file, "", file.stem()));
        }
      }
    }
  }

  static boolean isCallback(SourceFile file) {
    return CALLBACK.matcher(file.name()).matches();
  }

  private static String words(String name) {
    return name.replace('_', ' ').strip();
  }
}
