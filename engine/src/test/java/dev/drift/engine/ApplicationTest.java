package dev.drift.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.apply.Limits;
import dev.drift.engine.apply.Run;
import dev.drift.engine.catalog.SqlSession;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.diff.IgnoreRules;
import dev.drift.engine.plan.Plan;
import dev.drift.engine.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A repair that is run on the database itself. */
class ApplicationTest {
  private static final IgnoreRules ALL = new IgnoreRules(List.of(), List.of());
  private static final Limits HASTY =
      new Limits(
          Duration.ofMillis(100), Duration.ofSeconds(30), Duration.ZERO, 3, Duration.ofMillis(20));

  @TempDir private Path directory;
  private final String url = TestPostgres.createDatabase();
  private final Target target = Target.of(Optional.of(url));
  private final Database database = Database.of(Optional.of(url), Map.of());
  private final RunLog log = new RunLog();

  @BeforeEach
  void migrations() throws IOException {
    Files.createDirectory(directory.resolve("migrations"));
    intend(
        """
        CREATE TABLE a (id int PRIMARY KEY, name text);
        CREATE INDEX a_name_idx ON a (name);
        CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);
        ALTER TABLE a ADD CONSTRAINT a_name_check CHECK (name <> '');
        """);
    TestPostgres.execute(url, "CREATE TABLE a (id int PRIMARY KEY, name text)");
  }

  @Test
  void arrivesAndKeepsWhatWasDone() throws IOException {
    Inspection inspection = inspect();
    Application application = application(HASTY);

    application.begin(inspection, plan(inspection));

    assertEquals(List.of(), inspect().differences());
    List<String> lines = Files.readAllLines(journal());
    assertTrue(lines.getFirst().startsWith("{\"event\":\"begins\""), lines.getFirst());
    assertTrue(lines.getLast().startsWith("{\"event\":\"ends\""), lines.getLast());
    assertEquals(plan(inspection).steps().size(), log.steps.size());
  }

  @Test
  void startsAnewInTheSameJournalAfterARunThatEnded() {
    application(HASTY).begin(inspect(), plan(inspect()));
    TestPostgres.execute(url, "DROP INDEX a_name_idx");

    application(HASTY).begin(inspect(), plan(inspect()));

    assertEquals(List.of(), inspect().differences());
  }

  @Test
  void goesOnWhereItWasCutOff() {
    Inspection before = inspect();
    int steps = plan(before).steps().size();
    for (int cut = 1; cut <= steps; cut++) {
      log.cutAt = cut;
      log.begun = 0;
      Application application = application(HASTY);
      boolean first = cut == 1;
      Inspection now = inspect();
      try {
        if (first) {
          application.begin(now, plan(now));
        } else {
          application.resume(now);
        }
      } catch (IllegalStateException cutOff) {
        assertEquals("cut off", cutOff.getMessage());
        continue;
      }
      break;
    }
    log.cutAt = 0;
    if (remaining() > 0) {
      application(HASTY).resume(inspect());
    }

    assertEquals(List.of(), inspect().differences());
  }

  private int remaining() {
    try {
      return application(HASTY).remaining();
    } catch (DriftException ended) {
      return 0;
    }
  }

  @Test
  void doesNotStartBesideAnotherRun() {
    try (Run other = Run.open(target, HASTY, log)) {
      assertFails("another run of drift is at work", () -> begin(HASTY));
    }
  }

  @Test
  void doesNotStartWhereTheSchemaIsNotThePlansAnyMore() {
    Inspection inspection = inspect();
    TestPostgres.execute(url, "ALTER TABLE a ADD late int");

    assertFails(
        "the schema has changed since the plan was made",
        () -> application(HASTY).begin(inspection, plan(inspection)));
    assertFalse(Files.exists(journal()));
  }

