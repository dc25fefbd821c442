package dev.drift.engine.tools;

import dev.drift.engine.Database;
import dev.drift.engine.Drift;
import dev.drift.engine.Inspection;
import dev.drift.engine.MigrationSource;
import dev.drift.engine.Repair;
import dev.drift.engine.diff.IgnoreRules;
import dev.drift.engine.progress.MigrationStatus;
import dev.drift.engine.progress.Status;
import dev.drift.engine.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A directory of migrations and a database for a tool to work on. */
record Workshop(Path directory, String tool, String url) {
  private static final IgnoreRules NONE = new IgnoreRules(List.of(), List.of());

  static Workshop at(Path directory, String tool) {
    return new Workshop(directory, tool, TestPostgres.createDatabase());
  }

  /** {@return the database's address for JDBC} */
  String jdbc() {
    String user = url.replaceFirst(".*//([^:@]*).*", "$1");
    return "jdbc:" + url.replaceFirst("//[^@]*@", "//").replaceFirst("[?].*", "") + "?user=" + user;
  }

  void file(String name, String text) {
    try {
      Files.writeString(directory.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Status status() {
    return Drift.status(source(), database()).status();
  }

  /** {@return verdict and flags of each migration} */
  List<String> verdicts() {
    return status().migrations().stream().map(Workshop::verdict).toList();
  }

  private static String verdict(MigrationStatus each) {
    return each.verdict() + (each.flags().isEmpty() ? "" : " " + each.flags());
  }

  /** {@return what a check finds, and what it could not read} */
  List<String> drift() {
    Inspection inspection = Drift.inspect(source(), database(), NONE);
    return Stream.concat(
            inspection.report().findings().stream().map(Object::toString),
            inspection.expectation().problems().stream()
                .map(p -> p.file() + ":" + p.line() + " " + p.message()))
        .toList();
  }

  /** Repairs the database and its record. */
  void repair() {
    Inspection inspection = Drift.inspect(source(), database(), NONE);
    Repair repair = Repair.of(inspection, NONE, false, new TreeMap<>());
    Drift.run(database(), repair.text().script(List.of()) + repair.text().record(Set.of()));
  }

  private MigrationSource source() {
    return new MigrationSource(
        List.of(directory), Optional.of(tool), new TreeMap<>(), MigrationSource.LATEST);
  }

  private Database database() {
    return Database.of(Optional.of(url), Map.of());
  }
}
