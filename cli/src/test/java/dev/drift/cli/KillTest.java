package dev.drift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drift.engine.catalog.Catalog;
import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.catalog.SqlSession;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.diff.Comparison;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.model.SchemaModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Repairs that die on the way: run again, they arrive. A sample; with {@code -Ddrift.kill=complete}
 * at every step boundary, and at many moments within.
 */
class KillTest {
  private static final boolean COMPLETE = "complete".equals(System.getProperty("drift.kill"));

  private static FragileServer server;

  @TempDir private Path directory;

  private enum Death {
    TERMINATED,
    CRASHED,
    RESTARTED
  }

  @BeforeAll
  static void start() {
    server = FragileServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static List<IncidentFolder> incidents() {
    return IncidentFolder.all();
  }

  /** The server process of the session is gone after so many statements, or all of them are. */
  @ParameterizedTest
  @MethodSource("incidents")
  void arrivesAfterDyingAtAStatementsEnd(IncidentFolder incident) {
    FragileServer.Patient patient = server.patient(incident);
    List<String> statements = FragileServer.statements(patient.script());
    for (Death death : List.of(Death.TERMINATED, Death.CRASHED)) {
      int stride = COMPLETE ? 1 : statements.size() / (death == Death.CRASHED ? 1 : 3) - 1;
      for (int count = Math.min(6, statements.size()); count < statements.size(); count += stride) {
        Target database = server.copy(patient);
        dieAfter(database, statements.subList(0, count), death);
        assertArrives(patient, database, death + " after " + count + " statements");
      }
    }
  }

  /** The server is shut down at once and started again. */
  @ParameterizedTest
  @MethodSource("incidents")
  void arrivesAfterTheServerWasRestarted(IncidentFolder incident) throws Exception {
    FragileServer.Patient patient = server.patient(incident);
    List<String> statements = FragileServer.statements(patient.script());
    int times = COMPLETE ? 10 : 1;
    for (int i = 1; i <= times; i++) {
      int count = statements.size() * i / (times + 1);
      Target database = server.copy(patient);
      dieAfter(database, statements.subList(0, count), Death.RESTARTED);
      assertArrives(patient, database, "restarted after " + count + " statements");
    }
    for (int lines = 2; lines <= (COMPLETE ? 6 : 2); lines++) {
      applyCutOffAt(patient, lines, apply -> server.restart());
    }
  }

  /** The same while a statement runs. */
  @ParameterizedTest
  @MethodSource("incidents")
  void arrivesAfterDyingInTheMiddle(IncidentFolder incident) throws InterruptedException {
    FragileServer.Patient patient = server.patient(incident);
    long whole = duration(patient);
    int moments = COMPLETE ? 40 : 2;
    for (int i = 1; i <= moments; i++) {
      Target database = server.copy(patient);
      long moment = whole * i / (moments + 1);
      Thread run = new Thread(() -> attempt(database, patient.script()));
      run.start();
      TimeUnit.NANOSECONDS.sleep(moment);
      server.terminate(database);
      run.join();
      assertArrives(patient, database, "terminated after " + moment / 1_000_000 + " ms");
    }
  }

  @ParameterizedTest
  @MethodSource("incidents")
  void arrivesAfterPsqlWasKilled(IncidentFolder incident) throws Exception {
    assumeTrue(hasPsql(), "psql is not installed");
    FragileServer.Patient patient = server.patient(incident);
    long whole = duration(patient);
    int moments = COMPLETE ? 40 : 1;
    for (int i = 1; i <= moments; i++) {
      Target database = server.copy(patient);
      Path script = Files.writeString(directory.resolve("repair.sql"), patient.script());
      Process psql =
          new ProcessBuilder(
                  "psql",
                  "-qX",
                  "-v",
                  "ON_ERROR_STOP=1",
                  "-f",
                  script.toString(),
                  server.url(database))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      psql.waitFor(whole * i / (moments + 1), TimeUnit.NANOSECONDS);
      psql.destroyForcibly().waitFor();
      assertArrives(patient, database, "psql killed, " + i + " of " + moments);
    }
  }

  @ParameterizedTest
  @MethodSource("incidents")
  void arrivesAfterApplyWasKilled(IncidentFolder incident) throws Exception {
    FragileServer.Patient patient = server.patient(incident);
    if (!COMPLETE) {
      applyKilledAt(patient, 2);
      return;
    }
    int all = applyKilledAt(patient, Integer.MAX_VALUE);
    for (int lines = 1; lines <= all; lines++) {
      applyKilledAt(patient, lines);
    }
  }

  private int applyKilledAt(FragileServer.Patient patient, int lines) throws Exception {
    return applyCutOffAt(patient, lines, Process::destroyForcibly);
  }

  /**
   * Ends {@code --apply} when its journal has so many lines. {@return how many it came to}
   *
   * @param end what ends it
   */
  private int applyCutOffAt(FragileServer.Patient patient, int lines, Consumer<Process> end)
      throws Exception {
    Target database = server.copy(patient);
    Path journal = directory.resolve("journal-" + database.database());
    List<String> words = new ArrayList<>(List.of("repair", "--apply", "--yes"));
    words.addAll(List.of("--url", server.url(database), "--journal", journal.toString()));
    words.addAll(patient.incident().options());
    words.addAll(patient.incident().repairOptions());
    List<String> command = new ArrayList<>(java());
    command.addAll(words);
    Path says = directory.resolve("says-" + database.database());
    Process apply =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(says.toFile()).start();
    while (apply.isAlive() && count(journal) < lines) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    end.accept(apply);
    apply.waitFor();
    int came = count(journal);
    assertTrue(came > 0, () -> "it ended before it began: " + text(says));
    server.awaitSilence(database);
    words.add("--resume");
    if (!Files.readString(journal).contains("\"event\":\"ends\"")) {
      DriftRun resumed = DriftRun.of(words.toArray(String[]::new));
      assertEquals(ExitCode.CLEAN, resumed.code(), lines + " lines: " + resumed.err());
    }
    assertEquals(
        List.of(), differences(patient.goal(), FragileServer.schema(database)), lines + " lines");
    return came;
  }

  private static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int count(Path journal) throws IOException {
    return Files.exists(journal) ? Files.readAllLines(journal).size() : 0;
  }

  private static void dieAfter(Target database, List<String> statements, Death death) {
    try (SqlSession session = SqlSession.open(database)) {
      statements.forEach(session::run);
      switch (death) {
        case TERMINATED -> server.terminate(database);
        case CRASHED -> FragileServer.crash(session);
        case RESTARTED -> server.restart();
      }
    }
  }

  private static void attempt(Target database, String script) {
    try {
      Catalog.run(database, FragileServer.statements(script));
    } catch (CatalogException cutOff) {
      // As it is meant to be.
    }
  }

  private static void assertArrives(FragileServer.Patient patient, Target database, String how) {
    server.awaitSilence(database);
    Catalog.run(database, FragileServer.statements(patient.script()));
    SchemaModel arrived = FragileServer.schema(database);
    assertEquals(List.of(), differences(patient.goal(), arrived), how);
    Catalog.run(database, FragileServer.statements(patient.script()));
    assertEquals(arrived, FragileServer.schema(database), how);
  }

  private static long duration(FragileServer.Patient patient) {
    Target database = server.copy(patient);
    long start = System.nanoTime();
    Catalog.run(database, FragileServer.statements(patient.script()));
    return System.nanoTime() - start;
  }

  private static boolean hasPsql() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, "psql")));
  }

  private static List<String> differences(SchemaModel expected, SchemaModel actual) {
    return Comparison.compare(expected, actual).stream().map(Difference::toString).toList();
  }
}
