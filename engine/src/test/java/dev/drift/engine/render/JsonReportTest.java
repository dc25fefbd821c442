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
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class JsonReportTest {
  private static final ObjectId EMAIL = ObjectId.column(ObjectId.table("public", "users"), "email");

  @Test
  void everyFieldIsTheSchemasAndNoneIsLeftOut() throws IOException {
    JsonNode schema;
    try (InputStream resource =
        JsonReport.class.getResourceAsStream("/schema/drift-check.schema.json")) {
      schema = new ObjectMapper().readTree(resource);
    }
    var complaints = new ArrayList<String>();
    conform(
        "report",
        new ObjectMapper().readTree(JsonReport.render(report(), Verdict.DRIFT)),
        schema,
        complaints);
    assertEquals(List.of(), complaints);
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

  /** Holds an instance to the part of JSON Schema that ours uses. */
  private static void conform(
      String path, JsonNode value, JsonNode schema, List<String> complaints) {
    if (schema.has("anyOf")) {
      conform(path, value, schema.path("anyOf").path(value.isNull() ? 0 : 1), complaints);
    } else if (value.isArray()) {
      value.forEach(item -> conform(path + "[]", item, schema.path("items"), complaints));
    } else if (value.isObject()) {
      schema
          .path("required")
          .forEach(
              name -> {
                if (!value.has(name.asText())) {
                  complaints.add(path + " lacks " + name.asText());
                }
              });
      value
          .properties()
          .forEach(
              field -> {
                JsonNode declared = schema.path("properties").path(field.getKey());
                if (declared.isMissingNode()) {
                  complaints.add(path + " has " + field.getKey() + ", which is not declared");
                } else {
                  conform(path + "." + field.getKey(), field.getValue(), declared, complaints);
                }
              });
    } else if (schema.has("enum")
        && StreamSupport.stream(schema.path("enum").spliterator(), false)
            .noneMatch(value::equals)) {
      complaints.add(path + " is " + value);
    }
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
