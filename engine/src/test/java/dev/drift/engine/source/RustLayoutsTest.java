package dev.drift.engine.source;

import static dev.drift.engine.source.Tree.files;
import static dev.drift.engine.source.Tree.problems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Diesel, sqlx and refinery. */
class RustLayoutsTest {
  private @TempDir Path root;
  private Tree tree;

  @BeforeEach
  void plant() {
    tree = new Tree(root);
  }

  @Test
  void dieselOrdersByVersion() {
    MigrationSet set =
        tree.file("2024-01-02-000000_b/up.sql", "SELECT 2;")
            .file("2024-01-02-000000_b/down.sql", "SELECT -2;")
            .file("2024-01-02-000000_b/metadata.toml", "run_in_transaction = false\n")
            .file("00000000000000_diesel_initial_setup/up.sql", "SELECT 1;")
            .read();

    assertEquals("diesel", set.tool());
    assertEquals(
        List.of("00000000000000_diesel_initial_setup/up.sql", "2024-01-02-000000_b/up.sql"),
        files(set));
    assertEquals("20240102000000", set.migrations().get(1).recorded());
    assertTrue(set.migrations().get(0).transactional());
    assertFalse(set.migrations().get(1).transactional());
  }

  @Test
  void sqlxReadsOneWayAndTwoWayMigrations() {
    MigrationSet set =
        tree.file("Cargo.toml", "")
            .file("migrations/2_b.up.sql", "-- no-transaction\nSELECT 2;")
            .file("migrations/2_b.down.sql", "SELECT -2;")
            .file("migrations/1_two_words.sql", "abc")
            .read("migrations");

    assertEquals("sqlx", set.tool());
    assertEquals(List.of("1_two_words.sql", "2_b.up.sql"), files(set));
    assertEquals("two words", set.migrations().get(0).name());
    assertEquals(
        "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
            + "8086072ba1e7cc2358baeca134c825a7",
        set.migrations().get(0).checksum());
    assertFalse(set.migrations().get(1).transactional());
  }

  @Test
  void refineryRunsBothKindsForward() {
    MigrationSet set =
        tree.file("V1__a.sql", "SELECT 1;")
            .file("U2__b.sql", "SELECT 2;")
            .file("V10__c.sql", "SELECT 3;")
            .read();

    assertEquals("refinery", set.tool());
    assertEquals(List.of("V1__a.sql", "U2__b.sql", "V10__c.sql"), files(set));
    assertEquals(
        RefineryChecksum.of("a", 1, "SELECT 1;".getBytes(StandardCharsets.UTF_8)),
        set.migrations().get(0).checksum());
  }

  @Test
  void refinerysHashIsRustsDefaultHasher() {
    assertEquals(
        Long.parseUnsignedLong("15130871412783076140"), RefineryChecksum.sipHash13(new byte[0]));
  }

  @Test
  void refineryTakesNamesOfWordsOnly() {
    MigrationSet set =
        tree.file("Cargo.toml", "")
            .file("m/V1__a.sql", "SELECT 1;")
            .file("m/V2__not-this.sql", "SELECT 2;")
            .file("m/V3__code.rs", "")
            .as("refinery");

    assertEquals(List.of("m/V1__a.sql"), files(set));
    assertEquals(
        List.of(
            "OPAQUE m/V3__code.rs:1:1 a migration written in Rust; what it does to the schema is"
                + " not known"),
        problems(set));
  }
}
