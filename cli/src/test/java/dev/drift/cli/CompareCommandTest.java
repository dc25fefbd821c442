package dev.drift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.testing.Script;
import dev.drift.engine.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  private static final String SCHEMA =
      "CREATE TABLE users (id serial PRIMARY KEY, email varchar(100));"
          + " CREATE TABLE orders (id serial PRIMARY KEY);"
          + " CREATE TABLE schema_migrations (version text);";

  @TempDir private Path directory;

  private static String database(String sql) {
    String url = TestPostgres.createDatabase();
    Script.run(url, sql);
    return url;
  }

  private static String body(DriftRun run, int heads) {
    return run.out().lines().skip(heads).collect(Collectors.joining("\n"));
  }

  @Test
  void findsNothingBetweenEqualDatabases() {
    DriftRun run =
        DriftRun.of(
            "compare",
            database(SCHEMA),
            database(SCHEMA.replace("CREATE TABLE schema_migrations (version text);", "")));

    assertEquals("\nThe schemas are the same.", body(run, 2));
    assertEquals(ExitCode.CLEAN, run.code());
  }

  @Test
  void tellsTwoDatabasesApart() {
    DriftRun run =
        DriftRun.of(
            "compare",
            database(SCHEMA + "CREATE INDEX i ON users (email);"),
            database(SCHEMA + "DROP TABLE orders; ALTER TABLE users ALTER email TYPE text;"));

    assertEquals(
        """

        public.users
          differs     column email: type
                      A character varying(100)
                      B text
          only in A   index i
                        btree (email)

        schema public
          only in A   table orders
                        table

        3 objects are not the same.\
        """,
        body(run, 2));
    assertEquals(ExitCode.DRIFT, run.code());
  }

  @Test
  void showsMoreAsATable() {
    String first = database(SCHEMA);
    Path kept = directory.resolve("kept.json");
    assertEquals(
        ExitCode.CLEAN, DriftRun.of("snapshot", "--url", first, "-o", kept.toString()).code());
    DriftRun run =
        DriftRun.of(
            "compare",
            first,
            database(SCHEMA + "ALTER TABLE users ALTER email TYPE text; DROP TABLE orders;"),
            kept.toString());

    assertEquals(
        """

        public.users    A   B   C
          column email  a   b   a

        schema public   A   B   C
          table orders  a   -   a

        2 objects are not the same everywhere.\
        """,
        body(run, 3));
  }

  @Test
  void asksForTwo() {
    DriftRun run = DriftRun.of("compare", "postgresql://postgres@127.0.0.1:1/one");

    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err().contains("at least 2"), run.err());
  }

  @Test
  void neverShowsAPassword() {
    DriftRun run =
        DriftRun.of(
            "compare", "postgresql://u:secret@127.0.0.1:1/a", "postgresql://u@127.0.0.1:1/b");

    assertEquals(ExitCode.FAILED, run.code());
    assertEquals(List.of(), run.err().lines().filter(line -> line.contains("secret")).toList());
  }
}
