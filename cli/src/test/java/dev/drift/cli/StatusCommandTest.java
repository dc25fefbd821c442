package dev.drift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.testing.Script;
import dev.drift.engine.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {
  private static final String FIRST = "CREATE TABLE users (id int);\n";
  private static final String SECOND =
      """
      CREATE TABLE pets (id int);
      ALTER TABLE users ADD email text;
      CREATE INDEX users_email ON users (email);
      CREATE TABLE visits (id int);
      """;
  private static final String DIRTY =
      "CREATE TABLE schema_migrations (version bigint PRIMARY KEY, dirty boolean NOT NULL);"
          + " INSERT INTO schema_migrations VALUES (2, true);";

  @TempDir private Path directory;
  private Path migrations;

  @BeforeEach
  void threeMigrations() throws IOException {
    migrations = Files.createDirectory(directory.resolve("migrations"));
    Files.writeString(migrations.resolve("0001_users.up.sql"), FIRST);
    Files.writeString(migrations.resolve("0002_pets.up.sql"), SECOND);
    Files.writeString(
        migrations.resolve("0003_gone.up.sql"), "DROP TABLE pets; ALTER TABLE users DROP email;");
  }

  private static String database(String... sql) {
    String url = TestPostgres.createDatabase();
    Script.run(url, String.join("\n", sql));
    return url;
  }

  private DriftRun status(String url, String... more) {
    var words =
        new ArrayList<>(List.of("status", "--migrations", migrations.toString(), "--url", url));
    words.addAll(List.of(more));
    return DriftRun.of(words.toArray(String[]::new));
  }

  private static String firstStatements(int count) {
    return SECOND.lines().limit(count).collect(Collectors.joining("\n"));
  }

  private static String withoutHead(DriftRun run) {
    return run.out().lines().skip(1).collect(Collectors.joining("\n", "", "\n")) + run.err();
  }

  @Test
  void saysHowFarADirtyMigrationGot() {
    DriftRun run = status(database(FIRST, firstStatements(3), DIRTY));

    assertEquals(
        """
        The database is at 0001 plus statements 1 to 3 of 0002.

          applied    0001 users
          failed     0002 pets  recorded as failed: 1 of 4 statements is not, or not wholly, there, so it is neither applied nor rolled back
            missing      0002_pets.up.sql:4  table public.visits is missing
          pending    0003 gone

        Not in order: 1 applied, 1 pending, 1 failed.
        """,
        withoutHead(run));
    assertEquals(ExitCode.DRIFT, run.code());
  }

  @Test
  void saysWhatMayBeDoneWithIt() {
    assertEquals(
        List.of(
            "  failed     0002 pets  recorded as failed: nothing of it is there, so it may be"
                + " marked as rolled back and run again",
            "  failed     0002 pets  recorded as failed: all of it is there, so it may be marked as"
                + " applied"),
        List.of(
            line(status(database(FIRST, DIRTY)), 4),
            line(status(database(FIRST, SECOND, DIRTY)), 4)));
  }

  private static String line(DriftRun run, int number) {
    return run.out().lines().skip(number).findFirst().orElse("") + run.err();
  }

  @Test
  void isTheSameOnASnapshot() {
    String url = database(FIRST, firstStatements(2), DIRTY);
    Path kept = directory.resolve("kept.json");
    assertEquals(
        ExitCode.CLEAN, DriftRun.of("snapshot", "--url", url, "--output", kept.toString()).code());

    assertEquals(status(url), status(kept.toString()));
  }

  @Test
  void readsTheTableThatItIsToldOf() {
    String url =
        database(
            FIRST,
            "CREATE TABLE done (step text, worked boolean);"
                + " INSERT INTO done VALUES ('0001', true), ('0002', false)");

    DriftRun run =
        status(
            url,
            "--tool",
            "plain",
            "--history",
            "done",
            "--history-column",
            "version=step",
            "--history-column",
            "success=worked");

    assertEquals(
        List.of("applied", "failed", "pending"),
        run.out().lines().skip(3).limit(3).map(each -> each.strip().split(" ")[0]).toList(),
        run.out() + run.err());
  }

  @Test
  void saysWhatIsWrongWithTheTableThatItIsToldOf() {
    String url = database("CREATE TABLE done (step text); INSERT INTO done VALUES ('x')");

    assertEquals(
        "drift: the history table nowhere is not there: see --history\n",
        status(url, "--history", "nowhere").err());
    assertEquals(
        "drift: the history table done names none of these migrations: say --history-column"
            + " version=COLUMN, or another table\n",
        status(url, "--history", "done", "--history-column", "version=step").err());
    assertEquals(ExitCode.USAGE, status(url, "--history-column", "version=step").code());
    assertEquals(
        ExitCode.USAGE, status(url, "--history", "done", "--history-column", "what=step").code());
  }
}
