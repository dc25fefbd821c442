package dev.drift.engine.source;

import java.util.List;

/**
 * One migration: what its tool runs and records as one.
 *
 * @param version the version as the tool records it, {@code 0003} or {@code 20240101120000}
 * @param name the human part of its name; may be empty
 * @param file its main file, relative to the migrations directory
 * @param checksum the checksum its tool would record; empty if the tool records none
 * @param transactional whether the tool runs it in one transaction
 * @param statements what it runs forward, in order
 */
public record Migration(
    String version,
    String name,
    String file,
    String checksum,
    boolean transactional,
    List<Statement> statements) {
  public Migration {
    statements = List.copyOf(statements);
  }
}
