package dev.drift.engine.source;

import java.util.List;

/**
 * One migration: what its tool runs and records as one.
 *
 * @param version the version as its file or directory name says it, {@code 0003} or {@code
 *     20240101120000}; empty for one that has none, such as Flyway's repeatable ones
 * @param recorded what the tool's history table holds to name it: {@code 3} for golang-migrate,
 *     Drizzle's {@code when}, otherwise mostly the version
 * @param name the human part of its name; may be empty
 * @param file its main file, relative to the migrations directory
 * @param checksum the checksum its tool would record; empty if the tool records none
 * @param transactional whether the tool runs it in one transaction
 * @param freshSession whether the tool runs it in a session of its own, so that no SET of an
 *     earlier migration reaches it
 * @param statements what it runs forward, in order
 */
public record Migration(
    String version,
    String recorded,
    String name,
    String file,
    String checksum,
    boolean transactional,
    boolean freshSession,
    List<Statement> statements) {
  public Migration {
    statements = List.copyOf(statements);
  }

  /** A migration that is recorded by its version and goes on in the session of the one before. */
  public Migration(
      String version,
      String name,
      String file,
      String checksum,
      boolean transactional,
      List<Statement> statements) {
    this(version, version, name, file, checksum, transactional, false, statements);
  }
}
