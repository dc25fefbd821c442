package dev.drift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drift.engine.catalog.Catalog;
import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.catalog.IntrospectionOptions;
import dev.drift.engine.catalog.SqlSession;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.diff.Comparison;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.scratch.ScratchServer;
import dev.drift.engine.sql.Piece;
import dev.drift.engine.sql.StatementSplitter;
import dev.drift.engine.testing.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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

  /** A server of its own: some of what is done to it would take other tests down with it. */
  private static ScratchServer server;

  private static Target maintenance;
  private static int databases;

  @TempDir private Path directory;

  /** An incident, its script, what made its database, and the schema that the script arrives at. */
  private record Patient(
      IncidentFolder incident, String template, String script, SchemaModel goal) {
    @Override
    public String toString() {
      return incident.toString();
    }
  }

  private enum Death {
    TERMINATED,
    CRASHED
  }

  @BeforeAll
  static void start() {
    server = ScratchServer.start();
    maintenance = Target.of(Optional.of(server.url()));
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
    Patient patient = patient(incident);
    List<String> statements = statements(patient.script());
    for (Death death : Death.values()) {
      int stride = COMPLETE ? 1 : statements.size() / (death == Death.CRASHED ? 1 : 3) - 1;
      for (int count = Math.min(6, statements.size()); count < statements.size(); count += stride) {
        Target database = copy(patient);
        dieAfter(database, statements.subList(0, count), death);
        assertArrives(patient, database, death + " after " + count + " statements");
      }
    }
  }

  /** The same while a statement runs. */
  @ParameterizedTest
  @MethodSource("incidents")
  void arrivesAfterDyingInTheMiddle(IncidentFolder incident) throws InterruptedException {
    Patient patient = patient(incident);
    long whole = duration(patient);
    int moments = COMPLETE ? 40 : 2;
    for (int i = 1; i <= moments; i++) {
      Target database = copy(patient);
      long moment = whole * i / (moments + 1);
      Thread run = new Thread(() -> attempt(database, patient.script()));
      run.start();
      TimeUnit.NANOSECONDS.sleep(moment);
      terminate(database);
      run.join();
      assertArrives(patient, database, "terminated after " + moment / 1_000_000 + " ms");
    }
  }

  @ParameterizedTest
  @MethodSource("incidents")
  void arrivesAfterPsqlWasKilled(IncidentFolder incident) throws Exception {
    assumeTrue(hasPsql(), "psql is not installed");
    Patient patient = patient(incident);
    long whole = duration(patient);
    int moments = COMPLETE ? 40 : 1;
    for (int i = 1; i <= moments; i++) {
      Target database = copy(patient);
      Path script = Files.writeString(directory.resolve("repair.sql"), patient.script());
      Process psql =
          new ProcessBuilder(
                  "psql", "-qX", "-v", "ON_ERROR_STOP=1", "-f", script.toString(), url(database))
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
    Patient patient = patient(incident);
    if (!COMPLETE) {
      applyKilledAt(patient, 2);
      return;
    }
    int all = applyKilledAt(patient, Integer.MAX_VALUE);
    for (int lines = 1; lines <= all; lines++) {
      applyKilledAt(patient, lines);
    }
  }

  /** Kills {@code --apply} when its journal has so many lines. {@return how many it came to} */
  private int applyKilledAt(Patient patient, int lines) throws Exception {
    Target database = copy(patient);
    Path journal = directory.resolve("journal-" + databases);
    List<String> words = new ArrayList<>(List.of("repair", "--apply", "--yes"));
    words.addAll(List.of("--url", url(database), "--journal", journal.toString()));
    words.addAll(patient.incident().options());
    words.addAll(patient.incident().repairOptions());
    List<String> command = new ArrayList<>(java());
    command.addAll(words);
    Process apply =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (apply.isAlive() && count(journal) < lines) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    apply.destroyForcibly().waitFor();
    int came = count(journal);
    awaitSilence(database);
    words.add("--resume");
    if (!Files.readString(journal).contains("\"event\":\"ends\"")) {
      DriftRun resumed = DriftRun.of(words.toArray(String[]::new));
      assertEquals(ExitCode.CLEAN, resumed.code(), lines + " lines: " + resumed.err());
    }
    assertEquals(List.of(), differences(patient.goal(), schema(database)), lines + " lines");
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

  private static int count(Path journal) throws IOException {
    return Files.exists(journal) ? Files.readAllLines(journal).size() : 0;
  }

  private static void dieAfter(Target database, List<String> statements, Death death) {
    try (SqlSession session = SqlSession.open(database)) {
      statements.forEach(session::run);
      switch (death) {
        case TERMINATED -> terminate(database);
        case CRASHED -> crash(session);
      }
    }
  }

  /** One process that dies of a signal makes the server take all others down and recover. */
  private static void crash(SqlSession session) {
    String pid = session.values("SELECT pg_backend_pid()::text AS value").getFirst();
    try {
      new ProcessBuilder("kill", "-9", pid).start().waitFor();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void terminate(Target database) {
    try (SqlSession session = SqlSession.open(maintenance)) {
      session.values(
          "SELECT pg_terminate_backend(pid)::text AS value FROM pg_stat_activity WHERE datname = '"
              + database.database()
              + "'");
    }
  }

  private static void attempt(Target database, String script) {
    try {
      Catalog.run(database, statements(script));
    } catch (CatalogException cutOff) {
      // As it is meant to be.
    }
  }

  private static void assertArrives(Patient patient, Target database, String how) {
    awaitSilence(database);
    Catalog.run(database, statements(patient.script()));
    SchemaModel arrived = schema(database);
    assertEquals(List.of(), differences(patient.goal(), arrived), how);
    Catalog.run(database, statements(patient.script()));
    assertEquals(arrived, schema(database), how);
  }

  /** A server process notices only at its next word that nobody listens any more. */
  private static void awaitSilence(Target database) {
    for (int attempt = 0; attempt < 600; attempt++) {
      try (SqlSession session = SqlSession.open(maintenance)) {
        List<String> others =
            session.values(
                "SELECT pid::text AS value FROM pg_stat_activity WHERE datname = '"
                    + database.database()
                    + "'");
        if (others.isEmpty()) {
          return;
        }
      } catch (CatalogException recovering) {
        // The server is not up again yet.
      }
      pause();
    }
    throw new IllegalStateException("sessions that do not end on " + database);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Patient patient(IncidentFolder incident) {
    String template = server.createDatabase();
    Script.run(template, incident.broken());
    incident.byHand().ifPresent(sql -> Script.run(template, sql));
    List<String> words = new ArrayList<>(List.of("repair", "--url", template));
    words.addAll(incident.options());
    words.addAll(incident.repairOptions());
    DriftRun repair = DriftRun.of(words.toArray(String[]::new));
    assertEquals(ExitCode.CLEAN, repair.code(), repair.err());
    String name = Target.of(Optional.of(template)).database();
    Target healthy = copy(name);
    Catalog.run(healthy, statements(repair.out()));
    return new Patient(incident, name, repair.out(), schema(healthy));
  }

  private static long duration(Patient patient) {
    Target database = copy(patient);
    long start = System.nanoTime();
    Catalog.run(database, statements(patient.script()));
    return System.nanoTime() - start;
  }

  private static Target copy(Patient patient) {
    return copy(patient.template());
  }

  private static Target copy(String template) {
    String name = "copy_" + ++databases;
    awaitSilence(maintenance.withDatabase(template));
    Catalog.run(maintenance, "CREATE DATABASE " + name + " TEMPLATE " + template);
    return maintenance.withDatabase(name);
  }

  private static String url(Target database) {
    return server.url().replaceFirst("/postgres\\?", "/" + database.database() + "?");
  }

  private static boolean hasPsql() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, "psql")));
  }

  private static List<String> statements(String script) {
    return StatementSplitter.split(script, StatementSplitter.Client.PSQL).pieces().stream()
        .filter(Piece.Sql.class::isInstance)
        .map(piece -> ((Piece.Sql) piece).tokens())
        .map(tokens -> script.substring(tokens.getFirst().offset(), tokens.getLast().end()))
        .toList();
  }

  private static List<String> differences(SchemaModel expected, SchemaModel actual) {
    return Comparison.compare(expected, actual).stream().map(Difference::toString).toList();
  }

  private static SchemaModel schema(Target database) {
    return Catalog.introspect(database, IntrospectionOptions.defaults()).model();
  }
}
