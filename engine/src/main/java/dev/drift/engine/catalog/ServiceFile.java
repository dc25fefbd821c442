package dev.drift.engine.catalog;

import dev.drift.engine.catalog.CatalogException.Reason;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code pg_service.conf}: named sections of connection parameters (manual section 34.17). */
final class ServiceFile {
  private ServiceFile() {}

  /** {@return the parameters of the service {@code name}, from the first file that has it} */
  static Map<String, String> find(String name, Optional<String> given, Surroundings surroundings) {
    return files(given, surroundings)
        .flatMap(file -> surroundings.files().read(file).stream())
        .flatMap(text -> section(text, name).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new CatalogException(
                    Reason.BAD_TARGET,
                    "no service file defines \"%s\"; see PGSERVICE and PGSERVICEFILE"
                        .formatted(name)));
  }

  private static Stream<Path> files(Optional<String> given, Surroundings surroundings) {
    Path own =
        given
            .or(() -> surroundings.variable("PGSERVICEFILE"))
            .map(Path::of)
            .orElse(surroundings.home().resolve(".pg_service.conf"));
    return Stream.of(
        own,
        Path.of(surroundings.variable("PGSYSCONFDIR").orElse("/etc/postgresql-common"))
            .resolve("pg_service.conf"),
        Path.of("/etc/pg_service.conf"));
  }

  /** {@return the section's parameters, if {@code text} has it} */
  static Optional<Map<String, String>> section(String text, String name) {
    var parameters = new LinkedHashMap<String, String>();
    boolean found = false;
    boolean inside = false;
    for (String raw : text.lines().toList()) {
      String line = raw.strip();
      if (line.startsWith("[")) {
        inside = !found && line.equals('[' + name + ']');
        found |= inside;
      } else if (inside && !line.isEmpty() && !line.startsWith("#") && line.contains("=")) {
        String[] pair = line.split("=", 2);
        parameters.putIfAbsent(pair[0].strip(), pair[1].strip());
      }
    }
    return found ? Optional.of(parameters) : Optional.empty();
  }
}
