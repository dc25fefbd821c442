package dev.drift.engine.progress;

import dev.drift.engine.ddl.Outcome;
import dev.drift.engine.ddl.Replay;
import dev.drift.engine.ddl.Replayed;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.diff.Unsettled;
import dev.drift.engine.event.Recorded;
import dev.drift.engine.event.SchemaEvent;
import dev.drift.engine.event.SchemaEvent.Altered;
import dev.drift.engine.event.SchemaEvent.Created;
import dev.drift.engine.event.SchemaEvent.Dropped;
import dev.drift.engine.event.SchemaEvent.Renamed;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far a database is from what the migrations make of it after each statement, worked out in one
 * pass: an event moves only the objects it happens to.
 */
final class Distances {
  /** What an object counts that is only on one side; one in another shape counts less. */
  private static final int PRESENCE = 4;

  /** What depends on who runs the migrations, or on others, does not tell how far they are. */
  private static final Set<Kind> UNTOLD =
      Set.of(Kind.OWNER, Kind.PARTITION_INDEX, Kind.PARTITION_TRIGGER);

  private final Comparing comparing;
  private final Unsettled unsettled;
  private final Map<ObjectId, Integer> costs = new HashMap<>();
  private int total;

  private Distances(Comparing comparing, Unsettled unsettled) {
    this.comparing = comparing;
    this.unsettled = unsettled;
  }

  /**
   * {@return the distances: before the first statement, and after each}
   *
   * <p>Objects that no statement ever touches do not count.
   */
  static int[] of(Replayed replayed, Comparing comparing) {
    var distances = new Distances(comparing, new Unsettled(replayed.opaque()));
    replayed.events().forEach(recorded -> distances.start(recorded.event()));
    List<Outcome> outcomes = replayed.outcomes();
    int[] curve = new int[outcomes.size() + 1];
    curve[0] = distances.total;
    for (int i = 0; i < outcomes.size(); i++) {
      for (Recorded recorded : outcomes.get(i).events()) {
        distances.move(recorded.event());
      }
      curve[i + 1] = distances.total;
    }
    return curve;
  }

  private void start(SchemaEvent event) {
    start(event.subject());
    if (event instanceof Renamed renamed) {
      start(renamed.after().id());
    }
  }

  private void start(ObjectId id) {
    if (!costs.containsKey(id)) {
      set(id, Replay.EMPTY_DATABASE.find(id));
    }
  }

  private void move(SchemaEvent event) {
    switch (event) {
      case Created created -> set(created.object().id(), Optional.of(created.object()));
      case Altered altered -> set(altered.after().id(), Optional.of(altered.after()));
      case Dropped dropped -> set(dropped.object().id(), Optional.empty());
      case Renamed renamed -> {
        set(renamed.before().id(), Optional.empty());
        set(renamed.after().id(), Optional.of(renamed.after()));
      }
    }
  }

  private void set(ObjectId id, Optional<SchemaObject> expected) {
    int cost = tells(id) ? cost(expected, comparing.actual().find(id)) : 0;
    Integer before = costs.put(id, cost);
    total += cost - (before == null ? 0 : before);
  }

  /** Default privileges that are not there may be another role's, which ran the migrations. */
  private boolean tells(ObjectId id) {
    return !UNTOLD.contains(id.kind())
        && !unsettled.contains(id)
        && (id.kind() != Kind.DEFAULT_PRIVILEGES || comparing.actual().contains(id));
  }

  private int cost(Optional<SchemaObject> expected, Optional<SchemaObject> found) {
    if (expected.isEmpty() || found.isEmpty()) {
      return expected.isPresent() || found.isPresent() ? PRESENCE : 0;
    }
    Difference difference = comparing.compare(expected.get(), found.get());
    long unlike = difference.attributes().keySet().stream().filter(difference::differsIn).count();
    return (int) Math.min(unlike, PRESENCE - 1);
  }
}
