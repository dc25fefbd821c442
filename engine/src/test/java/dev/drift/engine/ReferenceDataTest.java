package dev.drift.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.catalog.SqlSession;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.diff.IgnoreRules;
import dev.drift.engine.plan.Plan;
import dev.drift.engine.plan.PlanOptions;
import dev.drift.engine.plan.Step;
import dev.drift.engine.testing.Script;
import dev.drift.engine.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that migrations insert: found where they are missing, and put back. */
class ReferenceDataTest {
  private static final IgnoreRules ALL = new IgnoreRules(List.of(), List.of());
  private static final String ROLES =
      """
      CREATE TABLE roles (id serial PRIMARY KEY, name text NOT NULL UNIQUE, level int DEFAULT 0,
        made timestamptz NOT NULL DEFAULT now());
      INSERT INTO roles (name, level) VALUES ('admin', 9), ('user', 1), ('guest', DEFAULT);
      INSERT INTO roles (id, name, made) VALUES (70, 'it''s', now());
      """;

  @TempDir private Path migrations;
  private final String url = TestPostgres.createDatabase();
  private final Database database = new Database.Live(Target.of(Optional.of(url)));

  @Test
  void putsBackWhatIsMissingAndLeavesTheRest() throws IOException {
    runAndIntend(
        ROLES
            + """
            CREATE TYPE mood AS ENUM ('sad', 'ok');
            CREATE TABLE members (a int, b text, feels mood, doc jsonb, PRIMARY KEY (a, b),
              role text REFERENCES roles (name), up text);
            INSERT INTO members VALUES (1, 'x', 'ok'::mood, '{"a": 1}'::jsonb, 'it''s', NULL);
            INSERT INTO members (b, a, role) VALUES ('y', -2, 'user') ON CONFLICT DO NOTHING;
            CREATE TABLE notes (txt text, n numeric(5, 2));
            INSERT INTO notes VALUES ('first', 1.50), ('second', NULL);
            """);
    assertEquals(List.of(), found());
    Script.run(
        url,
        "DELETE FROM members; DELETE FROM roles WHERE name IN ('it''s', 'guest');"
            + " UPDATE roles SET level = 5; DELETE FROM notes WHERE n IS NULL;");

    assertEquals(
        List.of(
            "missing row public.members.a=-2, b=y",
            "missing row public.members.a=1, b=x",
            "missing row public.notes.n=NULL, txt=second",
            "missing row public.roles.id=70",
            "missing row public.roles.name=guest"),
        found());
    Plan plan = repair();
    run(plan);
    run(plan);

    assertEquals(List.of(), found());
    assertEquals(
        List.of("admin 5", "guest 0", "it's 0", "user 5"),
        TestPostgres.query(url, "SELECT name || ' ' || level FROM roles ORDER BY 1"));
    assertEquals(List.of("2"), TestPostgres.query(url, "SELECT count(*)::text FROM notes"));
    assertEquals(
        List.of("{\"a\": 1} ok"),
        TestPostgres.query(url, "SELECT doc::text || ' ' || feels FROM members WHERE a = 1"));
  }

  @Test
  void followsWhatLaterMigrationsCertainlyDo() throws IOException {
    runAndIntend(
        ROLES,
        """
        ALTER TABLE roles RENAME COLUMN name TO label;
        ALTER TABLE roles RENAME TO ranks;
        UPDATE ranks SET level = 3 WHERE label = 'user';
        UPDATE ranks SET label = 'owner' WHERE label = 'admin';
        DELETE FROM ranks WHERE label IN ('guest', 'nobody');
        INSERT INTO ranks (label, level) VALUES ('user', 4) ON CONFLICT (label) DO UPDATE SET level = EXCLUDED.level;
        """);
    assertEquals(List.of(), found());
    Script.run(url, "DELETE FROM ranks");

    assertEquals(
        List.of(
            "missing row public.ranks.id=70",
            "missing row public.ranks.label=owner",
            "missing row public.ranks.label=user"),
        found());
    run(repair());
    assertEquals(
        List.of("it's 0", "owner 9", "user 4"),
        TestPostgres.query(url, "SELECT label || ' ' || level FROM ranks ORDER BY 1"));
  }

