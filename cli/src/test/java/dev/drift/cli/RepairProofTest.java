package dev.drift.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.testing.Script;
import dev.drift.engine.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code drift repair --prove}. */
class RepairProofTest {
  private final IncidentFolder incident = IncidentFolder.named("handbook");

  @Test
  void saysInTheHeaderThatTheScriptArrives() {
    DriftRun repair = repair("--prove");

    assertAll(
        () -> assertEquals(ExitCode.CLEAN, repair.code(), repair.err()),
        () -> assertEquals("", repair.err()),
        () ->
            assertTrue(
                repair
                    .out()
                    .lines()
                    .toList()
                    .get(1)
                    .matches(
                        "-- Proved on PostgreSQL [0-9.]+: 18 steps, second run changed nothing\\."),
                repair.out().substring(0, 200)));
  }

  @Test
  void refusesTheServerOfTheDatabaseItself() {
    DriftRun repair = repair("--prove", "--scratch=" + TestPostgres.createDatabase());

    assertAll(
        () -> assertEquals(ExitCode.FAILED, repair.code()),
        () -> assertEquals("", repair.out()),
        () -> assertEquals(1, repair.err().lines().count(), repair.err()),
        () -> assertTrue(repair.err().contains("--scratch names the server"), repair.err()));
  }

  @Test
  void saysThatTheThrowawayServerDoesNotAnswer() {
    DriftRun repair = repair("--prove", "--scratch=postgresql://postgres@127.0.0.1:1/postgres");

    assertAll(
        () -> assertEquals(ExitCode.FAILED, repair.code()),
        () -> assertEquals(1, repair.err().lines().count(), repair.err()),
        () -> assertTrue(repair.err().contains("127.0.0.1:1"), repair.err()));
  }

  private DriftRun repair(String... options) {
    String database = TestPostgres.createDatabase();
    Script.run(database, incident.broken());
    List<String> words = new ArrayList<>(List.of("repair", "--url", database));
    words.addAll(incident.options());
    words.addAll(List.of(options));
    return DriftRun.of(words.toArray(String[]::new));
  }
}
