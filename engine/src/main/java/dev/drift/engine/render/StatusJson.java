package dev.drift.engine.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.drift.engine.progress.Effect;
import dev.drift.engine.progress.MigrationStatus;
import dev.drift.engine.progress.StatementStatus;
import dev.drift.engine.progress.Status;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far a database is, as {@code schema/drift-status.schema.json} describes it. */
public final class StatusJson {
  private final JsonGenerator json;
  private final StatusReport report;

  private StatusJson(JsonGenerator json, StatusReport report) {
    this.json = json;
    this.report = report;
  }

  /** {@return the report as one JSON document, ending in a line feed} */
  public static String render(StatusReport report, Verdict verdict) {
    return JsonText.of(
        json -> {
          new StatusJson(json, report).document(verdict);
        });
  }

  private void document(Verdict verdict) throws IOException {
    Status status = report.status();
    json.writeStartObject();
    json.writeNumberField("schemaVersion", 1);
    json.writeStringField("verdict", verdict.label());
    json.writeStringField("tool", report.tool());
    json.writeStringField("database", report.database());
    json.writeStringField("server", report.server());
    JsonText.optional(json, "table", status.table());
    json.writeObjectFieldStart("point");
    json.writeBooleanField("exact", status.exact());
    json.writeNumberField("migrations", status.point().migrations());
    json.writeNumberField("statements", status.point().statements());
    json.writeStringField("says", StatusWording.point(status));
    json.writeEndObject();
    json.writeArrayFieldStart("migrations");
    for (MigrationStatus each : status.migrations()) {
      migration(each);
    }
    json.writeEndArray();
    strings("gone", status.gone());
    strings("unreadable", report.unreadable());
    json.writeEndObject();
  }

  private void migration(MigrationStatus each) throws IOException {
    json.writeStartObject();
    json.writeStringField("version", each.migration().version());
    json.writeStringField("name", each.migration().name());
    json.writeStringField("file", each.migration().file());
    json.writeStringField("verdict", each.verdict().label());
    json.writeStringField("extent", each.extent().label());
    json.writeStringField("recorded", each.standing().mark().name().toLowerCase(Locale.ROOT));
    strings("flags", each.flags().stream().map(MigrationStatus.Flag::label).toList());
    strings("notes", StatusWording.notes(each, report.status(), report.tool()));
    json.writeArrayFieldStart("statements");
    for (StatementStatus statement : each.statements()) {
      statement(statement);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void statement(StatementStatus statement) throws IOException {
    json.writeStartObject();
    json.writeNumberField("number", statement.number());
    json.writeStringField("file", statement.statement().file());
    json.writeNumberField("line", statement.statement().line());
    json.writeNumberField("column", statement.statement().column());
    json.writeStringField("verdict", statement.verdict().label());
    JsonText.optional(json, "why", Optional.of(statement.why()).filter(why -> !why.isEmpty()));
    json.writeArrayFieldStart("lacking");
    for (Effect effect : statement.lacking()) {
      json.writeStartObject();
      json.writeStringField("object", effect.object().toString());
      JsonText.optional(json, "attribute", effect.attribute());
      json.writeStringField("state", effect.state().name().toLowerCase(Locale.ROOT));
      json.writeStringField("message", StatusWording.sentence(effect));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void strings(String field, List<String> values) throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
