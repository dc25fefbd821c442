package dev.drift.engine.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.Database;
import dev.drift.engine.Drift;
import dev.drift.engine.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotJsonTest {
  @Test
  void whatIsWrittenIsReadBackAsItWas() throws IOException, SnapshotJson.NotASnapshot {
    var database = Database.of(Optional.of(TestPostgres.createDatabase()), Map.of());
    Drift.run(
        database, Files.readString(Path.of("src/test/resources/cases/whole-schema/schema.sql")));
    var model = Drift.observe(database).model();
    assertTrue(model.size() > 20, "a schema with something of most kinds");
    assertEquals(model, SnapshotJson.read(Drift.snapshot(database)).model());
  }

  @Test
  void otherJsonIsRefusedWithTheReason() {
    var refusal =
        assertThrows(SnapshotJson.NotASnapshot.class, () -> SnapshotJson.read("{\"a\": 1}"));
    assertEquals("it is JSON, but not a drift snapshot", refusal.getMessage());
    assertThrows(SnapshotJson.NotASnapshot.class, () -> SnapshotJson.read("SELECT 1"));
  }
}