  @Test
  void triesAgainWhereALockIsHeldForAWhile() throws InterruptedException {
    try (SqlSession reader = SqlSession.open(target)) {
      reader.run("BEGIN");
      reader.run("SELECT count(*) FROM a");
      Thread release =
          new Thread(
              () -> {
                log.awaitAWait();
                reader.run("COMMIT");
              });
      release.start();
      begin(
          new Limits(
              Duration.ofMillis(100),
              Duration.ofSeconds(30),
              Duration.ZERO,
              50,
              Duration.ofMillis(20)));
      release.join();
    }

    assertTrue(log.waits.getFirst().contains("lock timeout"), "" + log.waits);
    assertEquals(List.of(), inspect().differences());
  }

  @Test
  void givesUpAfterSomeAttemptsAndGoesOnLater() throws IOException {
    try (SqlSession reader = SqlSession.open(target)) {
      reader.run("BEGIN");
      reader.run("SELECT count(*) FROM a");
      assertFails("(tried 3 times); what was done before stays", () -> begin(HASTY));
    }
    assertTrue(Files.readString(journal()).contains("\"event\":\"fails\""));
    assertFails("has not ended: go on with --resume", () -> begin(HASTY));

    application(HASTY).resume(inspect());

    assertEquals(List.of(), inspect().differences());
  }

  @Test
  void doesNotGoOnWhereSomebodyElseHasChangedTheSchema() {
    cutOffAt(2);
    TestPostgres.execute(url, "CREATE TABLE elsewhere (id int)");

    assertFails("public.elsewhere", () -> application(HASTY).resume(inspect()));
  }

  @Test
  void doesNotGoOnWhereTheMigrationsAreOthers() throws IOException {
    cutOffAt(2);
    intend("CREATE TABLE a (id int PRIMARY KEY, name text, more text);");

    assertFails("the migrations intend another schema", () -> application(HASTY).resume(inspect()));
  }

  @Test
  void doesNotGoOnWithoutAJournalOfThisDatabase() throws IOException {
    assertFails("holds no run that was cut off", () -> application(HASTY).resume(inspect()));

    Files.writeString(journal(), "{\"event\":\"begins\",\"database\":\"another\"}\n");
    assertFails("is of a run on another", () -> application(HASTY).resume(inspect()));

    Files.writeString(journal(), "once upon a time\n");
    assertFails("cannot be read", () -> application(HASTY).resume(inspect()));

    Files.writeString(journal(), "{}\n");
    assertFails("is no journal", () -> application(HASTY).resume(inspect()));
  }

  @Test
  void saysThatTheJournalCannotBeWritten() throws IOException {
    Inspection inspection = inspect();
    var application = new Application(database, directory.resolve("no/such/journal"), HASTY, log);

    assertFails("cannot write the journal", () -> application.begin(inspection, plan(inspection)));
    assertEquals(inspection.differences(), inspect().differences());
  }

  private void cutOffAt(int step) {
    log.cutAt = step;
    assertThrows(IllegalStateException.class, () -> begin(HASTY));
    log.cutAt = 0;
  }

  private void begin(Limits limits) {
    Inspection inspection = inspect();
    application(limits).begin(inspection, plan(inspection));
  }

  private Application application(Limits limits) {
    return new Application(database, journal(), limits, log);
  }

  private Path journal() {
    return directory.resolve("journal");
  }

  private void intend(String sql) throws IOException {
    Files.writeString(directory.resolve("migrations").resolve("0001.sql"), sql);
  }

  private Inspection inspect() {
    var source =
        new MigrationSource(
            List.of(directory.resolve("migrations")),
            Optional.of("plain"),
            new TreeMap<>(),
            MigrationSource.LATEST);
    return Drift.inspect(source, database, ALL);
  }

  private static Plan plan(Inspection inspection) {
    return Repair.of(inspection, ALL, false, new TreeMap<>()).plan();
  }

  private static void assertFails(String says, Executable work) {
    DriftException failure = assertThrows(DriftException.class, work);
    assertTrue(failure.getMessage().contains(says), failure.getMessage());
    assertEquals(1, failure.getMessage().lines().count(), failure.getMessage());
  }
}
