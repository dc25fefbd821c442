package dev.drift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.testing.Script;
import dev.drift.engine.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options of {@code drift repair}, together and from the configuration file. */
class RepairOptionsTest {
  @TempDir private Path directory;

  @Test
  void appliesAndRecords() {
    IncidentFolder incident = IncidentFolder.named("households");
    String database = TestPostgres.createDatabase();
    Script.run(database, incident.broken());
    List<String> words = new ArrayList<>(List.of("repair", "--apply", "--yes", "--record"));
    words.addAll(List.of("--journal", directory.resolve("journal").toString(), "--url", database));
    words.addAll(incident.repairOptions());
    words.addAll(incident.options());

    DriftRun repair = DriftRun.of(words.toArray(String[]::new));

    assertEquals(ExitCode.CLEAN, repair.code(), repair.err());
    List<String> status = new ArrayList<>(List.of("status", "--url", database));
    status.addAll(incident.options());
    DriftRun told = DriftRun.of(status.toArray(String[]::new));
    assertEquals(ExitCode.CLEAN, told.code(), told.out());
    assertFalse(told.out().contains("pending"), told.out());
  }

  @Test
  void fillsWhatTheConfigurationFileSays() throws IOException {
    Path migrations = Files.createDirectory(directory.resolve("migrations"));
    Files.writeString(
        migrations.resolve("001_users.sql"),
        "CREATE TABLE users (id int, name text, mail text NOT NULL, nick text NOT NULL);");
    Path config = directory.resolve("drift.properties");
    Files.writeString(
        config, "backfill.users.mail = lower(name)\nbackfill.users.nick = 'from the file'\n");
    String database = TestPostgres.createDatabase();
    Script.run(
        database, "CREATE TABLE users (id int, name text); INSERT INTO users VALUES (1, 'ANN');");

    DriftRun repair =
        DriftRun.of(
            "repair",
            "--config=" + config,
            "--migrations=" + migrations,
            "--backfill=users.nick='said'",
            "--url=" + database);
    Script.run(database, repair.out());

    assertEquals(
        List.of("ann said"),
        TestPostgres.query(database, "SELECT mail || ' ' || nick FROM users"),
        repair.err());
  }

  @Test
  void refusesWhatDoesNotGoTogether() {
    for (List<String> options :
        List.of(
            List.of("--apply", "--format=json"),
            List.of("--apply", "--format=goose", "--output=x"),
            List.of("--record", "--format=json"),
            List.of("--record", "--format=goose", "--output=x"))) {
      List<String> words = new ArrayList<>(List.of("repair", "--migrations=."));
      words.addAll(options);
      DriftRun refused = DriftRun.of(words.toArray(String[]::new));
      assertEquals(64, refused.code(), options.toString());
      assertTrue(refused.err().contains(options.getFirst()), refused.err());
    }
  }
}
