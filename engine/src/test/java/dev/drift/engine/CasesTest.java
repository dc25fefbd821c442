package dev.drift.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.drift.engine.diff.Finding;
import dev.drift.engine.diff.IgnoreRules;
import dev.drift.engine.source.Problem;
import dev.drift.engine.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A folder a behaviour, against a real server. {@code migrations.sql} is what is intended; {@code
 * database.sql}, where there is one, makes the database as it is found; {@code findings.txt} says
 * what {@code check} must find in it, a line each: class, kind, path and attribute.
 *
 * <p>Always: a database that the migrations just built shows nothing. With a {@code database.sql}:
 * the findings are those, the repair arrives, and its second run changes nothing. Servers older
 * than {@code from.txt} says do not have what the folder is about.
 */
class CasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final IgnoreRules NOTHING_IGNORED = new IgnoreRules(List.of(), List.of());

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.filter(CasesTest::isHistory).sorted().toList().stream()
          .map(folder -> dynamicTest(folder.getFileName().toString(), () -> run(folder)));
    }
  }

  private static boolean isHistory(Path folder) {
    return Files.exists(folder.resolve("migrations.sql"));
  }

  private static void run(Path folder) {
    Path from = folder.resolve("from.txt");
    Assumptions.assumeTrue(
        Files.notExists(from)
            || TestPostgres.majorVersion() >= Integer.parseInt(read(from).strip()));
    var source =
        new MigrationSource(
            List.of(folder.resolve("migrations.sql")),
            Optional.of("schema"),
            new TreeMap<>(),
            MigrationSource.LATEST);
    Database built = database();
    Drift.run(built, read(folder.resolve("migrations.sql")));
    Inspection clean = Drift.inspect(source, built, NOTHING_IGNORED);
    assertEquals("", lines(clean.report().findings()), "a database its migrations just built");
    assertEquals("", problems(clean), "statements that PostgreSQL accepts");

    if (Files.exists(folder.resolve("database.sql"))) {
      Database found = database();
      Drift.run(found, read(folder.resolve("database.sql")));
      Inspection broken = Drift.inspect(source, found, NOTHING_IGNORED);
      assertEquals(
          read(folder.resolve("findings.txt")).strip(), lines(broken.report().findings()).strip());
      repaired(source, found, broken);
    }
    repaired(source, database(), null);
  }

  private static void repaired(
      MigrationSource source,
      Database database,
      @org.jspecify.annotations.Nullable Inspection broken) {
    Inspection before = broken == null ? Drift.inspect(source, database, NOTHING_IGNORED) : broken;
    String script = Drift.repairScript(before, true, new TreeMap<>());
    Drift.run(database, script);
    Inspection once = Drift.inspect(source, database, NOTHING_IGNORED);
    assertEquals("", lines(once.report().findings()), () -> "after the repair\n" + script);
    Drift.run(database, script);
    assertEquals(
        once.observation().model(),
        Drift.observe(database).model(),
        () -> "after the script's second run\n" + script);
  }

  private static Database database() {
    return Database.of(Optional.of(TestPostgres.createDatabase()), Map.of());
  }

  private static String lines(List<Finding> findings) {
    var lines = new StringBuilder();
    for (Finding finding : findings) {
      lines
          .append(finding.type().label())
          .append(' ')
          .append(finding.object().kind().label())
          .append(' ')
          .append(finding.object().path())
          .append(finding.attribute().map(name -> ' ' + name).orElse(""))
          .append('\n');
    }
    return lines.toString();
  }

  private static String problems(Inspection inspection) {
    var lines = new StringBuilder();
    for (Problem problem : inspection.expectation().problems()) {
      lines.append(problem).append('\n');
    }
    return lines.toString();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
