package dev.drift.engine.source;

import static dev.drift.engine.source.Tree.problems;
import static dev.drift.engine.source.Tree.statements;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {
  private @TempDir Path root;
  private Tree tree;

  @BeforeEach
  void plant() {
    tree = new Tree(root);
  }

  private void refused(String message, Executable reading) {
    assertEquals(
        "migrations: " + message.replace("ROOT", root.toString()),
        assertThrows(SourceException.class, reading).getMessage());
  }

  @Test
  void aDirectoryThatDoesNotExist() {
    refused(
        "ROOT/x does not exist; say --migrations DIR with the right directory",
        () -> tree.read("x"));
  }

  @Test
  void aDirectoryThatIsEmpty() {
    refused("ROOT is empty; say --migrations DIR with the right directory", () -> tree.read());
  }

  @Test
  void aDirectoryWithoutMigrations() {
    tree.file("README.md", "");

    refused("ROOT holds no migrations: there is no .sql file in it", () -> tree.read());
  }

  @Test
  void aDirectoryWithMigrationsInAnotherLanguage() {
    tree.file("20240101_add_users.rb", "");

    refused(
        "ROOT holds no migrations: there is no .sql file in it but .rb files; drift reads SQL, such"
            + " as pg_dump -s writes",
        () -> tree.read());
  }

  @Test
  void linksThatLeadNowhereOrInCircles() throws IOException {
    tree.file("a.sql", "SELECT 1;");
    Files.createSymbolicLink(root.resolve("circle"), root);
    Files.createSymbolicLink(root.resolve("nowhere"), root.resolve("x"));

    assertEquals(List.of("a.sql"), Tree.files(tree.read()));
  }

  @Test
  void aDirectoryWithoutMigrationsOfThatTool() {
    tree.file("a.sql", "");

    assertTrue(
        assertThrows(SourceException.class, () -> tree.as("prisma"))
            .getMessage()
            .startsWith("migrations: " + root + " holds no prisma migrations; say --tool with "));
  }

  @Test
  void aToolThatIsNotKnown() {
    tree.file("a.sql", "");

    assertTrue(
        assertThrows(SourceException.class, () -> tree.as("prism"))
            .getMessage()
            .startsWith("migrations: the tool \"prism\" is not known; --tool takes "));
  }

  @Test
  void noDirectoryAtAll() {
    refused(
        "no directory is given; say --migrations DIR",
        () -> tree.read(List.of(), Optional.empty(), Map.of()));
  }

  @Test
  void aDirectoryThatIsNotReadable() throws IOException {
    Path directory = Files.createDirectory(root.resolve("x"));
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(directory), "root may read everything");

    refused("ROOT/x is not readable; check its permissions", () -> tree.read("x"));
  }

  @Test
  void aDirectoryThatLooksLikeTwoTools() {
    tree.file("1_a/migration.sql", "SELECT 1;").file("1_a/up.sql", "SELECT 1;");

    refused("ROOT looks like prisma or diesel; say --tool", () -> tree.read());
  }

  @Test
  void directoriesOfDifferentTools() {
    tree.file("a/1_a/up.sql", "SELECT 1;").file("b/1_a/migration.sql", "SELECT 1;");

    refused(
        "ROOT/a looks like diesel, ROOT/b like prisma; say --tool",
        () -> tree.read(List.of("a", "b"), Optional.empty(), Map.of()));
  }

  @Test
  void aDirectoryAroundTheMigrations() {
    tree.file("drizzle/meta/_journal.json", "{}").file("notes.sql", "");

    refused(
        "in ROOT the directory drizzle/ looks like drizzle; say --migrations ROOT/drizzle, or"
            + " --tool plain for all files below",
        () -> tree.read());
  }

  @Test
  void aFileThatIsNotUtf8() {
    byte[] latin = "SELECT 1;\n-- gr\u00fc\u00dfe\nSELECT 2;".getBytes(StandardCharsets.ISO_8859_1);
    MigrationSet set = tree.file("a.sql", latin).read();

    assertEquals(List.of("a.sql:1:1 SELECT 1", "a.sql:3:1 SELECT 2"), statements(set));
    assertEquals(
        List.of(
            "UNPARSED a.sql:2:6 the file is not UTF-8: byte 0xfc at byte 15; convert it to UTF-8"),
        problems(set));
  }

  @Test
  void aFileInUtf16() {
    MigrationSet set =
        tree.file("a.sql", "\uFEFFSELECT 1;".getBytes(StandardCharsets.UTF_16LE)).read();

    assertEquals(List.of("a.sql:1:1 SELECT 1"), statements(set));
    assertEquals(
        List.of("UNPARSED a.sql:1:1 the file is UTF-16, not UTF-8; save it as UTF-8"),
        problems(set));
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    MigrationSet set = tree.file("a.sql", "\uFEFFSELECT 1;").read();

    assertEquals(List.of("a.sql:1:1 SELECT 1"), statements(set));
    assertEquals(List.of(), problems(set));
  }

  @Test
  void windowsLineEndsCountOnce() {
    MigrationSet set = tree.file("a.sql", "SELECT\r\n1;\r\n\r\n  SELECT 2;\r\n").read();

    assertEquals(List.of("a.sql:1:1 SELECT\r\n1", "a.sql:4:3 SELECT 2"), statements(set));
  }

  @Test
  void aNullByte() {
    MigrationSet set = tree.file("a.sql", "SELECT 1;\nSELECT\0 2;").read();

    assertEquals(List.of("a.sql:1:1 SELECT 1", "a.sql:2:1 SELECT  2"), statements(set));
    assertEquals(
        List.of("UNPARSED a.sql:2:7 the file holds a null byte, which PostgreSQL refuses"),
        problems(set));
  }

  @Test
  void anUnterminatedQuote() {
    MigrationSet set = tree.file("a.sql", "SELECT 1;\nSELECT 'x;\nSELECT 2;\n").read();

    assertEquals(List.of("a.sql:1:1 SELECT 1"), statements(set));
    assertEquals(List.of("UNPARSED a.sql:2:8 unterminated quoted string"), problems(set));
  }

  @Test
  void anEmptyFile() {
    MigrationSet set = tree.file("a.sql", "").file("b.sql", "-- nothing\n").read();

    assertEquals(2, set.migrations().size());
    assertEquals(List.of(), statements(set));
    assertEquals(List.of(), problems(set));
  }

  @Test
  void anUnknownMetaCommand() {
    MigrationSet set = tree.file("a.sql", "\\nonsense\nSELECT 1;").read();

    assertEquals(
        List.of("UNPARSED a.sql:1:1 the psql command \\nonsense is not known"), problems(set));
  }
}
