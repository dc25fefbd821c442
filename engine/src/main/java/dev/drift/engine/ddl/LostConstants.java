package dev.drift.engine.ddl;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a table of another day has lost, and what held that day's constants: a check between two
 * dates, say. They are those that the migrations make at the time that the table's name tells.
 */
final class LostConstants {
  /** A replay of all migrations is quick, but not nothing. */
  private static final int MOST_REPLAYS = 24;

  private final Function<Instant, Replayed> at;
  private final Map<Instant, SchemaModel> replayed = new HashMap<>();
  private final List<SchemaModel> models = new ArrayList<>();

  /**
   * @param at the migrations replayed as if they ran then
   */
  LostConstants(Function<Instant, Replayed> at) {
    this.at = at;
  }

  /**
   * Something that is not there.
   *
   * @param value what the table's name has where the shape leaves it open
   */
  record Lost(ObjectId id, String value) {}

  /** {@return the objects with those that are lost as they were made, where that can be told} */
  List<SchemaObject> restored(List<SchemaObject> objects, List<Lost> lost) {
    if (lost.isEmpty()) {
      return objects;
    }
    Map<ObjectId, SchemaObject> made = new HashMap<>();
    for (Lost one : lost) {
      made(one).ifPresent(object -> made.put(one.id(), object));
    }
    return objects.stream().map(object -> made.getOrDefault(object.id(), object)).toList();
  }

  private Optional<SchemaObject> made(Lost lost) {
    for (SchemaModel model : models) {
      Optional<SchemaObject> found = model.find(lost.id());
      if (found.isPresent()) {
        return found;
      }
    }
    for (Instant moment : NamedMoments.of(lost.value())) {
      if (!replayed.containsKey(moment) && replayed.size() < MOST_REPLAYS) {
        SchemaModel model = at.apply(moment).model();
        replayed.put(moment, model);
        models.add(model);
        Optional<SchemaObject> found = model.find(lost.id());
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
