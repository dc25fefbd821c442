package dev.drift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of placeholders, from the option to the verdict. */
class PlaceholderTest {
  @TempDir private Path directory;
  private String url;

  @BeforeEach
  void twoTables() throws IOException {
    Path part = Files.createDirectory(directory.resolve("parts"));
    Files.writeString(
        directory.resolve("001_users.sql"),
        "CREATE TABLE :name (id int, kind text DEFAULT :'kind');\n\\ir parts/more.sql\n");
    Files.writeString(part.resolve("more.sql"), "ALTER TABLE :name ADD COLUMN note text;\n");
    url = TestPostgres.createDatabase();
    TestPostgres.execute(url, "CREATE TABLE users (id int, kind text DEFAULT 'it''s', note text)");
  }

  private DriftRun check(String name, String kind) {
    return DriftRun.of(
        "check",
        "--migrations",
        directory.toString(),
        "--url",
        url,
        "--placeholder",
        "name=" + name,
        "--placeholder",
        "kind=" + kind);
  }

  @Test
  void theyAreFilledIn() {
    assertEquals(ExitCode.CLEAN, check("users", "it's").code());

    DriftRun other = check("users", "other");
    assertEquals(ExitCode.DRIFT, other.code());
    assertTrue(other.out().contains("001_users.sql:1"), other.out());
  }

  @Test
  void oneWithoutAValueIsSaidWithItsPlace() {
    DriftRun run = DriftRun.of("check", "--no-database", "--migrations", directory.toString());

    assertEquals(ExitCode.INCOMPLETE, run.code());
    assertTrue(run.out().contains("001_users.sql:1  unparsed"), run.out());
    assertTrue(
        run.out().contains("the variable name has no value; say --placeholder name=VALUE"),
        run.out());
    assertTrue(run.out().contains("parts/more.sql:1  unparsed"), run.out());
  }
}
