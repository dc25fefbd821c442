package dev.drift.engine.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.ibatis.migration.MigrationException;
import org.apache.ibatis.migration.commands.BaseCommand;
import org.apache.ibatis.migration.commands.InitializeCommand;
import org.apache.ibatis.migration.commands.UpCommand;
import org.apache.ibatis.migration.options.SelectedOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MybatisTest {
  @TempDir private Path directory;
  private final SelectedOptions options = new SelectedOptions();
  private Workshop workshop;

  /** Behind the migration that its own template begins with, which makes the changelog. */
  @BeforeEach
  void twoMigrations() throws IOException {
    options.getPaths().setBasePath(directory.toFile());
    run(new InitializeCommand(options));
    workshop = Workshop.at(directory.resolve("scripts"), "mybatis");
    try (Stream<Path> scripts = Files.list(workshop.directory())) {
      for (Path script : scripts.filter(each -> each.toString().contains("first")).toList()) {
        Files.delete(script);
      }
    }
    Path settings = directory.resolve("environments/development.properties");
    Files.writeString(
        settings,
        Files.readString(settings)
                .replaceFirst("(?m)^driver=", "driver=org.postgresql.Driver")
                .replaceFirst("(?m)^url=", "url=" + workshop.jdbc())
            + "\nkind=small\n");
    workshop.file(
        "29990101000000_users.sql",
        """
        -- // users
        CREATE TABLE users (id int PRIMARY KEY, kind text DEFAULT '${kind}');
        CREATE INDEX users_kind ON users (kind);
        -- //@UNDO
        DROP TABLE users;
        """);
    workshop.file("29990103000000_email.sql", "-- // email\nALTER TABLE users ADD email text;\n");
  }

  private void up() {
    run(new UpCommand(options));
  }

  private static void run(BaseCommand command) {
    command.setPrintStream(new PrintStream(OutputStream.nullOutputStream()));
    command.execute("");
  }

  @Test
  void itsOwnRunIsWholeAndRecorded() {
    up();

    assertEquals(List.of("APPLIED", "APPLIED", "APPLIED"), workshop.verdicts());
    assertTrue(workshop.status().exact());
    assertEquals(List.of(), workshop.drift());
  }

  @Test
  void whatFailsLeavesNothing() {
    workshop.file(
        "29990104000000_half.sql",
        "-- // half\nCREATE TABLE a (id int);\nSELECT 1 / 0;\n-- //@UNDO\n");

    assertThrows(MigrationException.class, this::up);

    assertEquals(List.of("APPLIED", "APPLIED", "APPLIED", "PENDING"), workshop.verdicts());
    assertTrue(workshop.status().exact());
  }

  @Test
  void itPassesOverWhatComesLate() {
    up();
    workshop.file("29990102000000_late.sql", "-- // late\nCREATE TABLE late (id int);\n");

    up();

    assertEquals(List.of("APPLIED", "APPLIED", "SKIPPED", "APPLIED"), workshop.verdicts());
  }
}
