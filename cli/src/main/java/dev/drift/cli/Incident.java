package dev.drift.cli;

import dev.drift.engine.DriftException;
import java.io.IOException;
import java.io.Reader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** One of the broken databases that come with drift. */
final class Incident {
  private final Path directory;
  private final Properties properties = new Properties();

  private Incident(Path directory) {
    this.directory = directory;
    try (Reader reader = Files.newBufferedReader(directory.resolve("incident.properties"))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new DriftException("the incident in %s cannot be read".formatted(directory), e);
    }
  }

  /** {@return the incident called {@code name}} */
  static Incident named(String name) {
    Path directory = all().resolve(name);
    if (!Files.isRegularFile(directory.resolve("incident.properties"))) {
      throw new DriftException(
          "there is no incident %s: choose one of %s".formatted(name, String.join(", ", names())));
    }
    return new Incident(directory);
  }

  /** {@return the names of all incidents, sorted} */
  static List<String> names() {
    try (Stream<Path> directories = Files.list(all())) {
      return directories
          .filter(directory -> Files.exists(directory.resolve("incident.properties")))
          .map(directory -> directory.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new DriftException("the incidents cannot be listed: " + e.getMessage(), e);
    }
  }

  /** They stand beside {@code lib} in the distribution, and in the repository. */
  private static Path all() {
    var places = new ArrayList<Path>();
    try {
      Path code =
          Path.of(Incident.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      for (Path up = code.getParent(); up != null; up = up.getParent()) {
        places.add(up.resolve("incidents"));
        places.add(up.resolve("migrations").resolve("incidents"));
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    return places.stream()
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow(
            () ->
                new DriftException("the incidents did not come with this drift: install it again"));
  }

  String title() {
    return properties.getProperty("title", "");
  }

  String tool() {
    return properties.getProperty("tool");
  }

  Path migrations() {
    return directory.resolve(properties.getProperty("migrations"));
  }

  String brokenSql() {
    return read("broken.sql");
  }

  /** {@return the SQL of the decision that people took before the repair, if there was one} */
  Optional<String> byHandSql() {
    return Optional.ofNullable(properties.getProperty("by-hand")).map(this::read);
  }

  Optional<String> backfill() {
    return Optional.ofNullable(properties.getProperty("backfill"));
  }

  boolean allowDestructive() {
    return Boolean.parseBoolean(properties.getProperty("allow-destructive"));
  }

  private String read(String file) {
    try {
      return Files.readString(directory.resolve(file));
    } catch (IOException e) {
      throw new DriftException("%s cannot be read".formatted(directory.resolve(file)), e);
    }
  }
}
