package dev.drift.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.diff.Finding;
import dev.drift.engine.diff.IgnoreRules;
import dev.drift.engine.diff.Severity;
import dev.drift.engine.render.Report;
import dev.drift.engine.render.Verdict;
import dev.drift.engine.testing.Script;
import dev.drift.engine.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reading cannot tell, told by a throwaway server that runs the migrations. */
class ScratchCheckTest {
  private static final String UNREADABLE =
      """
      CREATE TABLE town (id int);
      DO $$
      DECLARE
        r record;
      BEGIN
        FOR r IN
          SELECT g.n FROM pg_proc p JOIN LATERAL (VALUES (1), (2), (3)) g (n) ON true
          WHERE p.proname = 'pg_sleep'
        LOOP
          EXECUTE format('CREATE TABLE %I (id int, name text)', 'part' || r.n);
        END LOOP;
      END $$;
      """;

  @TempDir private Path directory;

  @Test
  void settlesWhatIsOpaque() throws IOException {
    String live = TestPostgres.createDatabase();
    Script.run(live, UNREADABLE);
    TestPostgres.execute(live, "DROP TABLE part2; ALTER TABLE part3 ALTER name TYPE varchar");

    Report without = check(UNREADABLE, live, Optional.empty());
    Report with = check(UNREADABLE, live, ownServer());

    assertEquals(1, without.coverage().problems().size());
    assertEquals(List.of(), with.coverage().problems());
    assertEquals(
        List.of("missing table public.part2", "changed column public.part3.name"),
        with.findings().stream().map(ScratchCheckTest::line).toList());
    assertEquals(1, with.scratch().orElseThrow().settled());
    assertEquals(List.of(), with.scratch().orElseThrow().disagreements());
  }

  @Test
  void findsNothingWhereNothingIsAmiss() throws IOException {
    String live = TestPostgres.createDatabase();
    Script.run(live, UNREADABLE);

    Report report = check(UNREADABLE, live, ownServer());

    assertEquals(List.of(), report.findings());
    assertEquals(Verdict.CLEAN, report.verdict(Severity.INFO, true));
  }

  @Test
  void saysWhatStaysOpenWhereAnExtensionIsLacking() throws IOException {
    String migrations =
        """
        CREATE EXTENSION moonshine;
        CREATE TABLE still (proof moonshine_proof);
        CREATE TABLE plain (id int);
        """;
    String live = TestPostgres.createDatabase();
    TestPostgres.execute(live, "CREATE TABLE plain (id int)");

    Report report = check(migrations, live, ownServer());

    assertEquals(
        List.of(
            "0001.sql:1: extension \"moonshine\" is not available",
            "0001.sql:2: type \"moonshine_proof\" does not exist"),
        report.scratch().orElseThrow().open());
    assertEquals(List.of(), report.scratch().orElseThrow().disagreements());
    assertEquals(
        List.of("missing extension moonshine", "missing table public.still"),
        report.findings().stream().map(ScratchCheckTest::line).toList());
  }

  @Test
  void makesRolesAndTakesGivenExtensionsFromTheDatabase() throws IOException {
    String migrations =
        """
        CREATE TABLE a (id int, name citext);
        CREATE POLICY p ON a TO drift_nobody_else USING (true);
        """;
    String live = TestPostgres.createDatabase();
    TestPostgres.execute(live, "CREATE EXTENSION citext");

    Report report = check(migrations, live, ownServer());

    assertEquals(List.of(), report.scratch().orElseThrow().open());
    assertEquals(List.of(), report.scratch().orElseThrow().disagreements());
    assertEquals(
        List.of("missing table public.a", "unexpected extension citext"),
        report.findings().stream().map(ScratchCheckTest::line).sorted().toList());
  }

  private static Optional<ScratchChoice> ownServer() {
    return Optional.of(new ScratchChoice(Optional.empty(), Map.of()));
  }

  private Report check(String migrations, String live, Optional<ScratchChoice> scratch)
      throws IOException {
    Files.writeString(directory.resolve("0001.sql"), migrations);
    var source =
        new MigrationSource(
            List.of(directory), Optional.of("plain"), new TreeMap<>(), MigrationSource.LATEST);
    return Drift.inspect(
            source,
            Database.of(Optional.of(live), Map.of()),
            new IgnoreRules(List.of(), List.of()),
            Optional.empty(),
            scratch)
        .report();
  }

  private static String line(Finding finding) {
    return finding.type().label() + " " + finding.object();
  }
}
