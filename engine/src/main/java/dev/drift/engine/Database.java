package dev.drift.engine;

import dev.drift.engine.catalog.Target;
import dev.drift.engine.render.Snapshot;
import dev.drift.engine.render.SnapshotJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A database to look at: a server's, or one kept in a snapshot. */
public sealed interface Database {

  /** A database on a server. */
  record Live(Target target) implements Database {}

  /** A schema in a file. */
  record Kept(Snapshot snapshot) implements Database {}

  /** No database: there is nothing. */
  record Nothing() implements Database {}

  /**
   * {@return the database that {@code url} or the environment names}
   *
   * @param url a libpq URL or connection string, or a snapshot file's path
   * @param environment DATABASE_URL, PG* and HOME by name
   * @throws DriftException if it names none, or a file that is no snapshot
   */
  static Database of(Optional<String> url, Map<String, String> environment) {
    return url.flatMap(Database::file)
        .<Database>map(file -> new Kept(read(file)))
        .orElseGet(() -> new Live(Drift.target(url, environment)));
  }

  private static Optional<Path> file(String url) {
    if (url.contains("://")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(url)).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Snapshot read(Path file) {
    try {
      return SnapshotJson.read(Files.readString(file));
    } catch (IOException | SnapshotJson.NotASnapshot e) {
      throw new DriftException(
          "%s cannot be used as a database: %s".formatted(file, e.getMessage()), e);
    }
  }
}
