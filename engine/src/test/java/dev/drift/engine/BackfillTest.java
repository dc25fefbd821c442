package dev.drift.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.catalog.SqlSession;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.diff.IgnoreRules;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Phase;
import dev.drift.engine.plan.PlanOptions;
import dev.drift.engine.plan.Step;
import dev.drift.engine.testing.Script;
import dev.drift.engine.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that must not be null on tables with rows. */
class BackfillTest {
  private static final int ROWS = 30_000;

  @TempDir private Path migrations;
  private final String url = TestPostgres.createDatabase();
  private final Database database = new Database.Live(Target.of(Optional.of(url)));

  @Test
  void fillsInBatchesWhatIsThereAndWhatIsNew() throws IOException {
    intend(
        """
        CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL, nick text NOT NULL,
          email text NOT NULL);
        """);
    has(
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

    run(repair);
    run(repair);

    assertTrue(repair(Map.of()).plan().isEmpty(), repair.text().script(List.of()));
    assertEquals(
        List.of("%d %d".formatted(ROWS / 2, ROWS)),
        TestPostgres.query(
            url,
            "SELECT count(*) FILTER (WHERE nick = 'name' || id) || ' ' || count(*) FILTER (WHERE"
                + " email = name || '%L@x$drift$') FROM users"));
    assertTrue(
        Integer.parseInt(
                TestPostgres.query(url, "SELECT count(DISTINCT xmin::text)::text FROM users")
                    .getFirst())
            > 3);
  }

  @Test
  void fillsPartitionsAndChildren() throws IOException {
    intend(
        """
        CREATE TABLE p (id int NOT NULL, v text NOT NULL) PARTITION BY RANGE (id);
        CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
        CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20);
        """);
    has(
        """
        CREATE TABLE p (id int NOT NULL, v text) PARTITION BY RANGE (id);
        CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
        CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20);
        INSERT INTO p SELECT i, NULL FROM generate_series(0, 19) i;
        """);
    Repair repair = repair(Map.of("p.v", "'v' || p.id"));

    run(repair);
    run(repair);

    assertTrue(repair(Map.of()).plan().isEmpty(), repair.text().script(List.of()));
    assertEquals(
        List.of("20"), TestPostgres.query(url, "SELECT count(*)::text FROM p WHERE v = 'v' || id"));
  }

  @Test
  void stopsBeforeAnythingWhereTheExpressionIsWrong() throws IOException {
    intend("CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL, extra int);");
    has("CREATE TABLE users (id int PRIMARY KEY); INSERT INTO users VALUES (1);");

    Repair repair = repair(Map.of("users.email", "lower(nmae)"));

    String said = assertThrows(CatalogException.class, () -> run(repair)).getMessage();
    assertTrue(said.contains("column \"nmae\" does not exist"), said);
    assertEquals(
        List.of("1"),
        TestPostgres.query(
            url,
            "SELECT count(*)::text FROM pg_attribute WHERE attrelid = 'users'::regclass AND attnum"
                + " > 0"));
  }

  @Test
  void namesTheRowsThatAreStillNull() throws IOException {
    intend("CREATE TABLE users (id int PRIMARY KEY, name text, email text NOT NULL);");
    has(
        "CREATE TABLE users (id int PRIMARY KEY, name text);"
            + " INSERT INTO users VALUES (1, 'A'), (7, NULL);");

    Repair repair = repair(Map.of("users.email", "lower(name)"));

    String said = assertThrows(CatalogException.class, () -> run(repair)).getMessage();
    assertTrue(said.contains("1 rows of public.users have null in") && said.contains(": 7"), said);
  }

  @Test
  void fillsWithWhatTheMigrationsFillWith() throws IOException {
    intend(
        """
        CREATE TABLE users (id int PRIMARY KEY, name text);
        ALTER TABLE users ADD COLUMN tags jsonb NOT NULL DEFAULT '[]', ADD COLUMN nick varchar(9);
        ALTER TABLE users ALTER COLUMN tags DROP DEFAULT;
        UPDATE users SET nick = lower(name) || ', ' || id WHERE nick IS NULL;
        ALTER TABLE users ALTER COLUMN nick SET NOT NULL;
        ALTER TABLE users RENAME COLUMN tags TO labels;
        CREATE TYPE span AS (low int, high int);
        CREATE DOMAIN proper AS span CHECK ((value).low <= (value).high IS TRUE);
        CREATE FUNCTION unit() RETURNS span IMMUTABLE LANGUAGE sql AS 'SELECT (0, 1)::span';
        ALTER TABLE users ADD COLUMN reach proper NOT NULL DEFAULT unit(),
          ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid();
        ALTER TABLE users ALTER COLUMN reach DROP DEFAULT, ALTER COLUMN token DROP DEFAULT;
        """);
    has(
        """
        CREATE TABLE users (id int PRIMARY KEY, name text);
        CREATE TYPE span AS (low int, high int);
        CREATE DOMAIN proper AS span CHECK ((value).low <= (value).high IS TRUE);
        CREATE FUNCTION unit() RETURNS span IMMUTABLE LANGUAGE sql AS 'SELECT (0, 1)::span';
        INSERT INTO users VALUES (1, 'A'), (7, 'B');
        """);

    Repair repair = repair(Map.of());

    run(repair);
    run(repair);
    assertTrue(repair(Map.of()).plan().isEmpty(), repair.text().script(List.of()));
    assertEquals(
        List.of("[] a, 1 (0,1)", "[] b, 7 (0,1)"),
        TestPostgres.query(
            url, "SELECT concat_ws(' ', labels, nick, reach) FROM users ORDER BY id"));
    assertEquals(
        List.of("2"), TestPostgres.query(url, "SELECT count(DISTINCT token)::text FROM users"));
  }

  @Test
  void fillsFromAColumnBeforeItGoes() throws IOException {
    intend(
        """
        CREATE TABLE users (id int PRIMARY KEY, old text);
        ALTER TABLE users ADD COLUMN fresh text;
        UPDATE users SET fresh = old;
        ALTER TABLE users ALTER COLUMN fresh SET NOT NULL, DROP COLUMN old;
        """);
    has(
        """
        CREATE DOMAIN short AS text CHECK (length(value) < 9);
        CREATE TABLE users (id int PRIMARY KEY, old short UNIQUE);
        CREATE VIEW olds AS SELECT old FROM users;
        INSERT INTO users VALUES (1, 'a');
        """);
    Repair repair = repair(Map.of(), true);

    run(repair);
    run(repair);

    assertTrue(repair(Map.of(), true).plan().isEmpty(), repair.text().script(List.of()));
    assertEquals(List.of("a"), TestPostgres.query(url, "SELECT fresh FROM users"));
  }

  @Test
  void takesNoFillThatIsNotForAllRows() throws IOException {
    intend(
        """
        CREATE TABLE users (id int PRIMARY KEY, kind text NOT NULL DEFAULT 'x');
        ALTER TABLE users ALTER COLUMN kind DROP DEFAULT;
        ALTER TABLE users ADD COLUMN rank int, ADD COLUMN best int;
        UPDATE users SET rank = 1 WHERE id > 5;
        UPDATE users SET best = (SELECT max(id) FROM users);
        ALTER TABLE users ALTER COLUMN rank SET NOT NULL, ALTER COLUMN best SET NOT NULL;
        """);
    has("CREATE TABLE users (id int PRIMARY KEY); INSERT INTO users VALUES (1);");

    assertTrue(
        repair(Map.of()).plan().steps().stream().noneMatch(step -> step.phase() == Phase.BACKFILL));
  }

  @Test
  void refusesAColumnThatIsNotIntended() throws IOException {
    intend("CREATE TABLE users (id int PRIMARY KEY);");
    has("CREATE TABLE users (id int PRIMARY KEY);");

    assertThrows(DriftException.class, () -> repair(Map.of("users.email", "''")));
  }

  @Test
  void givesVolatileDefaultsToTheRowsThatAreThereWithoutRewritingTheTable() throws IOException {
    intend(
        """
        CREATE TABLE users (id int PRIMARY KEY, token uuid NOT NULL DEFAULT gen_random_uuid(),
          made timestamptz NOT NULL DEFAULT timezone('utc', now()), loose float DEFAULT random());
        """);
    has(
        "CREATE TABLE users (id int PRIMARY KEY);"
            + " INSERT INTO users SELECT generate_series(1, 500);");
    String before =
        TestPostgres.query(url, "SELECT relfilenode::text FROM pg_class WHERE relname = 'users'")
            .getFirst();
    Repair repair = repair(Map.of());

    List<Step> rewriting =
        repair.plan().steps().stream()
            .filter(step -> step.hazards().contains(Hazard.REWRITES_TABLE))
            .toList();
    assertEquals(List.of("loose"), rewriting.stream().map(step -> step.subject().name()).toList());
    for (Step step : repair.plan().steps()) {
      if (!rewriting.contains(step)) {
        step.statements().forEach(sql -> TestPostgres.execute(url, sql));
      }
    }
    assertEquals(
        List.of("500"), TestPostgres.query(url, "SELECT count(DISTINCT token)::text FROM users"));
    assertEquals(
        List.of(before),
        TestPostgres.query(url, "SELECT relfilenode::text FROM pg_class WHERE relname = 'users'"));
    run(repair);
    run(repair);
    assertTrue(repair(Map.of()).plan().isEmpty(), repair.text().script(List.of()));
    assertTrue(
        repair.plan().steps().stream().anyMatch(step -> step.phase() == Phase.BACKFILL),
        repair.text().script(List.of()));
  }

  private void run(Repair repair) {
    try (SqlSession session = SqlSession.open(Target.of(Optional.of(url)))) {
      session.run("SET search_path = ''");
      repair.plan().steps().forEach(step -> step.statements().forEach(session::run));
    }
  }

  private void intend(String sql) throws IOException {
    Files.writeString(migrations.resolve("0001_first.sql"), sql);
  }

  private void has(String sql) {
    Script.run(url, sql);
  }

  private Repair repair(Map<String, String> backfills) {
    return repair(backfills, false);
  }

  private Repair repair(Map<String, String> backfills, boolean allowDestructive) {
    var rules = new IgnoreRules(List.of(), List.of());
    Inspection inspection =
        Drift.inspect(
            new MigrationSource(
                List.of(migrations), Optional.of("plain"), new TreeMap<>(), MigrationSource.LATEST),
            database,
            rules);
    return Repair.of(
        inspection,
        rules,
        new PlanOptions(allowDestructive, TestPostgres.majorVersion(), new TreeMap<>(backfills)),
        new TreeMap<>());
  }
}
