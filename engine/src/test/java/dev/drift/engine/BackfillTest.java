package dev.drift.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Phase;
import dev.drift.engine.plan.PlanOptions;
import dev.drift.engine.plan.Step;
import dev.drift.engine.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that must not be null on tables with rows. */
class BackfillTest {
  private static final int ROWS = 30_000;

  private final Patient patient;

  BackfillTest(@TempDir Path migrations) {
    patient = new Patient(migrations);
  }

  @Test
  void fillsInBatchesWhatIsThereAndWhatIsNew() {
    patient.intend(
        """
        CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL, nick text NOT NULL,
          email text NOT NULL);
        """);
    patient.has(
        """
        CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL, nick text);
        INSERT INTO users SELECT i, 'Name' || i, CASE WHEN i %% 2 = 0 THEN 'kept' END
          FROM generate_series(1, %d) i;
        """
            .formatted(ROWS));
    Repair repair =
        repair(
            Map.of(
                "users.nick", "lower(users.name)", "public.users.email", "name || '%L@x$drift$'"));

    patient.run(repair);
    patient.run(repair);

    assertTrue(repair(Map.of()).plan().isEmpty(), repair.text().script(List.of()));
    assertEquals(
        List.of("%d %d".formatted(ROWS / 2, ROWS)),
        patient.query(
            "SELECT count(*) FILTER (WHERE nick = 'name' || id) || ' ' || count(*) FILTER (WHERE"
                + " email = name || '%L@x$drift$') FROM users"));
    assertTrue(
        Integer.parseInt(
                patient.query("SELECT count(DISTINCT xmin::text)::text FROM users").getFirst())
            > 3);
  }

  @Test
  void fillsPartitionsAndChildren() {
    patient.intend(
        """
        CREATE TABLE p (id int NOT NULL, v text NOT NULL) PARTITION BY RANGE (id);
        CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
        CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20);
        """);
    patient.has(
        """
        CREATE TABLE p (id int NOT NULL, v text) PARTITION BY RANGE (id);
        CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
        CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20);
        INSERT INTO p SELECT i, NULL FROM generate_series(0, 19) i;
        """);
    Repair repair = repair(Map.of("p.v", "'v' || p.id"));

    patient.run(repair);
    patient.run(repair);

    assertTrue(repair(Map.of()).plan().isEmpty(), repair.text().script(List.of()));
    assertEquals(List.of("20"), patient.query("SELECT count(*)::text FROM p WHERE v = 'v' || id"));
  }

  @Test
  void stopsBeforeAnythingWhereTheExpressionIsWrong() {
    patient.intend("CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL, extra int);");
    patient.has("CREATE TABLE users (id int PRIMARY KEY); INSERT INTO users VALUES (1);");

    Repair repair = repair(Map.of("users.email", "lower(nmae)"));

    String said = assertThrows(CatalogException.class, () -> patient.run(repair)).getMessage();
    assertTrue(said.contains("column \"nmae\" does not exist"), said);
    assertEquals(
        List.of("1"),
        patient.query(
            "SELECT count(*)::text FROM pg_attribute WHERE attrelid = 'users'::regclass AND attnum"
                + " > 0"));
  }

  @Test
  void namesTheRowsThatAreStillNull() {
    patient.intend("CREATE TABLE users (id int PRIMARY KEY, name text, email text NOT NULL);");
    patient.has(
        "CREATE TABLE users (id int PRIMARY KEY, name text);"
            + " INSERT INTO users VALUES (1, 'A'), (7, NULL);");

    Repair repair = repair(Map.of("users.email", "lower(name)"));

    String said = assertThrows(CatalogException.class, () -> patient.run(repair)).getMessage();
    assertTrue(said.contains("1 rows of public.users have null in") && said.contains(": 7"), said);
  }

  @Test
  void refusesAColumnThatIsNotIntended() {
    patient.intend("CREATE TABLE users (id int PRIMARY KEY);");
    patient.has("CREATE TABLE users (id int PRIMARY KEY);");

    assertThrows(DriftException.class, () -> repair(Map.of("users.email", "''")));
  }

  @Test
  void givesVolatileDefaultsToTheRowsThatAreThereWithoutRewritingTheTable() {
    patient.intend(
        """
        CREATE TABLE users (id int PRIMARY KEY, token uuid NOT NULL DEFAULT gen_random_uuid(),
          made timestamptz NOT NULL DEFAULT timezone('utc', now()), loose float DEFAULT random());
        """);
    patient.has(
        "CREATE TABLE users (id int PRIMARY KEY);"
            + " INSERT INTO users SELECT generate_series(1, 500);");
    String before =
        patient.query("SELECT relfilenode::text FROM pg_class WHERE relname = 'users'").getFirst();
    Repair repair = repair(Map.of());

    List<Step> rewriting =
        repair.plan().steps().stream()
            .filter(step -> step.hazards().contains(Hazard.REWRITES_TABLE))
            .toList();
    assertEquals(List.of("loose"), rewriting.stream().map(step -> step.subject().name()).toList());
    for (Step step : repair.plan().steps()) {
      if (!rewriting.contains(step)) {
        step.statements().forEach(sql -> patient.has(sql));
      }
    }
    assertEquals(List.of("500"), patient.query("SELECT count(DISTINCT token)::text FROM users"));
    assertEquals(
        List.of(before),
        patient.query("SELECT relfilenode::text FROM pg_class WHERE relname = 'users'"));
    patient.run(repair);
    patient.run(repair);
    assertTrue(repair(Map.of()).plan().isEmpty(), repair.text().script(List.of()));
    assertTrue(
        repair.plan().steps().stream().anyMatch(step -> step.phase() == Phase.BACKFILL),
        repair.text().script(List.of()));
  }

  private Repair repair(Map<String, String> backfills) {
    return patient.repair(
        new PlanOptions(false, TestPostgres.majorVersion(), new TreeMap<>(backfills)), Map.of());
  }
}
