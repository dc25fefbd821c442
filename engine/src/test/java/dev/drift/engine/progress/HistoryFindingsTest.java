package dev.drift.engine.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drift.engine.catalog.History;
import dev.drift.engine.catalog.History.Counting;
import dev.drift.engine.catalog.History.Entry;
import dev.drift.engine.catalog.History.Late;
import dev.drift.engine.catalog.History.State;
import dev.drift.engine.render.Coverage;
import dev.drift.engine.render.JsonReport;
import dev.drift.engine.render.JsonSchema;
import dev.drift.engine.render.Report;
import dev.drift.engine.render.Verdict;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class HistoryFindingsTest {
  private static final Files FILES =
      Files.of(
          "CREATE TABLE a (id int)",
          "CREATE TABLE b (id int); INSERT INTO b VALUES (1); CREATE TABLE c (id int)",
          "CREATE TABLE d (id int)");

  /** The second broke off after a statement, and all three are recorded; a fourth has no file. */
  private static String report() {
    History history =
        new History(
            "plain",
            "history",
            Counting.EACH,
            Late.RUN,
            true,
            List.of(entry("1", "sum1"), entry("2", "other"), entry("3", "sum3"), entry("4", "")));
    var findings = HistoryFindings.of(FILES.status(FILES.after(2), history));
    return JsonReport.render(
        new Report(
            new Report.Source("plain", 3, "3", "3", List.of()),
            new Report.Target("shop", "17.6", () -> "abc"),
            new Coverage(
                Collections.emptySortedMap(), Collections.emptySortedMap(), List.of(), List.of()),
            findings.findings(),
            findings.migrations(),
            0,
            Optional.empty()),
        Verdict.DRIFT);
  }

  private static Entry entry(String version, String checksum) {
    return new Entry(version, Optional.of(checksum), State.APPLIED);
  }

  @Test
  void programsReadWhatIsRecordedAndWhatIsThere() throws IOException {
    assertEquals(
        List.of(
            "2 partial: applied, partial",
            "2 checksum: other, sum2",
            "3 missing: applied, missing",
            "4 file: applied, null"),
        StreamSupport.stream(findings().spliterator(), false)
            .map(
                each ->
                    "%s %s: %s, %s"
                        .formatted(
                            each.path("object").path("name").asText(),
                            each.path("attribute").asText(),
                            each.path("expected").asText(),
                            each.path("actual").asText()))
            .toList());
  }

  @Test
  void theMigrationAndItsStatementsStandInFields() throws IOException {
    assertEquals(
        new ObjectMapper()
            .readTree(
                """
                {"version": "2", "name": "name", "file": "2.sql", "verdict": "partial",
                 "recorded": "applied", "extent": "partial", "flags": ["edited"], "statements": 3,
                 "lacking": [
                   {"number": 3, "file": "2.sql", "line": 1, "column": 52, "verdict": "missing"}]}
                """),
        findings().path(0).path("history"));
    assertEquals(false, findings().path(3).has("history"));
  }

  @Test
  void isAsTheSchemaSays() throws IOException {
    assertEquals(List.of(), JsonSchema.complaints(report(), "/schema/drift-check.schema.json"));
  }

  private static JsonNode findings() throws IOException {
    return new ObjectMapper().readTree(report()).path("findings");
  }
}
