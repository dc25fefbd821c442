package dev.drift.engine.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.drift.engine.model.ObjectId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/** What the JSON documents have in common. */
final class JsonText {
  private JsonText() {}

  /** Writes a document. */
  interface Writer {
    void write(JsonGenerator json) throws IOException;
  }

  /** {@return the document, indented, ending in a line feed} */
  static String of(Writer writer) {
    var text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      writer.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  /** Writes the field {@code object}. */
  static void object(JsonGenerator json, ObjectId id) throws IOException {
    json.writeObjectFieldStart("object");
    json.writeStringField("kind", id.kind().label());
    optional(json, "schema", Optional.of(id.schema()).filter(schema -> !schema.isEmpty()));
    optional(json, "table", Optional.of(id.parent()).filter(parent -> !parent.isEmpty()));
    json.writeStringField("name", id.name());
    json.writeEndObject();
  }

  /** Writes a field, null where there is no value. */
  static void optional(JsonGenerator json, String field, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(field, value.get());
    } else {
      json.writeNullField(field);
    }
  }
}
