package dev.drift.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.catalog.Target;
import dev.drift.engine.diff.IgnoreRules;
import dev.drift.engine.plan.PlanOptions;
import dev.drift.engine.plan.Rename;
import dev.drift.engine.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has another name than intended: offered, and taken when asked for. */
class RenameTest {
  private static final String SCHEMA =
      """
      CREATE TYPE mood AS ENUM ('sad', 'ok');
      CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL, feels mood);
      CREATE TABLE orders (id int PRIMARY KEY, owner int REFERENCES users);
      CREATE INDEX orders_owner ON orders (owner);
      CREATE VIEW names AS SELECT name FROM users;
      """;

  @TempDir private Path migrations;
  private final String url = TestPostgres.createDatabase();

  @BeforeEach
  void writeMigrations() throws IOException {
    Files.writeString(migrations.resolve("0001_first.sql"), SCHEMA);
    TestPostgres.execute(url, SCHEMA + "INSERT INTO users VALUES (1, 'Ann', 'ok')");
  }

  @Test
  void offersWhatHasTheSameShape() {
    TestPostgres.execute(url, "ALTER TABLE users RENAME name TO nme");
    TestPostgres.execute(url, "ALTER TYPE mood RENAME VALUE 'ok' TO 'okay'");
    TestPostgres.execute(url, "ALTER TABLE orders ADD stray text");

    assertEquals(
        List.of("public.mood.okay=ok", "public.users.nme=name"),
        repair(Map.of()).offers().stream().map(Rename::option).toList());
  }

  @Test
  void renamesWhatItIsTold() {
    TestPostgres.execute(url, "ALTER TABLE users RENAME name TO nme");
    TestPostgres.execute(url, "ALTER TABLE orders RENAME TO ordres");
    TestPostgres.execute(url, "ALTER INDEX orders_owner RENAME TO oo");

    Repair repair =
        repair(Map.of("users.nme", "name", "public.ordres", "orders", "orders.oo", "orders_owner"));

    assertEquals(3, repair.plan().steps().size(), repair.text().script(List.of()));
    repair.plan().steps().forEach(step -> TestPostgres.execute(url, step.sql()));
    repair.plan().steps().forEach(step -> TestPostgres.execute(url, step.sql()));
    assertTrue(repair(Map.of("users.nme", "name")).plan().isEmpty());
    assertEquals(List.of("Ann"), TestPostgres.query(url, "SELECT name FROM names"));
  }

  @Test
  void doesNotRenameWhatIsIntended() {
    assertThrows(DriftException.class, () -> repair(Map.of("users.name", "nme")));
  }

  private Repair repair(Map<String, String> renames) {
    var rules = new IgnoreRules(List.of(), List.of());
    Inspection inspection =
        Drift.inspect(
            new MigrationSource(
                List.of(migrations), Optional.of("plain"), new TreeMap<>(), MigrationSource.LATEST),
            new Database.Live(Target.of(Optional.of(url))),
            rules);
    return Repair.of(
        inspection,
        rules,
        PlanOptions.careful(TestPostgres.majorVersion()),
        new TreeMap<>(renames));
  }
}
