package dev.drift.engine.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.drift.engine.lint.Advice;
import dev.drift.engine.source.Problem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/** What the migrations alone have shown, as JSON. */
public final class LintJson {
  private LintJson() {}

  /** {@return the report as one JSON document, ending in a line feed} */
  public static String render(LintReport report, Verdict verdict) {
    var text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
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
        if (advice.object().isPresent()) {
          json.writeStringField("object", advice.object().get().toString());
        } else {
          json.writeNullField("object");
        }
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
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }
}
