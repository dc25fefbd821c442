package dev.drift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.testing.TestPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong outside comes out as one clear line and the right exit code. */
class BadInputTest {
  private static final String NOWHERE = "postgresql://postgres@127.0.0.1:1/nowhere";

  @TempDir private Path directory;
  private Path migrations;

  private record Outcome(int code, String out, String err) {}

  @BeforeEach
  void oneMigration() throws IOException {
    migrations = Files.createDirectory(directory.resolve("migrations"));
    Files.writeString(migrations.resolve("0001_note.sql"), "CREATE TABLE note (id bigint);\n");
  }

  private static Outcome drift(String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Main.run(words, new PrintWriter(out, true), new PrintWriter(err, true), Map.of());
    return new Outcome(code, out.toString(), err.toString());
  }

  private static void fails(int code, String says, String... words) {
    Outcome outcome = drift(words);
    assertEquals(code, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains(says), outcome.err());
    assertFalse(outcome.err().contains("\tat "), outcome.err());
    assertFalse(outcome.err().contains("bug in drift"), outcome.err());
    assertEquals("", outcome.out());
    if (code == ExitCode.FAILED) {
      assertEquals(1, outcome.err().lines().count(), outcome.err());
    }
  }

  private String dir() {
    return migrations.toString();
  }

  @Test
  void theDirectoryIsNotThere() {
    Path missing = directory.resolve("none");
    fails(1, "none", "model", "--migrations", missing.toString());
  }

  @Test
  void theDirectoryIsEmpty() throws IOException {
    Path empty = Files.createDirectory(directory.resolve("empty"));
    fails(1, "empty", "model", "--migrations", empty.toString());
  }

  @Test
  void theDirectoryHoldsNoMigrations() throws IOException {
    Path other = Files.createDirectory(directory.resolve("other"));
    Files.writeString(other.resolve("notes.txt"), "nothing to run");
    fails(1, "migrations", "model", "--migrations", other.toString());
  }

  @Test
  void theToolIsUnknown() {
    fails(1, "flyweight", "model", "--migrations", dir(), "--tool", "flyweight");
  }

  @Test
  void theVersionIsUnknown() {
    fails(1, "0099", "model", "--migrations", dir(), "--at", "0099");
  }

  @Test
  void nobodyListensThere() {
    fails(1, "127.0.0.1:1", "check", "--migrations", dir(), "--url", NOWHERE);
  }

  @Test
  void theDatabaseIsNotThere() {
    String url = TestPostgres.createDatabase().replaceFirst("[^/]*$", "no_such_database");
    fails(1, "no_such_database", "check", "--migrations", dir(), "--url", url);
  }

  @Test
  void theFileIsNoSnapshot() throws IOException {
    Path file = Files.writeString(directory.resolve("old.json"), "{}");
    fails(1, "not a drift snapshot", "check", "--migrations", dir(), "--url", file.toString());
  }

  @Test
  void theBaselineIsNone() throws IOException {
    Path file = Files.writeString(directory.resolve("base.json"), "{}");
    List<String> words =
        List.of("check", "--migrations", dir(), "--url", NOWHERE, "--baseline", file.toString());
    fails(1, "base.json", words.toArray(String[]::new));
  }

  @Test
  void theOutputCannotBeWritten() {
    String file = directory.resolve("no/such/place.sql").toString();
    fails(1, "place.sql", "model", "--migrations", dir(), "--output", file);
  }

  @Test
  void aFlagIsMistyped() {
    fails(64, "--migration", "check", "--migration", dir());
  }

  @Test
  void aValueIsMistyped() {
    fails(64, "fatal", "check", "--migrations", dir(), "--fail-on", "fatal");
  }

  @Test
  void theCommandIsMistyped() {
    fails(64, "chek", "chek");
  }

  @Test
  void aFileThatEndsWithinAQuoteIsSaidAndTheRestCounts() throws IOException {
    Files.writeString(migrations.resolve("0002_half.sql"), "CREATE TABLE two (a text DEFAULT 'x);");
    String url = TestPostgres.createDatabase();
    Outcome outcome = drift("check", "--migrations", dir(), "--url", url);
    assertEquals(ExitCode.DRIFT, outcome.code(), outcome.err());
    assertTrue(outcome.out().contains("0002_half.sql:1"), outcome.out());
    assertTrue(outcome.out().contains("table note"), outcome.out());
  }

  @Test
  void aFormatIsNotKnown() {
    fails(64, "--format nope is not known", "repair", "--migrations", dir(), "--format", "nope");
  }

  @Test
  void aMigrationHasNowhereToGo() {
    fails(64, "with --output", "repair", "--migrations", dir(), "--format", "goose");
  }

  @Test
  void theDirectoryOfMigrationsIsNotThere() {
    String url = TestPostgres.createDatabase();
    String nowhere = directory.resolve("nowhere").toString();
    fails(
        1,
        "is no directory",
        "repair",
        "--migrations",
        dir(),
        "--url",
        url,
        "--format",
        "goose",
        "--output",
        nowhere);
  }

  @Test
  void nobodyIsThereToAgree() {
    String url = TestPostgres.createDatabase();
    fails(64, "say --yes", "repair", "--migrations", dir(), "--url", url, "--apply");
  }

  @Test
  void thereIsNothingToResume() {
    String url = TestPostgres.createDatabase();
    String journal = directory.resolve("journal").toString();
    fails(
        1,
        "holds no run that was cut off",
        "repair",
        "--migrations",
        dir(),
        "--url",
        url,
        "--apply",
        "--resume",
        "--yes",
        "--journal",
        journal);
  }

  @Test
  void optionsOfApplyStandAlone() {
    fails(64, "--resume goes with --apply", "repair", "--migrations", dir(), "--resume");
    fails(64, "--yes goes with --apply", "repair", "--migrations", dir(), "--yes");
    fails(
        64,
        "--lock-timeout from 1",
        "repair",
        "--migrations",
        dir(),
        "--apply",
        "--lock-timeout",
        "0");
  }

  @Test
  void aSnapshotCannotBeRepaired() throws IOException {
    Path snapshot = directory.resolve("snapshot.json");
    Outcome model = drift("model", "--migrations", dir(), "--format", "json");
    Files.writeString(snapshot, model.out());
    Files.writeString(migrations.resolve("0002_more.sql"), "CREATE TABLE more (id bigint);\n");
    fails(
        1,
        "--apply needs a server",
        "repair",
        "--migrations",
        dir(),
        "--url",
        snapshot.toString(),
        "--apply",
        "--yes");
  }
}
