package dev.drift.engine.diff;

import dev.drift.engine.event.Origin;
import dev.drift.engine.event.Recorded;
import dev.drift.engine.event.SchemaEvent;
import dev.drift.engine.event.SchemaEvent.Altered;
import dev.drift.engine.event.SchemaEvent.Created;
import dev.drift.engine.event.SchemaEvent.Dropped;
import dev.drift.engine.event.SchemaEvent.Renamed;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which statement made an object what it is, found in the recorded events; renames are followed.
 */
public final class Origins {
  private final Map<ObjectId, List<Recorded>> histories = new HashMap<>();

  /** Reads {@code events}, oldest first. */
  public Origins(List<Recorded> events) {
    for (Recorded recorded : events) {
      SchemaEvent event = recorded.event();
      if (event instanceof Renamed renamed) {
        List<Recorded> history = histories.remove(renamed.before().id());
        histories.put(renamed.after().id(), history == null ? new ArrayList<>() : history);
        histories.get(renamed.after().id()).add(recorded);
      } else {
        if (event instanceof Created) {
          histories.remove(event.subject());
        }
        histories.computeIfAbsent(event.subject(), id -> new ArrayList<>(2)).add(recorded);
      }
    }
  }

  /** {@return everything that happened to the object since it was last created, oldest first} */
  public List<Recorded> history(ObjectId id) {
    return List.copyOf(histories.getOrDefault(id, List.of()));
  }

  /**
   * {@return the statement that created the object or, with an attribute, that last gave it its
   * value; for an object that is gone, the one that dropped it}
   */
  public Optional<Origin> of(ObjectId id, Optional<String> attribute) {
    List<Recorded> history = histories.getOrDefault(id, List.of());
    Optional<Origin> origin = Optional.empty();
    for (Recorded recorded : history) {
      if (matters(recorded.event(), attribute)) {
        origin = Optional.of(recorded.origin());
      }
    }
    return origin.or(() -> history.stream().findFirst().map(Recorded::origin));
  }

  private static boolean matters(SchemaEvent event, Optional<String> attribute) {
    return switch (event) {
      case Created created -> true;
      case Dropped dropped -> true;
      case Altered altered ->
          attribute.isPresent() && changes(altered.before(), altered.after(), attribute.get());
      case Renamed renamed ->
          attribute.isPresent() && changes(renamed.before(), renamed.after(), attribute.get());
    };
  }

  private static boolean changes(SchemaObject before, SchemaObject after, String attribute) {
    return !Parts.value((Record) before, attribute).equals(Parts.value((Record) after, attribute));
  }
}
