package dev.drift.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.testing.Script;
import dev.drift.engine.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The incidents as {@code drift status} tells them, and their records put right. */
class IncidentStatusTest {
  static List<IncidentFolder> incidents() {
    return IncidentFolder.all();
  }

  @ParameterizedTest
  @MethodSource("incidents")
  void tellsHowFarTheDatabaseIs(IncidentFolder incident) {
    DriftRun status = status(incident, broken(incident));

    assertAll(
        () -> assertEquals("", status.err()),
        () -> assertEquals(incident.expectedStatus(), withoutHead(status.out())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"households", "content-planner"})
  void makesTheRecordTrue(String name) {
    IncidentFolder incident = IncidentFolder.named(name);
    String database = broken(incident);

    String script = repair(incident, database).out();
    Script.run(database, script);
    Script.run(database, script);

    DriftRun status = status(incident, database);
    assertEquals(ExitCode.CLEAN, status.code(), status.out() + status.err());
    assertFalse(status.out().contains("pending"), status.out());
  }

  @Test
  void recordsNothingThatIsNotWhole() {
    IncidentFolder incident = IncidentFolder.named("pet-clinic");
    String database = broken(incident);

    String script = repair(incident, database).out();

    assertTrue(script.contains("-- Nothing to write."), script);
  }

  @Test
  void saysThatThereIsNoRecordToWrite() {
    IncidentFolder incident = IncidentFolder.named("health-events");

    DriftRun repair = repair(incident, broken(incident));

    assertEquals(ExitCode.FAILED, repair.code());
    assertTrue(repair.err().startsWith("drift: --record: there is no history table"), repair.err());
  }

  private static String broken(IncidentFolder incident) {
    String database = TestPostgres.createDatabase();
    Script.run(database, incident.broken());
    return database;
  }

  private static DriftRun status(IncidentFolder incident, String database) {
    return drift(incident, List.of("status", "--url", database));
  }

  private static DriftRun repair(IncidentFolder incident, String database) {
    List<String> words = new ArrayList<>(List.of("repair", "--record", "--url", database));
    words.addAll(incident.repairOptions());
    return drift(incident, words);
  }

  private static DriftRun drift(IncidentFolder incident, List<String> words) {
    List<String> all = new ArrayList<>(words);
    all.addAll(incident.options());
    return DriftRun.of(all.toArray(String[]::new));
  }

  /** The first line names the database and its server. */
  private static String withoutHead(String text) {
    return text.lines().skip(1).collect(Collectors.joining("\n", "", "\n"));
  }
}
