package dev.drift.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.catalog.Catalog;
import dev.drift.engine.catalog.IntrospectionOptions;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.diff.Comparison;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.testing.Script;
import dev.drift.engine.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code drift repair --rollback}: there, and back again. */
class RollbackTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"households", "handbook", "pet-clinic"})
  void leadsBack(String name) throws IOException {
    IncidentFolder incident = IncidentFolder.named(name);
    String database = TestPostgres.createDatabase();
    Script.run(database, incident.broken());
    incident.byHand().ifPresent(sql -> Script.run(database, sql));
    SchemaModel before = schema(database);
    Path back = directory.resolve("back.sql");

    DriftRun repair = repair(incident, database, "--rollback", back.toString());
    assertEquals(ExitCode.CLEAN, repair.code(), repair.err());
    Script.run(database, repair.out());
    Script.run(database, Files.readString(back));
    Script.run(database, Files.readString(back));

    assertEquals(List.of(), certain(Comparison.compare(before, schema(database))));
  }

  @Test
  void saysWhatIsNotBroughtBack() throws IOException {
    IncidentFolder incident = IncidentFolder.named("handbook");
    String database = TestPostgres.createDatabase();
    Script.run(database, incident.broken());
    Path back = directory.resolve("back.sql");

    repair(incident, database, "--rollback", back.toString());

    String script = Files.readString(back);
    assertAll(
        () -> assertTrue(script.startsWith("-- The way back from a repair"), script),
        () -> assertTrue(script.contains("\n-- Proved on PostgreSQL "), script),
        () ->
            assertTrue(
                script.contains(
                    "\n-- CANNOT BE UNDONE: the repair's step 2, drop table"
                        + " public.articles_import_backup"),
                script));
  }

  @Test
  void saysThatTheFileCannotBeWritten() {
    IncidentFolder incident = IncidentFolder.named("handbook");
    String database = TestPostgres.createDatabase();
    Script.run(database, incident.broken());

    DriftRun repair =
        repair(incident, database, "--rollback", directory.resolve("no/such/back.sql").toString());

    assertAll(
        () -> assertEquals(ExitCode.FAILED, repair.code()),
        () -> assertEquals("", repair.out()),
        () -> assertEquals(1, repair.err().lines().count(), repair.err()),
        () -> assertTrue(repair.err().contains("cannot write "), repair.err()));
  }

  /** An index whose build had been cut off is whole now, and stays so. */
  private static List<String> certain(List<Difference> differences) {
    return differences.stream()
        .filter(
            difference ->
                difference.isMissing()
                    || difference.isUnexpected()
                    || difference.attributes().keySet().stream()
                        .filter(difference::differsIn)
                        .anyMatch(name -> !Set.of("valid", "validated").contains(name)))
        .map(Difference::toString)
        .toList();
  }

  private static DriftRun repair(IncidentFolder incident, String database, String... options) {
    List<String> words = new ArrayList<>(List.of("repair", "--url", database));
    words.addAll(incident.options());
    words.addAll(incident.repairOptions());
    words.addAll(List.of(options));
    return DriftRun.of(words.toArray(String[]::new));
  }

  private static SchemaModel schema(String database) {
    return Catalog.introspect(Target.of(Optional.of(database)), IntrospectionOptions.defaults())
        .model();
  }
}
