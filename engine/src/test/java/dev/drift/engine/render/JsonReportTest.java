package dev.drift.engine.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drift.engine.diff.Finding;
import dev.drift.engine.diff.Severity;
import dev.drift.engine.event.Origin;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.source.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JsonReportTest {
  private static final ObjectId EMAIL = ObjectId.column(ObjectId.table("public", "users"), "email");

  @Test
  void everyFieldIsTheSchemasAndNoneIsLeftOut() throws IOException {
    assertEquals(
        List.of(),
        JsonSchema.complaints(
            JsonReport.render(report(), Verdict.DRIFT), "/schema/drift-check.schema.json"));
  }

  @Test
  void aChangedColumnSaysBothSidesAndItsOrigin() throws IOException {
    JsonNode finding =
        new ObjectMapper()
            .readTree(JsonReport.render(report(), Verdict.DRIFT))
            .path("findings")
            .path(0);
    assertEquals("changed-column-type", finding.path("rule").asText());
    assertEquals("text", finding.path("expected").asText());
    assertEquals("integer", finding.path("actual").asText());
    assertEquals(14, finding.path("origin").path("line").asInt());
    assertTrue(finding.path("message").asText().contains("public.users.email"));
  }

  private static Report report() {
    var finding =
        new Finding(
            Finding.Type.CHANGED,
            Severity.ERROR,
            EMAIL,
            Optional.of("type"),
            Optional.of(Column.plain(EMAIL, 1, TypeName.builtin("text"))),
            Optional.of(Column.plain(EMAIL, 1, TypeName.builtin("integer"))),
            Optional.of(new Origin("0003", "0003_email.sql", 14, 3, 0)));
    return new Report(
        new Report.Source("plain", 3, "0003", "", List.of("0004")),
        new Report.Target("shop", "17.6", () -> "abc"),
        new Coverage(
            new TreeMap<>(Map.of("column", 1)),
            new TreeMap<>(Map.of("cast", 2)),
            List.of("policies: permission denied"),
            List.of(
                new Problem(Problem.Kind.OPAQUE, "a.sql", 1, 1, "dynamic SQL"),
                new Problem(Problem.Kind.REJECTED, "a.sql", 2, 1, "relation exists"),
                new Problem(Problem.Kind.UNPARSED, "a.sql", 3, 1, "expected a name"))),
        List.of(finding),
        0);
  }
}
