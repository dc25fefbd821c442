package dev.drift.engine.render;

import dev.drift.engine.lint.Advice;
import dev.drift.engine.source.Problem;
import java.util.Locale;

/** What the migrations alone have shown, as JSON. */
public final class LintJson {
  private LintJson() {}

  /** {@return the report as one JSON document, ending in a line feed} */
  public static String render(LintReport report, Verdict verdict) {
    return JsonText.of(
        json -> {
          json.writeStartObject();
          json.writeNumberField("schemaVersion", 1);
          json.writeStringField("verdict", verdict.label());
          json.writeStringField("tool", report.tool());
          json.writeNumberField("migrations", report.migrations());
          json.writeArrayFieldStart("advice");
          for (Advice advice : report.advice()) {
            json.writeStartObject();
            json.writeStringField("id", advice.id());
            json.writeStringField("rule", advice.rule());
            json.writeStringField("severity", advice.severity().label());
            json.writeStringField("file", advice.place().file());
            json.writeNumberField("line", advice.place().line());
            json.writeNumberField("column", advice.place().column());
            JsonText.optional(json, "object", advice.object().map(Object::toString));
            json.writeStringField("message", advice.what());
            json.writeStringField("help", advice.help());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeArrayFieldStart("problems");
          for (Problem problem : report.problems()) {
            json.writeStartObject();
            json.writeStringField("kind", problem.kind().name().toLowerCase(Locale.ROOT));
            json.writeStringField("file", problem.file());
            json.writeNumberField("line", problem.line());
            json.writeNumberField("column", problem.column());
            json.writeStringField("message", problem.message());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }
}
