package dev.drift.engine.event;

import dev.drift.engine.event.SchemaEvent.Altered;
import dev.drift.engine.event.SchemaEvent.Created;
import dev.drift.engine.event.SchemaEvent.Dropped;
import dev.drift.engine.event.SchemaEvent.Renamed;
import dev.drift.engine.model.Draft;
import dev.drift.engine.model.SchemaModel;
import java.util.List;

/** Events to model: the only way a model of migrations comes about. */
public final class Fold {
  private Fold() {}

  /** {@return what {@code start} becomes through {@code events}, in order} */
  public static SchemaModel fold(SchemaModel start, List<? extends SchemaEvent> events) {
    var draft = new Draft(start);
    events.forEach(event -> apply(draft, event));
    return draft.toModel();
  }

  /** Applies one event to a model that is being folded. */
  public static void apply(Draft draft, SchemaEvent event) {
    switch (event) {
      case Created created -> draft.create(created.object());
      case Altered altered -> draft.put(altered.after());
      case Renamed renamed -> draft.rename(renamed.before().id(), renamed.after());
      case Dropped dropped -> draft.remove(dropped.object().id());
    }
  }
}
