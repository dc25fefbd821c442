package dev.drift.engine.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.drift.engine.event.Recorded;
import dev.drift.engine.progress.ObjectHistory;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What made an object what it is, as JSON. */
public final class HistoryJson {
  private HistoryJson() {}

  /** {@return the histories as one JSON document, ending in a line feed} */
  public static String render(List<ObjectHistory> histories) {
    return JsonText.of(
        json -> {
          json.writeStartObject();
          json.writeNumberField("schemaVersion", 1);
          json.writeArrayFieldStart("objects");
          for (ObjectHistory history : histories) {
            json.writeStartObject();
            json.writeStringField("object", history.object().toString());
            json.writeBooleanField("gone", history.gone());
            json.writeArrayFieldStart("events");
            for (Recorded recorded : history.events()) {
              event(json, recorded);
            }
            json.writeEndArray();
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void event(JsonGenerator json, Recorded recorded) throws IOException {
    json.writeStartObject();
    json.writeStringField(
        "event", recorded.event().getClass().getSimpleName().toLowerCase(Locale.ROOT));
    json.writeStringField("object", recorded.event().subject().toString());
    json.writeStringField("migration", recorded.origin().migration());
    json.writeStringField("file", recorded.origin().file());
    json.writeNumberField("line", recorded.origin().line());
    json.writeNumberField("column", recorded.origin().column());
    json.writeArrayFieldStart("changes");
    for (String change : HistoryText.changes(recorded)) {
      json.writeString(change);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
