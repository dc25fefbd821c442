package dev.drift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code drift check --no-database}. */
class LintTest {
  private static final String USERS = "CREATE TABLE users (id int PRIMARY KEY);\n";

  @TempDir private Path directory;

  private void file(String name, String sql) throws IOException {
    Files.writeString(directory.resolve(name), sql);
  }

  private DriftRun check(String... more) {
    var words =
        new ArrayList<>(List.of("check", "--no-database", "--migrations", directory.toString()));
    words.addAll(List.of(more));
    return DriftRun.of(words.toArray(String[]::new));
  }

  /** {@return {@code rule severity file:line} of each piece of advice} */
  private List<String> advice() throws IOException {
    var lines = new ArrayList<String>();
    DriftRun run = check("--format", "json");
    for (JsonNode each : new ObjectMapper().readTree(run.out()).path("advice")) {
      lines.add(
          "%s %s %s:%d"
              .formatted(
                  each.path("rule").asText(),
                  each.path("severity").asText(),
                  each.path("file").asText(),
                  each.path("line").asInt()));
    }
    return lines;
  }

  @Test
  void hasNothingToSayOfWhatIsFine() throws IOException {
    file("001_a.sql", USERS + "CREATE INDEX users_id ON users (id);");
    file(
        "002_b.sql",
        """
        ALTER TABLE users ADD a int, ADD b int NOT NULL DEFAULT 0, ADD c int GENERATED ALWAYS AS IDENTITY;
        CREATE INDEX CONCURRENTLY users_a ON users (a);
        ALTER TABLE users ADD CONSTRAINT positive CHECK (b >= 0) NOT VALID;
        CREATE TABLE pets (id int PRIMARY KEY, owner int NOT NULL REFERENCES users, kind text,
          UNIQUE (kind, id));
        CREATE INDEX pets_owner ON pets (owner, kind);
        """);

    assertEquals(List.of(), advice());
    assertEquals(ExitCode.CLEAN, check().code());
  }

  @Test
  void saysWhatPostgresWouldRefuse() throws IOException {
    file("001_a.sql", USERS + "ALTER TABLE users ADD id int;\n");
    file("002_b.sql", "\nALTER TABLE nowhere ADD a int;");

    assertEquals(
        List.of("rejected-statement error 001_a.sql:2", "rejected-statement error 002_b.sql:2"),
        advice());
    DriftRun run = check();
    assertEquals(ExitCode.DRIFT, run.code());
    assertTrue(run.out().contains("relation \"nowhere\" does not exist"), run.out());
  }

  @Test
  void saysWhatHarmsATableInUse() throws IOException {
    file("001_a.sql", USERS + "CREATE TABLE teams (id int PRIMARY KEY);");
    file(
        "002_b.sql",
        """
        CREATE INDEX users_id ON users (id);
        ALTER TABLE users ADD name text NOT NULL;
        ALTER TABLE users ADD team int;
        ALTER TABLE users ALTER team SET NOT NULL;
        ALTER TABLE users ADD CONSTRAINT positive CHECK (id > 0);
        ALTER TABLE users ADD FOREIGN KEY (team) REFERENCES teams;
        """);

    assertEquals(
        List.of(
            "blocking-index warning 002_b.sql:1",
            "not-null-without-default warning 002_b.sql:2",
            "set-not-null info 002_b.sql:4",
            "validated-at-once info 002_b.sql:5",
            "foreign-key-without-index warning 002_b.sql:6",
            "validated-at-once info 002_b.sql:6"),
        advice());
    assertEquals(ExitCode.CLEAN, check().code());
    assertEquals(ExitCode.DRIFT, check("--fail-on", "warning").code());
    assertEquals(ExitCode.CLEAN, check("--strict", "--ignore", "public.users.*").code());
  }

  @Test
  void missesNumbers() throws IOException {
    for (int i : new int[] {1, 2, 3, 5, 6}) {
      file("00%d_x.sql".formatted(i), "SELECT 1;");
    }
    file("006_y.sql", "SELECT 1;");

    assertEquals(
        List.of("missing-number warning 005_x.sql:1", "colliding-number warning 006_y.sql:1"),
        advice());
  }

  @Test
  void doesNotCountTimesOrSteps() throws IOException {
    file("20240101120000_x.sql", "SELECT 1;");
    file("20240301120000_y.sql", "SELECT 1;");

    assertEquals(List.of(), advice());
  }

  @Test
  void acceptsWhatABaselineHas() throws IOException {
    file("001_a.sql", USERS + "ALTER TABLE nowhere ADD a int;");
    Path baseline = directory.resolve("baseline.json");
    check("--format", "json", "--output", baseline.toString());

    DriftRun run = check("--baseline", baseline.toString());

    assertEquals(ExitCode.CLEAN, run.code(), run.out() + run.err());
  }
}
