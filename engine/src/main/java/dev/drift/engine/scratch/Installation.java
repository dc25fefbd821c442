package dev.drift.engine.scratch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL that the machine's packages have put where they put it, extensions and all. */
final class Installation {
  private static final List<String> PLACES =
      List.of(
          "/usr/lib/postgresql/%d",
          "/usr/pgsql-%d",
          "/usr/local/pgsql-%d",
          "/opt/homebrew/opt/postgresql@%d",
          "/usr/local/opt/postgresql@%d",
          "/Library/PostgreSQL/%d",
          "/Applications/Postgres.app/Contents/Versions/%d");

  private Installation() {}

  /** {@return the directory with {@code bin/postgres} of that major version} */
  static Optional<Path> of(int major) {
    return PLACES.stream()
        .map(place -> Path.of(place.formatted(major)))
        .filter(home -> Files.isExecutable(home.resolve("bin").resolve("initdb")))
        .filter(home -> Files.isExecutable(home.resolve("bin").resolve("postgres")))
        .findFirst();
  }
}
