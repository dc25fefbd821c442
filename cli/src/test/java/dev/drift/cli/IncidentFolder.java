package dev.drift.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** One directory of {@code migrations/incidents}, as {@code migrations/README.md} describes it. */
record IncidentFolder(Path directory, Properties properties) {
  private static final Path INCIDENTS = Path.of("..", "migrations", "incidents");

  static List<IncidentFolder> all() {
    try (Stream<Path> directories = Files.list(INCIDENTS)) {
      return directories.filter(Files::isDirectory).sorted().map(IncidentFolder::at).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static IncidentFolder named(String name) {
    return at(INCIDENTS.resolve(name));
  }

  private static IncidentFolder at(Path directory) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(directory.resolve("incident.properties"))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new IncidentFolder(directory, properties);
  }

  /** {@return what makes the database as it was found} */
  String broken() {
    return read("broken.sql");
  }

  /** {@return the decision about data that people took before the repair} */
  Optional<String> byHand() {
    return property("by-hand").map(this::read);
  }

  List<String> expectedFindings() {
    return read("expected-findings.txt").lines().toList();
  }

  /** {@return what {@code drift status} prints below its first line} */
  String expectedStatus() {
    return read("expected-status.txt");
  }

  /** {@return {@code file:line message} of each statement that PostgreSQL refuses} */
  List<String> rejected() {
    List<String> rejected = new ArrayList<>();
    for (int i = 1; properties.containsKey("rejected." + i); i++) {
      rejected.add(properties.getProperty("rejected." + i));
    }
    return rejected;
  }

  /** {@return the migration files in their order} */
  List<String> migrations() {
    try (Stream<Path> files = Files.walk(migrationsDirectory())) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .sorted()
          .map(IncidentFolder::text)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the options that every command takes for it} */
  List<String> options() {
    List<String> options =
        new ArrayList<>(
            List.of("--migrations", migrationsDirectory().toString(), "--tool", tool()));
    property("at").ifPresent(at -> options.addAll(List.of("--at", at)));
    return options;
  }

  /** {@return the options that {@code drift repair} takes besides} */
  List<String> repairOptions() {
    List<String> options = new ArrayList<>();
    property("backfill").ifPresent(backfill -> options.addAll(List.of("--backfill", backfill)));
    property("allow-destructive")
        .filter("true"::equals)
        .ifPresent(allowed -> options.add("--allow-destructive"));
    return options;
  }

  @Override
  public String toString() {
    return directory.getFileName().toString();
  }

  private String tool() {
    return properties.getProperty("tool");
  }

  private Path migrationsDirectory() {
    return directory.resolve(properties.getProperty("migrations"));
  }

  private Optional<String> property(String key) {
    return Optional.ofNullable(properties.getProperty(key));
  }

  private String read(String name) {
    return text(directory.resolve(name));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
