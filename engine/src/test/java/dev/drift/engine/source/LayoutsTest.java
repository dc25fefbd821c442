package dev.drift.engine.source;

import static dev.drift.engine.source.Tree.files;
import static dev.drift.engine.source.Tree.problems;
import static dev.drift.engine.source.Tree.statements;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several layouts have in common, and Sqitch. */
class LayoutsTest {
  private @TempDir Path root;
  private Tree tree;

  @BeforeEach
  void plant() {
    tree = new Tree(root);
  }

  @Test
  void oneFileIsASchema() {
    MigrationSet set =
        tree.file("db/schema.sql", "\\restrict x\nSELECT 1;\n").read("db/schema.sql");

    assertEquals("schema", set.tool());
    assertEquals(List.of("schema.sql:2:1 SELECT 1"), statements(set));
  }

  @Test
  void oneFileWithSectionsIsItsToolsMigration() {
    MigrationSet set =
        tree.file("1_a.sql", "-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 2;").read("1_a.sql");

    assertEquals("goose", set.tool());
    assertEquals(List.of("1_a.sql:2:1 SELECT 1"), statements(set));
  }

  @Test
  void migrationsForAnotherDatabaseAreRefused() {
    tree.file("p/migration_lock.toml", "# no\nprovider = \"mysql\"\n")
        .file("p/1_a/migration.sql", "SELECT 1;")
        .file("d/meta/_journal.json", "{\"dialect\": \"sqlite\", \"entries\": []}")
        .file("d/0000_a.sql", "SELECT 1;");

    assertEquals(
        "migrations: "
            + root.resolve("p/migration_lock.toml")
            + " says that these are for mysql; drift reads those for PostgreSQL",
        assertThrows(SourceException.class, () -> tree.read("p")).getMessage());
    assertEquals(
        "migrations: "
            + root.resolve("d/meta/_journal.json")
            + " says that these are for sqlite; drift reads those for PostgreSQL",
        assertThrows(SourceException.class, () -> tree.read("d")).getMessage());
  }

  @Test
  void sqitchFollowsItsPlan() {
    MigrationSet set =
        tree.file(
                "sqitch.plan",
                """
                %syntax-version=1.0.0
                %project=shop

                # first
                users 2024-01-01T00:00:00Z A <a@b.c> # adds users
                schema/app [users] 2024-01-01T00:00:00Z A <a@b.c>
                @v1 2024-01-01T00:00:00Z A <a@b.c>

                users [users@v1] 2024-01-02T00:00:00Z A <a@b.c>
                lost 2024-01-02T00:00:00Z A <a@b.c>
                """)
            .file("deploy/users.sql", "BEGIN; SELECT 3; COMMIT;")
            .file("deploy/users@v1.sql", "SELECT 1;")
            .file("deploy/schema/app.sql", "SELECT 2;")
            .file("revert/users.sql", "SELECT -1;")
            .read();

    assertEquals("sqitch", set.tool());
    assertEquals(
        List.of("deploy/users@v1.sql", "deploy/schema/app.sql", "deploy/users.sql"), files(set));
    assertEquals("adds users", set.migrations().get(0).name());
    assertEquals(
        List.of("UNPARSED sqitch.plan:10:1 deploy/lost.sql, which it names, is not there"),
        problems(set));
  }
}
