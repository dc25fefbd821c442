package dev.drift.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.plan.Phase;
import dev.drift.engine.plan.PlanOptions;
import dev.drift.engine.plan.Rename;
import dev.drift.engine.plan.Step;
import dev.drift.engine.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  private final Patient patient;

  RenameTest(@TempDir Path migrations) {
    patient = new Patient(migrations);
    patient.intend(SCHEMA);
    patient.has(SCHEMA + "INSERT INTO users VALUES (1, 'Ann', 'ok')");
  }

  @Test
  void offersWhatHasTheSameShape() {
    patient.has("ALTER TABLE users RENAME name TO nme");
    patient.has("ALTER TYPE mood RENAME VALUE 'ok' TO 'okay'");
    patient.has("ALTER TABLE orders ADD stray text");

    assertEquals(
        List.of("public.mood.okay=ok", "public.users.nme=name"),
        repair(Map.of()).offers().stream().map(Rename::option).toList());
  }

  @Test
  void renamesWhatItIsTold() {
    patient.has("ALTER TABLE users RENAME name TO nme");
    patient.has("ALTER TABLE orders RENAME TO ordres");
    patient.has("ALTER INDEX orders_owner RENAME TO oo");

    Repair repair =
        repair(Map.of("users.nme", "name", "public.ordres", "orders", "orders.oo", "orders_owner"));

    assertEquals(3, repair.plan().steps().size(), repair.text().script(List.of()));
    patient.run(repair);
    patient.run(repair);
    assertTrue(repair(Map.of("users.nme", "name")).plan().isEmpty());
    assertEquals(List.of("Ann"), patient.query("SELECT name FROM names"));
  }

  @Test
  void renamesWhatCanBeNothingElseInsteadOfDroppingIt() {
    patient.has("ALTER TABLE users RENAME name TO nme");
    patient.has("ALTER TYPE mood RENAME VALUE 'sad' TO 'blue'");
    patient.has("ALTER TABLE orders ADD stray text");
    Repair repair = destructive();

    assertEquals(List.of(), repair.offers());
    patient.run(repair);
    patient.run(repair);
    assertTrue(destructive().plan().isEmpty());
    assertEquals(List.of("Ann"), patient.query("SELECT name FROM names"));
  }

  /** What the server prints of them is another text once the column has its name back. */
  @Test
  void mendsWhatReadsTheRenamedColumn() {
    String views =
        """
        CREATE VIEW %1$s AS SELECT u.id, u.%2$s AS name, upper(u.%2$s || 'a b') AS loud
          FROM users u JOIN (SELECT owner, count(*) AS n FROM orders GROUP BY owner) o ON o.owner = u.id
          WHERE u.%2$s <> '%3$s';
        CREATE MATERIALIZED VIEW kept_%1$s AS SELECT %2$s AS name FROM users WHERE %2$s <> '%3$s';
        CREATE POLICY %1$s ON orders USING (
          EXISTS (SELECT FROM users u WHERE u.id = orders.owner AND u.%2$s <> '%3$s'));
        CREATE FUNCTION first_%1$s() RETURNS text LANGUAGE sql STABLE
          RETURN (SELECT min(%2$s) FROM users WHERE %2$s <> '%3$s');
        """;
    patient.intend(SCHEMA + views.formatted("called", "name", "Bob"));
    patient.has("ALTER TABLE users RENAME name TO nme");
    patient.has(views.formatted("called", "nme", "Eve"));
    Repair repair = destructive();

    assertEquals(1, renames(repair).size());
    patient.run(repair);
    assertTrue(destructive().plan().isEmpty(), () -> destructive().text().script(List.of()));
    patient.run(repair);
    assertTrue(destructive().plan().isEmpty());
  }

  /** A parent's rename reaches its heirs, also where they say the column themselves. */
  @Test
  void renamesWhereTheColumnIsSaidFirst() {
    String heir = "CREATE TABLE guests (%s text, room int) INHERITS (users);";
    patient.intend(SCHEMA + heir.formatted("name"));
    patient.has(heir.formatted("name"));
    patient.has("ALTER TABLE users RENAME name TO nme");
    Repair repair = destructive();

    assertEquals(1, renames(repair).size());
    patient.run(repair);
    assertTrue(destructive().plan().isEmpty());
  }

  @Test
  void doesNotRenameWhatCameLater() {
    patient.has("DROP VIEW names; ALTER TABLE users DROP name, ADD nme text DEFAULT '' NOT NULL");
    patient.has("ALTER TABLE users ALTER nme DROP DEFAULT");

    assertTrue(renames(destructive()).isEmpty());
    assertEquals(
        List.of("public.users.nme=name"),
        destructive().offers().stream().map(Rename::option).toList());
  }

  @Test
  void doesNotRenameTheLastOne() {
    patient.has("ALTER TABLE users RENAME feels TO felt");
    patient.has("ALTER TYPE mood RENAME VALUE 'ok' TO 'okay'");

    assertTrue(renames(destructive()).isEmpty());
  }

  @Test
  void renamesTheLastOneThatAKeyHas() {
    String schema =
        "CREATE TYPE sole AS ENUM ('a'); CREATE TABLE extensions (name sole PRIMARY KEY);";
    patient.intend(schema);
    patient.has("DROP VIEW names; DROP TABLE orders, users; DROP TYPE mood;" + schema);
    patient.has("INSERT INTO extensions VALUES ('a')");
    patient.has(
        "ALTER TABLE extensions RENAME name TO nme; ALTER TYPE sole RENAME VALUE 'a' TO 'b'");
    Repair repair = destructive();

    patient.run(repair);

    assertTrue(destructive().plan().isEmpty());
    assertEquals(List.of("a"), patient.query("SELECT name::text FROM extensions"));
  }

  @Test
  void doesNotRenameWhereNothingIsDropped() {
    patient.has("ALTER TABLE users RENAME name TO nme");

    assertTrue(renames(repair(Map.of())).isEmpty());
  }

  @Test
  void knowsNumbersOfColumnsThatWereDroppedRenamedAndMoved() {
    patient.intend(
        """
        CREATE TABLE old (a int, b int, c int, d int);
        ALTER TABLE old DROP b, DROP d;
        ALTER TABLE old ADD e int NOT NULL, ADD f int;
        ALTER TABLE old RENAME c TO g;
        ALTER TABLE old RENAME TO fresh;
        CREATE SCHEMA other;
        ALTER TABLE fresh SET SCHEMA other;
        CREATE TABLE old (a int, b int);
        """);
    patient.has(
        """
        DROP VIEW names; DROP TABLE orders, users; DROP TYPE mood;
        CREATE TABLE old (a int, b int, c int, d int);
        ALTER TABLE old DROP b, DROP d;
        ALTER TABLE old ADD e int NOT NULL, ADD f int;
        ALTER TABLE old RENAME c TO g;
        ALTER TABLE old RENAME TO fresh;
        CREATE SCHEMA other;
        ALTER TABLE fresh SET SCHEMA other;
        CREATE TABLE old (a int, b int);
        ALTER TABLE other.fresh RENAME e TO ee;
        ALTER TABLE old RENAME a TO aa;
        INSERT INTO other.fresh VALUES (1, 2, 3, 4);
        """);
    Repair repair = destructive();

    assertEquals(2, renames(repair).size(), repair.text().script(List.of()));
    patient.run(repair);
    assertTrue(destructive().plan().isEmpty());
  }

  @Test
  void doesNotRenameWhatIsIntended() {
    assertThrows(DriftException.class, () -> repair(Map.of("users.name", "nme")));
  }

  private Repair destructive() {
    return patient.repair(
        new PlanOptions(true, TestPostgres.majorVersion(), new TreeMap<>()), Map.of());
  }

  private static List<Step> renames(Repair repair) {
    return repair.plan().steps().stream().filter(step -> step.phase() == Phase.RENAME).toList();
  }

  private Repair repair(Map<String, String> renames) {
    return patient.repair(PlanOptions.careful(TestPostgres.majorVersion()), renames);
  }
}
