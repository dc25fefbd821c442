package dev.drift.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.catalog.Catalog;
import dev.drift.engine.catalog.IntrospectionOptions;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.diff.Comparison;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.diff.HistoryTables;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.testing.Script;
import dev.drift.engine.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The incidents through the command line: what is found on the broken database, and that a repair
 * arrives at the migrations' schema from wherever it starts.
 */
class IncidentTest {
  static List<IncidentFolder> incidents() {
    return IncidentFolder.all();
  }

  @ParameterizedTest
  @MethodSource("incidents")
  void findsWhatIsBroken(IncidentFolder incident) {
    String database = broken(incident);

    DriftRun check = check(incident, database);
    CheckJson report = new CheckJson(check.out());

    assertAll(
        () -> assertLines(incident.expectedFindings(), report.findings()),
        () -> assertEquals(incident.rejected(), report.rejected()),
        () -> assertEquals(ExitCode.DRIFT, check.code(), check.err()),
        () -> assertEquals("", check.err()));
  }

  @ParameterizedTest
  @MethodSource("incidents")
  void repairsTheBrokenDatabase(IncidentFolder incident) {
    String database = broken(incident);
    incident.byHand().ifPresent(sql -> Script.run(database, sql));

    assertRepairs(incident, database, history(incident));
  }

  @ParameterizedTest
  @MethodSource("incidents")
  void buildsTheSchemaFromNothing(IncidentFolder incident) {
    assertRepairs(incident, TestPostgres.createDatabase(), List.of());
  }

  @ParameterizedTest
  @MethodSource("incidents")
  void leavesACompleteDatabaseAlone(IncidentFolder incident) {
    String database = complete(incident);
    String before = Fingerprint.of(database);

    assertRepairs(incident, database, List.of());

    assertEquals(before, Fingerprint.of(database));
  }

  @Test
  void stopsBeforeItChangesAnythingWherePetsHaveNoOwner() {
    IncidentFolder incident = IncidentFolder.named("pet-clinic");
    String database = broken(incident);
    String before = Fingerprint.of(database);

    Script.Failure refused =
        assertThrows(Script.Failure.class, () -> Script.run(database, repair(incident, database)));

    assertTrue(refused.getMessage().contains("Pet_ownerId_fkey"), refused.getMessage());
    assertEquals(before, Fingerprint.of(database));
  }

  /** The script arrives, a second run of it changes nothing, and the next check finds no more. */
  private static void assertRepairs(
      IncidentFolder incident, String database, List<String> remaining) {
    String script = repair(incident, database);
    Script.run(database, script);
    String repaired = Fingerprint.of(database);
    DriftRun check = check(incident, database);

    Script.run(database, script);

    assertAll(
        () -> assertEquals("", check.err()),
        () -> assertLines(remaining, withoutRecord(new CheckJson(check.out()).findings())),
        () -> assertEquals(repaired, Fingerprint.of(database), "the second run changed something"),
        () -> assertEquals(List.of(), differences(complete(incident), database)));
  }

  /** What no change of the schema can repair: the history says what it says. */
  private static List<String> history(IncidentFolder incident) {
    return incident.expectedFindings().stream()
        .filter(finding -> finding.startsWith("history ") && finding.endsWith(" checksum"))
        .toList();
  }

  /** A repair makes things so that are not recorded. */
  private static List<String> withoutRecord(List<String> findings) {
    return findings.stream().filter(finding -> !finding.endsWith(" unrecorded")).toList();
  }

  private static String broken(IncidentFolder incident) {
    String database = TestPostgres.createDatabase();
    Script.run(database, incident.broken());
    return database;
  }

  /** {@return a database that the migrations have made, statement by statement} */
  private static String complete(IncidentFolder incident) {
    String database = TestPostgres.createDatabase();
    List<String> refused = new ArrayList<>();
    incident.migrations().forEach(sql -> refused.addAll(Script.attempt(database, sql)));
    assertEquals(incident.rejected().size(), refused.size(), () -> "" + refused);
    return database;
  }

  private static DriftRun check(IncidentFolder incident, String database) {
    return drift(incident, "check", "--url", database, "--format", "json");
  }

  private static String repair(IncidentFolder incident, String database) {
    List<String> words = new ArrayList<>(List.of("repair", "--url", database));
    words.addAll(incident.repairOptions());
    DriftRun repair = drift(incident, words.toArray(String[]::new));
    assertEquals(ExitCode.CLEAN, repair.code(), repair.err());
    return repair.out();
  }

  private static List<String> differences(String expected, String actual) {
    return HistoryTables.leaveOut(Comparison.compare(schema(expected), schema(actual))).stream()
        .map(Difference::toString)
        .toList();
  }

  private static SchemaModel schema(String database) {
    return Catalog.introspect(Target.of(Optional.of(database)), IntrospectionOptions.defaults())
        .model();
  }

  private static DriftRun drift(IncidentFolder incident, String... words) {
    return DriftRun.of(
        Stream.concat(Stream.of(words), incident.options().stream()).toArray(String[]::new));
  }

  /** Fails with the lines that are too few, marked {@code -}, and too many, marked {@code +}. */
  private static void assertLines(List<String> expected, List<String> actual) {
    Stream<String> lacking =
        expected.stream().filter(line -> !actual.contains(line)).map(line -> "- " + line);
    Stream<String> surplus =
        actual.stream().filter(line -> !expected.contains(line)).map(line -> "+ " + line);
    assertEquals("", Stream.concat(lacking, surplus).collect(Collectors.joining("\n")));
  }
}
