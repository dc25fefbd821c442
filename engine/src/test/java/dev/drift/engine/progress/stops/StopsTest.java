package dev.drift.engine.progress.stops;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Builds real projects' databases statement by statement, with the record that their tool would
 * keep, stops on the way, and asks how far the database is.
 *
 * <p>{@code DRIFT_CORPUS} names a directory with {@code projects.json}, an object with an entry a
 * project, and {@code projects/NAME} with its files. An entry has {@code convention}, the tool as
 * {@code --tool} names it, and {@code migration_dirs}, the directories of migrations below {@code
 * projects/NAME}; it may have {@code vars} (placeholders), {@code session_sql} (run when a session
 * starts) and {@code shim_ext} (extensions that are left out). {@code projects/NAME/prelude.sql},
 * if there, makes what the migrations expect to find.
 *
 * <p>{@code DRIFT_PROJECTS} limits it to projects, by name with commas; {@code DRIFT_STOPS} says
 * how many stops a project gets (12; {@code all}: after every migration, and half as many inside),
 * {@code DRIFT_SEED} which.
 */
@EnabledIfEnvironmentVariable(named = "DRIFT_CORPUS", matches = ".+")
class StopsTest {
  private static final Map<String, String> ENVIRONMENT = System.getenv();

  @Test
  void knowsWhereEachDatabaseStands() {
    List<String> names = List.of(ENVIRONMENT.getOrDefault("DRIFT_PROJECTS", "").split(","));
    var stops =
        Stops.of(
            ENVIRONMENT.getOrDefault("DRIFT_STOPS", "12"),
            Long.parseLong(ENVIRONMENT.getOrDefault("DRIFT_SEED", "1")));
    var total = new Figures();
    for (Project project : Project.all(Path.of(ENVIRONMENT.get("DRIFT_CORPUS")))) {
      if (names.contains("") || names.contains(project.name())) {
        long start = System.nanoTime();
        Figures figures = travel(project, stops);
        System.out.printf(
            "%-24s %s, %d s%n",
            project.name(), figures, (System.nanoTime() - start) / 1_000_000_000);
        figures.details.stream().limit(12).forEach(detail -> System.out.println("    " + detail));
        total.add(figures);
      }
    }
    System.out.println(total);
    total.details.stream()
        .filter(detail -> detail.contains("cannot be built"))
        .forEach(System.out::println);
    assertAll(
        () -> assertEquals(total.stops, total.located, "located"),
        () -> assertEquals(0, total.falseMissing, "falsely missing"),
        () -> assertEquals(0, total.falseApplied, "falsely applied"),
        () -> assertTrue(total.unverifiable * 100 < total.schemaStatements, "unverifiable"));
  }

  private static Figures travel(Project project, Stops stops) {
    try {
      return new Journey(project, stops).run();
    } catch (RuntimeException e) {
      var none = new Figures();
      none.details.add(project.name() + " cannot be built: " + e.getMessage());
      return none;
    }
  }
}
