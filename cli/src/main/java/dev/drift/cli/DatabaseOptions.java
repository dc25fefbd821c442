package dev.drift.cli;

import dev.drift.engine.Database;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database. */
final class DatabaseOptions {
  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "The database: postgresql://user@host/name, or a snapshot file."
              + " Default: DATABASE_URL, else the PG* variables.")
  private @Nullable String url;

  Database database(Map<String, String> environment) {
    return Database.of(Optional.ofNullable(url), environment);
  }
}
