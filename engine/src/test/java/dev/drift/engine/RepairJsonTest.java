package dev.drift.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drift.engine.render.JsonSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan with what its steps cost, as JSON and as comments. */
class RepairJsonTest {
  private static final String INTENDED =
      """
      CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL, email varchar(100));
      CREATE TABLE parted (id int NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
      CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
      CREATE INDEX parted_at ON parted (at);
      CREATE TABLE fresh (id int);
      CREATE INDEX fresh_id ON fresh (id);
      """;
  private static final String THERE =
      """
      CREATE TABLE users (id int PRIMARY KEY, nme text NOT NULL, email varchar(200));
      CREATE TABLE parted (id int NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
      CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
      INSERT INTO users SELECT i, 'n' || i, 'e' FROM generate_series(1, 12345) i;
      INSERT INTO parted SELECT i, '2020-02-02' FROM generate_series(1, 500) i;
      """;

  private final Patient patient;

  RepairJsonTest(@TempDir Path migrations) {
    patient = new Patient(migrations);
    patient.intend(INTENDED);
    patient.has(THERE);
  }

  @Test
  void tellsHowLargeTablesAreAndWhatCouldBeRenamed() throws IOException {
    patient.has("ANALYZE");
    RepairText text = text();

    String json = text.json(List.of());

    assertEquals(List.of(), JsonSchema.complaints(json, "/schema/drift-repair.schema.json"));
    JsonNode plan = new ObjectMapper().readTree(json);
    JsonNode narrowing = step(plan, "public", Optional.of("users"), "email");
    assertEquals(12_345, narrowing.path("table").path("rows").asInt(), json);
    assertTrue(narrowing.path("table").path("bytes").asLong() > 500_000, json);
    assertEquals(
        500,
        step(plan, "public", Optional.of("parted"), "parted_at")
            .path("table")
            .path("rows")
            .asInt());
    assertTrue(step(plan, "public", Optional.empty(), "fresh").path("table").isNull());
    JsonNode rename = plan.path("renames").path(0);
    assertEquals("nme", rename.path("old").asText());
    assertEquals("name", rename.path("new").asText());
    assertEquals("--rename public.users.nme=name", rename.path("option").asText());
    String script = text.script(List.of());
    assertTrue(script.contains("; table: about 12,345 rows, "), script);
    assertTrue(script.contains("; table: about 500 rows, "), script);
  }

  @Test
  void tellsThatATableWasNeverAnalyzed() throws IOException {
    JsonNode plan = new ObjectMapper().readTree(text().json(List.of()));

    JsonNode table = step(plan, "public", Optional.of("users"), "email").path("table");
    assertTrue(table.path("rows").isNull(), table.toString());
    assertFalse(table.path("bytes").isNull());
  }

  private static JsonNode step(JsonNode plan, String schema, Optional<String> table, String name) {
    for (JsonNode step : plan.path("steps")) {
      JsonNode object = step.path("object");
      if (object.path("schema").asText().equals(schema)
          && table.orElse("null").equals(object.path("table").asText())
          && object.path("name").asText().equals(name)
          && !step.path("phase").asText().equals("preflight")) {
        return step;
      }
    }
    throw new AssertionError("no step for " + name + " in " + plan);
  }

  private RepairText text() {
    return patient.repair().text().measured(patient.database());
  }
}
