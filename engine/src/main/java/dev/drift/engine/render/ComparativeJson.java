package dev.drift.engine.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.drift.engine.diff.Environments.Row;
import dev.drift.engine.model.SchemaObject;
import java.io.IOException;
import java.util.Optional;

/** Databases side by side, as JSON. */
public final class ComparativeJson {
  private ComparativeJson() {}

  /** {@return the comparison as one JSON document, ending in a line feed} */
  public static String render(Comparative comparative) {
    return JsonText.of(
        json -> {
          json.writeStartObject();
          json.writeNumberField("schemaVersion", 1);
          json.writeBooleanField("same", comparative.rows().isEmpty());
          json.writeArrayFieldStart("databases");
          for (Comparative.Named each : comparative.databases()) {
            json.writeStartObject();
            json.writeStringField("place", each.place());
            json.writeStringField("database", each.database());
            json.writeStringField("server", each.server());
            json.writeStringField("fingerprint", each.fingerprint());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeArrayFieldStart("objects");
          for (Row row : comparative.rows()) {
            row(json, row);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void row(JsonGenerator json, Row row) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", row.id().kind().label());
    json.writeStringField("path", row.id().path());
    json.writeArrayFieldStart("shapes");
    for (int shape : row.shapes()) {
      if (shape < 0) {
        json.writeNull();
      } else {
        json.writeNumber(shape);
      }
    }
    json.writeEndArray();
    json.writeArrayFieldStart("says");
    for (Optional<SchemaObject> object : row.objects()) {
      if (object.isPresent()) {
        json.writeString(Describe.object(object.get()));
      } else {
        json.writeNull();
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
