package dev.drift.engine.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.drift.engine.diff.Environments.Row;
import dev.drift.engine.model.SchemaObject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Databases side by side, as JSON. */
public final class ComparativeJson {
  private ComparativeJson() {}

  /** {@return the comparison as one JSON document, ending in a line feed} */
  public static String render(Comparative comparative) {
    var text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
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
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
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
