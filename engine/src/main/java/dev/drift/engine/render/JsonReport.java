package dev.drift.engine.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.drift.engine.diff.Finding;
import dev.drift.engine.event.Origin;
import dev.drift.engine.progress.MigrationStatus;
import dev.drift.engine.source.Problem;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * The report as JSON, as {@code schema/drift-check.schema.json} describes it: stable and sorted.
 */
public final class JsonReport {
  private final JsonGenerator json;

  private JsonReport(JsonGenerator json) {
    this.json = json;
  }

  /** {@return the report as one JSON document, ending in a line feed} */
  public static String render(Report report, Verdict verdict) {
    return JsonText.of(
        json -> {
          new JsonReport(json).report(report, verdict);
        });
  }

  private void report(Report report, Verdict verdict) throws IOException {
    json.writeStartObject();
    json.writeNumberField("schemaVersion", 1);
    json.writeStringField("verdict", verdict.label());
    source(report.source());
    target(report.target());
    coverage(report.coverage());
    if (report.scratch().isPresent()) {
      scratch(report.scratch().get());
    }
    summary(report);
    json.writeArrayFieldStart("findings");
    for (Finding finding : report.findings()) {
      finding(finding, Optional.ofNullable(report.histories().get(finding)));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void source(Report.Source source) throws IOException {
    json.writeObjectFieldStart("source");
    json.writeStringField("tool", source.tool());
    json.writeNumberField("migrations", source.migrations());
    json.writeStringField("at", source.at());
    json.writeStringField("applied", source.applied());
    json.writeArrayFieldStart("pending");
    for (String version : source.pending()) {
      json.writeString(version);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void target(Report.Target target) throws IOException {
    json.writeObjectFieldStart("target");
    json.writeStringField("database", target.database());
    json.writeStringField("server", target.server());
    json.writeStringField("fingerprint", target.fingerprint().get());
    json.writeEndObject();
  }

  private void coverage(Coverage coverage) throws IOException {
    json.writeObjectFieldStart("coverage");
    json.writeBooleanField("complete", coverage.complete());
    counts("kinds", "compared", coverage.compared());
    counts("notCompared", "present", coverage.notCompared());
    json.writeArrayFieldStart("unreadable");
    for (String sentence : coverage.unreadable()) {
      json.writeString(sentence);
    }
    json.writeEndArray();
    problems("opaque", "reason", coverage, Problem.Kind.OPAQUE);
    problems("rejected", "message", coverage, Problem.Kind.REJECTED);
    problems("unparsed", "message", coverage, Problem.Kind.UNPARSED);
    json.writeEndObject();
  }

  private void scratch(Report.Scratch scratch) throws IOException {
    json.writeObjectFieldStart("scratch");
    json.writeStringField("server", scratch.server());
    json.writeNumberField("settled", scratch.settled());
    json.writeArrayFieldStart("open");
    for (String sentence : scratch.open()) {
      json.writeString(sentence);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("disagreements");
    for (String sentence : scratch.disagreements()) {
      json.writeString(sentence);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void counts(String field, String count, Map<String, Integer> kinds) throws IOException {
    json.writeArrayFieldStart(field);
    for (var kind : kinds.entrySet()) {
      json.writeStartObject();
      json.writeStringField("kind", kind.getKey());
      json.writeNumberField(count, kind.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void problems(String field, String text, Coverage coverage, Problem.Kind kind)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Problem problem : coverage.problems(kind)) {
      json.writeStartObject();
      json.writeStringField("file", problem.file());
      json.writeNumberField("line", problem.line());
      json.writeNumberField("column", problem.column());
      json.writeStringField(text, problem.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void summary(Report report) throws IOException {
    json.writeObjectFieldStart("summary");
    for (Finding.Type type :
        new Finding.Type[] {
          Finding.Type.MISSING,
          Finding.Type.CHANGED,
          Finding.Type.UNEXPECTED,
          Finding.Type.INVALID,
          Finding.Type.HISTORY,
          Finding.Type.UNVERIFIABLE
        }) {
      json.writeNumberField(
          type.label(), report.findings().stream().filter(f -> f.type() == type).count());
    }
    json.writeNumberField("accepted", report.accepted());
    json.writeEndObject();
  }

  private void finding(Finding finding, Optional<MigrationStatus> migration) throws IOException {
    var history = new HistoryFindingJson(finding, migration);
    boolean ofHistory = finding.type() == Finding.Type.HISTORY;
    json.writeStartObject();
    json.writeStringField("id", finding.id());
    json.writeStringField("rule", finding.rule());
    json.writeStringField("class", finding.type().label());
    json.writeStringField("severity", finding.severity().label());
    JsonText.object(json, finding.object());
    JsonText.optional(json, "attribute", finding.attribute());
    JsonText.optional(json, "expected", ofHistory ? history.expected() : Wording.expected(finding));
    JsonText.optional(json, "actual", ofHistory ? history.actual() : Wording.actual(finding));
    json.writeStringField("message", Wording.message(finding));
    origin(finding.origin());
    history.write(json);
    json.writeEndObject();
  }

  private void origin(Optional<Origin> origin) throws IOException {
    if (origin.isEmpty()) {
      json.writeNullField("origin");
      return;
    }
    json.writeObjectFieldStart("origin");
    json.writeStringField("migration", origin.get().migration());
    json.writeStringField("file", origin.get().file());
    json.writeNumberField("line", origin.get().line());
    json.writeNumberField("column", origin.get().column());
    json.writeEndObject();
  }
}