  @Test
  void knowsWhichRowsHaveNoValue() throws IOException {
    runAndIntend(
        """
        CREATE TABLE notes (id int PRIMARY KEY, word text);
        INSERT INTO notes VALUES (1, 'said'), (2, NULL);
        UPDATE notes SET word = 'filled' WHERE word IS NULL;
        """);
    Script.run(url, "DELETE FROM notes");

    run(repair());

    assertEquals(
        List.of("1 said", "2 filled"),
        TestPostgres.query(url, "SELECT id || ' ' || word FROM notes ORDER BY 1"));
  }

  @Test
  void claimsNothingThatMayHaveChanged() throws IOException {
    runAndIntend(
        ROLES
            + """
            CREATE TABLE a (id int PRIMARY KEY); INSERT INTO a VALUES (1), (2);
            CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a ON DELETE CASCADE);
            INSERT INTO b VALUES (1, 1);
            CREATE TABLE c (id int PRIMARY KEY); INSERT INTO c VALUES (1);
            CREATE TABLE d (id int PRIMARY KEY); INSERT INTO d VALUES (1);
            CREATE TABLE e (id int PRIMARY KEY, v text); INSERT INTO e VALUES (1, 'x');
            CREATE TABLE f (id int PRIMARY KEY); BEGIN; INSERT INTO f VALUES (1); ROLLBACK;
            CREATE TABLE g (id int PRIMARY KEY, at text);
            INSERT INTO g SELECT 1, 'x'; INSERT INTO g VALUES (2, (SELECT 'x')), (3, lower('X'));
            CREATE TABLE h (id int PRIMARY KEY);
            CREATE FUNCTION skip() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
            CREATE TRIGGER skip BEFORE INSERT ON h FOR EACH ROW EXECUTE FUNCTION skip();
            INSERT INTO h VALUES (1);
            """,
        """
        DELETE FROM a WHERE id < 2;
        DO $$ BEGIN DELETE FROM c; END $$;
        CREATE FUNCTION clean() RETURNS void LANGUAGE sql AS 'TRUNCATE d';
        SELECT clean();
        UPDATE e SET id = id + 1;
        UPDATE roles SET name = upper(name) WHERE level > 0;
        """);

    assertEquals(List.of(), found());
  }

  @Test
  void saysWhereItCannotLookAndNotThatRowsAreMissing() throws IOException {
    runAndIntend("CREATE TABLE t (id int PRIMARY KEY, v text); INSERT INTO t VALUES (1, 'x');");
    Script.run(url, "ALTER TABLE t RENAME COLUMN id TO number; DELETE FROM t");

    assertTrue(
        found().stream().noneMatch(finding -> finding.contains(" row ")), found().toString());
  }

  @Test
  void insertsIntoTablesThatAreMadeAnew() throws IOException {
    intend(ROLES);

    Plan plan = repair();
    run(plan);
    run(plan);

    assertEquals(List.of(), found());
    assertEquals(List.of("4"), TestPostgres.query(url, "SELECT count(*)::text FROM roles"));
  }

  private List<String> found() {
    return inspect().report().findings().stream()
        .map(finding -> finding.type().label() + " " + finding.object())
        .toList();
  }

  private Plan repair() {
    return Repair.of(
            inspect(), ALL, PlanOptions.careful(TestPostgres.majorVersion()), new TreeMap<>())
        .plan();
  }

  private void run(Plan plan) {
    try (SqlSession session = SqlSession.open(Target.of(Optional.of(url)))) {
      plan.steps().stream().map(Step::statements).forEach(all -> all.forEach(session::run));
    }
  }

  private Inspection inspect() {
    return Drift.inspect(
        new MigrationSource(
                List.of(migrations), Optional.of("plain"), new TreeMap<>(), MigrationSource.LATEST)
            .withData(),
        database,
        ALL);
  }

  private void runAndIntend(String... files) throws IOException {
    intend(files);
    for (String file : files) {
      Script.run(url, file);
    }
  }

  private void intend(String... files) throws IOException {
    for (int i = 0; i < files.length; i++) {
      Files.writeString(migrations.resolve("000%d_step.sql".formatted(i)), files[i]);
    }
  }
}
