package dev.drift.engine.render.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.catalog.Catalog;
import dev.drift.engine.catalog.IntrospectionOptions;
import dev.drift.engine.catalog.SqlSession;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.diff.Comparison;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.plan.Plan;
import dev.drift.engine.plan.PlanOptions;
import dev.drift.engine.plan.Planner;
import dev.drift.engine.render.StepNotes;
import dev.drift.engine.source.Migration;
import dev.drift.engine.source.Migrations;
import dev.drift.engine.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ToolFormatsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:20:30Z");
  private static final String JOURNAL =
      """
      {
        "version": "7",
        "dialect": "postgresql",
        "entries": [
          {
            "idx": 0,
            "version": "7",
            "when": 1700000000000,
            "tag": "0000_first",
            "breakpoints": true
          }
        ]
      }
      """;
  private static final String BEFORE =
      """
      CREATE TYPE mood AS ENUM ('sad');
      CREATE TABLE a (id int PRIMARY KEY, name text, feeling mood);
      CREATE TABLE b (id int PRIMARY KEY, a int);
      INSERT INTO a VALUES (1, 'x', 'sad');
      INSERT INTO b VALUES (1, 1);
      CREATE TABLE tools_own_history (version text);
      """;
  private static final String AFTER =
      """
      CREATE TYPE mood AS ENUM ('sad', 'glad');
      CREATE TABLE a (id int PRIMARY KEY, name varchar(9) NOT NULL, feeling mood,
        CHECK (name <> ''));
      CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);
      CREATE INDEX a_name_idx ON a (name);
      CREATE INDEX b_a_idx ON b (a);
      CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT '${x};' $$;
      CREATE TABLE tools_own_history (version text);
      """;

  /** Tools that send a file as one query, so that outside a transaction it holds one statement. */
  private static final Set<String> ONE_QUERY =
      Set.of("dbmate", "diesel", "golang-migrate", "prisma", "sqlx");

  @TempDir private Path directory;

  static List<String> tools() {
    return ToolFormats.names();
  }

  @ParameterizedTest
  @MethodSource("tools")
  void arrivesWhenTheToolRunsIt(String tool) throws IOException {
    String url = database(BEFORE);
    SchemaModel expected = schema(database(AFTER));
    write(tool, plan(expected, schema(url)));

    List<Migration> migrations =
        Migrations.read(List.of(directory), Optional.of(tool), Map.of()).migrations();
    for (int round = 0; round < 2; round++) {
      migrations.forEach(migration -> run(tool, url, migration));
    }

    assertEquals(List.of(), differences(expected, schema(url)));
    assertEquals(
        List.of("" + 2 * migrations.size()),
        TestPostgres.query(url, "SELECT count(*) FROM tools_own_history"));
  }

  /** As the tool does: its own record in the same transaction, found by the search path. */
  private static void run(String tool, String url, Migration migration) {
    try (SqlSession session = SqlSession.open(Target.of(Optional.of(url)))) {
      boolean transaction =
          migration.transactional() && !Set.of("golang-migrate", "prisma").contains(tool);
      if (!transaction && ONE_QUERY.contains(tool)) {
        assertTrue(
            migration.statements().size() == 1
                || migration.statements().getFirst().text().equals("BEGIN"),
            migration.file());
      }
      if (transaction) {
        session.run("BEGIN");
      }
      migration.statements().forEach(statement -> session.run(statement.text()));
      session.run("INSERT INTO tools_own_history VALUES ('" + migration.version() + "')");
      if (transaction) {
        session.run("COMMIT");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tools")
  void writesNothingWhereThereIsNothingToDo(String tool) {
    assertEquals(List.of(), files(tool, new Plan(List.of(), List.of()), Set.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "flyway, V1__drift_repair.sql, ''",
    "flyway, V0008__drift_repair.sql, V0007__a.sql V0002__b.sql R__c.sql",
    "flyway, V1.10__drift_repair.sql, V1.9__a.sql V1.2__b.sql",
    "flyway, V20261121102030__drift_repair.sql, V20240101000000__a.sql",
    "goose, 00008_drift_repair.sql, 00007_a.sql 00001_b.go",
    "goose, 20261121102030_drift_repair.sql, 20240101000000_a.sql",
    "dbmate, 20261121102030_drift_repair.sql, 20240101000000_a.sql",
    "golang-migrate, 000003_drift_repair.up.sql, 000002_a.up.sql 000002_a.down.sql",
    "prisma, 20261121102030_drift_repair/migration.sql, migration_lock.toml",
    "prisma, 20300101000001_drift_repair/migration.sql, 20300101000000_ahead_of_time",
    "drizzle, 0001_drift_repair.sql, 0000_first.sql meta",
    "diesel, 2026-11-21-102030_drift_repair/up.sql, 2024-01-01-000000_a",
    "diesel, 2026-11-21-102030-0000_drift_repair/up.sql, 2024-01-01-000000-0000_a",
    "sqlx, 0003_drift_repair.sql, 0002_a.sql",
    "sqlx, 20261121102030_drift_repair.up.sql, 20240101000000_a.up.sql 20240101000000_a.down.sql",
    "supabase, 20261121102030_drift_repair.sql, 20240101000000_a.sql",
  })
  void countsOnAsTheOthersAreCounted(String tool, String name, String existing) {
    SchemaModel expected = schema(database("CREATE TABLE a (id int)"));
    Plan plan = plan(expected, schema(TestPostgres.createDatabase()));

    var names = new TreeSet<>(List.of(existing.split(" ")));
    names.remove("");

    assertEquals(name, files(tool, plan, names).getFirst().path());
  }

  @Test
  void marksWhatMustNotRunInATransaction() {
    SchemaModel expected =
        schema(database("CREATE TABLE a (id int); CREATE INDEX a_id_idx ON a (id)"));
    Plan plan = plan(expected, schema(database("CREATE TABLE a (id int)")));

    assertMarked("flyway", plan, "executeInTransaction=false\n");
    assertMarked("goose", plan, "-- +goose NO TRANSACTION\n");
    assertMarked("dbmate", plan, "-- migrate:up transaction:false\n");
    assertMarked("diesel", plan, "run_in_transaction = false\n");
    assertTrue(
        files("sqlx", plan, Set.of()).stream()
            .anyMatch(file -> file.text().startsWith("-- no-transaction\n")));
    assertTrue(
        files("drizzle", plan, Set.of()).stream()
            .noneMatch(file -> file.text().contains("CONCURRENTLY")));
  }

  @Test
  void turnsFlywaysPlaceholdersOffWhereABodyHasTheirLooks() {
    SchemaModel expected =
        schema(database("CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT '${x}' $$"));

    assertMarked(
        "flyway",
        plan(expected, schema(TestPostgres.createDatabase())),
        "placeholderReplacement=false\n");
  }

  @Test
  void writesTheWayBackWhereTheToolHasAPlaceForIt() {
    String with = database("CREATE TABLE a (id int)");
    String without = TestPostgres.createDatabase();
    Plan plan = plan(schema(with), schema(without));
    Plan back = plan(schema(without), schema(with));
    var draft = new Draft(plan, Optional.of(back), StepNotes.of(id -> Optional.empty()), List.of());

    List<MigrationFile> files =
        ToolFormats.named("golang-migrate")
            .orElseThrow()
            .write(draft, new Directory(new TreeSet<>(), Optional.empty(), NOW));

    assertEquals("000001_drift_repair.down.sql", files.getLast().path());
    assertTrue(files.getLast().text().contains("DROP TABLE public.a"), files.getLast().text());
  }

  @Test
  void asksForDrizzlesJournal() {
    SchemaModel expected = schema(database("CREATE TABLE a (id int)"));
    Plan plan = plan(expected, schema(TestPostgres.createDatabase()));
    var draft = new Draft(plan, Optional.empty(), StepNotes.of(id -> Optional.empty()), List.of());
    ToolFormat drizzle = ToolFormats.named("drizzle").orElseThrow();

    assertThrows(
        IllegalArgumentException.class,
        () -> drizzle.write(draft, new Directory(new TreeSet<>(), Optional.empty(), NOW)));
  }

  private void assertMarked(String tool, Plan plan, String marker) {
    assertTrue(
        files(tool, plan, Set.of()).stream().anyMatch(file -> file.text().contains(marker)), tool);
  }

  private void write(String tool, Plan plan) throws IOException {
    if (tool.equals("drizzle")) {
      Files.createDirectories(directory.resolve("meta"));
      Files.writeString(directory.resolve("0000_first.sql"), "SELECT 1;\n");
    }
    for (MigrationFile file : files(tool, plan, Set.of())) {
      Path target = directory.resolve(file.path());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.text());
    }
  }

  private static List<MigrationFile> files(String tool, Plan plan, Set<String> names) {
    var all = new TreeSet<>(names);
    if (tool.equals("drizzle")) {
      all.add("0000_first.sql");
    }
    return ToolFormats.named(tool)
        .orElseThrow()
        .write(
            new Draft(
                plan, Optional.empty(), StepNotes.of(id -> Optional.empty()), List.of("A remark.")),
            new Directory(
                all, tool.equals("drizzle") ? Optional.of(JOURNAL) : Optional.empty(), NOW));
  }

  private static Plan plan(SchemaModel expected, SchemaModel actual) {
    return Planner.plan(
        expected,
        actual,
        Comparison.compare(expected, actual),
        PlanOptions.destructive(TestPostgres.majorVersion()));
  }

  private static List<String> differences(SchemaModel expected, SchemaModel actual) {
    return Comparison.compare(expected, actual).stream().map(Difference::toString).toList();
  }

  private static SchemaModel schema(String url) {
    return Catalog.introspect(Target.of(Optional.of(url)), IntrospectionOptions.defaults()).model();
  }

  private static String database(String sql) {
    String url = TestPostgres.createDatabase();
    TestPostgres.execute(url, sql);
    return url;
  }
}
