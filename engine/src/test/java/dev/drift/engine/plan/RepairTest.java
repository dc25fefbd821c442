package dev.drift.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.canon.Match;
import dev.drift.engine.catalog.Catalog;
import dev.drift.engine.catalog.IntrospectionOptions;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.diff.Comparison;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.render.RepairScript;
import dev.drift.engine.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each case: a database as in before.sql, repaired to be as after.sql, and repaired again. Where
 * there is schema.sql, that is made of nothing, left as it is, and taken away.
 */
class RepairTest {
  private static final Path CASES = Path.of("src/test/resources/cases");

  /** One repair: the SQL of the database found, and of the one intended. */
  private record Case(String name, String before, String after) {
    static Stream<Case> of(Path folder) {
      String name = folder.getFileName().toString();
      if (Files.exists(folder.resolve("schema.sql"))) {
        String schema = read(folder.resolve("schema.sql"));
        return Stream.of(
            new Case(name + ", made", "", schema),
            new Case(name + ", as it is", schema, schema),
            new Case(name + ", away", schema, ""));
      }
      return Files.exists(folder.resolve("before.sql"))
          ? Stream.of(
              new Case(name, read(folder.resolve("before.sql")), read(folder.resolve("after.sql"))))
          : Stream.empty();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.sorted().flatMap(Case::of).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void arrivesAndStays(Case repair) {
    String actual = database(repair.before());
    SchemaModel expected = model(database(repair.after()));

    String script = RepairScript.of(plan(expected, actual), id -> Optional.empty());
    ScriptRun.run(actual, script);

    SchemaModel arrived = model(actual);
    assertEquals(List.of(), differences(expected, arrived), script);
    ScriptRun.run(actual, script);
    assertEquals(arrived, model(actual), script);
    assertTrue(plan(expected, actual).isEmpty());
  }

  /** The same again, cut off after each statement and begun anew. */
  @ParameterizedTest
  @MethodSource("cases")
  void goesOnWhereItWasCutOff(Case repair) {
    String actual = database(repair.before());
    SchemaModel expected = model(database(repair.after()));
    String script = RepairScript.of(plan(expected, actual), id -> Optional.empty());

    for (int length = 5; ScriptRun.runStart(actual, script, length); length += 7) {}
    ScriptRun.run(actual, script);

    assertEquals(List.of(), differences(expected, model(actual)), script);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void buildsTheWholeSchema(Case repair) {
    SchemaModel model = model(database(repair.after()));
    String empty = TestPostgres.createDatabase();

    String script = SchemaScript.of(model, TestPostgres.majorVersion());
    ScriptRun.run(empty, script);

    assertEquals(List.of(), differences(model, model(empty)), script);
  }

  @Test
  void hasNothingToDoWhereNothingDiffers() {
    String actual = database(read(CASES.resolve("whole-schema/schema.sql")));

    assertTrue(plan(model(actual), actual).isEmpty());
  }

  private static Plan plan(SchemaModel expected, String actual) {
    SchemaModel now = model(actual);
    return Planner.plan(
        expected,
        now,
        differences(expected, now),
        PlanOptions.destructive(TestPostgres.majorVersion()));
  }

  /** Both sides are the server's own text: what may differ does. */
  private static List<Difference> differences(SchemaModel expected, SchemaModel actual) {
    return Comparison.compare(expected, actual).stream().map(RepairTest::certain).toList();
  }

  private static Difference certain(Difference difference) {
    var attributes = new TreeMap<String, Match>();
    difference.attributes().keySet().forEach(name -> attributes.put(name, Match.DIFFERENT));
    return new Difference(difference.id(), difference.expected(), difference.actual(), attributes);
  }

  private static SchemaModel model(String url) {
    return Catalog.introspect(Target.of(Optional.of(url)), IntrospectionOptions.defaults()).model();
  }

  private static String database(String sql) {
    String url = TestPostgres.createDatabase();
    if (!sql.isBlank()) {
      TestPostgres.execute(url, sql);
    }
    return url;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
