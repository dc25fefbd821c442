package dev.drift.engine.catalog;

import dev.drift.engine.model.EventTrigger;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import java.util.List;
import java.util.TreeSet;

/** {@code pg_event_trigger} to {@link EventTrigger}. */
final class EventTriggerReader implements CatalogReader {
  @Override
  public String family() {
    return "event_triggers";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      reading.add(
          "pg_event_trigger",
          row.text("oid"),
          new EventTrigger(
              ObjectId.global(Kind.EVENT_TRIGGER, row.text("name")),
              row.text("event"),
              new TreeSet<>(row.texts("tags")),
              new QualifiedName(row.text("function_schema"), row.text("function")),
              Codes.enabled(row.text("enabled"))));
    }
  }
}
