package dev.drift.engine.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.drift.engine.Database;
import dev.drift.engine.Drift;
import dev.drift.engine.Inspection;
import dev.drift.engine.MigrationSource;
import dev.drift.engine.diff.Finding;
import dev.drift.engine.diff.IgnoreRules;
import dev.drift.engine.scratch.ScratchServer;
import dev.drift.engine.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * One schema with something of everything, on the server of the other tests, or on those of {@code
 * -Ddrift.test.majors=12,13,…}, each from its own binaries: every catalog query runs there, and
 * what it reads is what the statements say. A line of the schema that ends in {@code -- from 14} is
 * for that major version and later.
 */
class EveryMajorTest {
  private static final Path SCHEMA = Path.of("src/test/resources/every-major/schema.sql");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> readsWhatTheStatementsSay() {
    String majors = System.getProperty("drift.test.majors", "");
    if (majors.isEmpty()) {
      return Stream.of(
          dynamicTest(
              "the tests' server",
              () -> compare(TestPostgres.createDatabase(), TestPostgres.majorVersion())));
    }
    return Stream.of(majors.split(","))
        .map(Integer::valueOf)
        .map(major -> dynamicTest("PostgreSQL " + major, () -> compareOn(major)));
  }

  private void compareOn(int major) throws IOException {
    try (ScratchServer server = ScratchServer.start(major)) {
      compare(server.createDatabase(), major);
    }
  }

  private void compare(String url, int major) throws IOException {
    String sql = CatalogQuery.forMajor(Files.readString(SCHEMA), major);
    Path file = Files.writeString(folder.resolve("schema" + major + ".sql"), sql);
    Database database = Database.of(Optional.of(url), Map.of());
    Drift.run(database, sql);
    var source =
        new MigrationSource(
            List.of(file), Optional.of("schema"), new TreeMap<>(), MigrationSource.LATEST);

    Inspection inspection = Drift.inspect(source, database, new IgnoreRules(List.of(), List.of()));

    assertEquals(List.of(), inspection.expectation().problems());
    assertEquals(
        List.of(), inspection.report().findings().stream().map(EveryMajorTest::line).toList());
    assertTrue(inspection.report().coverage().complete(), inspection.report().toString());
  }

  private static String line(Finding finding) {
    return finding.type().label()
        + ' '
        + finding.object()
        + finding.attribute().map(name -> ' ' + name).orElse("")
        + finding.expected().map(object -> "\n  " + object).orElse("")
        + finding.actual().map(object -> "\n  " + object).orElse("");
  }
}
