package dev.drift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandTest {
  @TempDir private Path directory;

  @BeforeEach
  void fourMigrations() throws IOException {
    file("0001_users.sql", "CREATE TABLE users (\n  id int,\n  email varchar(100)\n);\n");
    file("0002_more.sql", "\nALTER TABLE users ALTER email TYPE text, ADD phone text;\n");
    file(
        "0003_name.sql",
        "ALTER TABLE users RENAME TO accounts;\nCREATE INDEX i ON accounts (id);\n");
    file("0004_away.sql", "DROP INDEX i;\n");
  }

  private void file(String name, String sql) throws IOException {
    Files.writeString(directory.resolve(name), sql);
  }

  private String history(String... words) {
    var all = new String[words.length + 3];
    all[0] = "history";
    all[1] = "--migrations";
    all[2] = directory.toString();
    System.arraycopy(words, 0, all, 3, words.length);
    DriftRun run = DriftRun.of(all);
    return run.code() + "\n" + run.out() + run.err();
  }

  @Test
  void tellsEveryStatementOldestFirst() {
    assertEquals(
        """
        0
        table public.accounts

          0001_users.sql:1  created table public.users
          0001_users.sql:2  created column public.users.id: integer
          0001_users.sql:3  created column public.users.email: character varying(100)
          0002_more.sql:2   changed type of column public.users.email from character varying(100) to text
                            created column public.users.phone: text
          0003_name.sql:1   renamed table public.users to public.accounts
          0003_name.sql:2   created index public.accounts.i: btree (id)
          0004_away.sql:1   dropped index public.accounts.i
        """,
        history("accounts"));
  }

  @Test
  void stopsWhereItIsTold() {
    assertEquals(
        """
        0
        column public.users.email

          0001_users.sql:3  created column public.users.email: character varying(100)
        """,
        history("users.email", "--at", "0001"));
  }

  @Test
  void tellsWhatDroppedAnObject() {
    assertEquals(
        """
        0
        index public.accounts.i, gone

          0003_name.sql:2  created index public.accounts.i: btree (id)
          0004_away.sql:1  dropped index public.accounts.i
        """,
        history("index:accounts.i"));
  }

  @Test
  void saysThatThereIsNoSuchObject() {
    assertEquals(
        "1\ndrift: no migration up to 0004 makes an object called nothing: say its path as drift"
            + " model shows it\n",
        history("nothing"));
  }
}
