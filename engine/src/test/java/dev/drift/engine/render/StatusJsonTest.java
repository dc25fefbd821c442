package dev.drift.engine.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.Database;
import dev.drift.engine.Drift;
import dev.drift.engine.MigrationSource;
import dev.drift.engine.testing.Script;
import dev.drift.engine.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusJsonTest {
  @TempDir private Path directory;

  @Test
  void everyFieldIsTheSchemasAndNoneIsLeftOut() throws IOException {
    Files.writeString(
        directory.resolve("001_a.sql"),
        "CREATE TABLE a (id int); CREATE TABLE b (id int); SELECT 1; ALTER TABLE nowhere ADD a"
            + " int;");
    Files.writeString(directory.resolve("002_b.sql"), "ALTER TABLE a ADD b int;");
    String url = TestPostgres.createDatabase();
    Script.run(
        url,
        "CREATE TABLE a (id text); CREATE TABLE schema_migrations (version text);"
            + " INSERT INTO schema_migrations VALUES ('001'), ('009')");
    StatusReport report =
        Drift.status(
            new MigrationSource(
                List.of(directory), Optional.of("plain"), new TreeMap<>(), MigrationSource.LATEST),
            Database.of(Optional.of(url), Map.of()));

    assertEquals(
        List.of(),
        JsonSchema.complaints(
            StatusJson.render(report, report.verdict()), "/schema/drift-status.schema.json"));
    assertEquals(Verdict.DRIFT, report.verdict());
    assertEquals(List.of("009"), report.status().gone());
  }
}
