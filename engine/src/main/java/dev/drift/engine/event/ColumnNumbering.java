package dev.drift.engine.event;

import dev.drift.engine.event.SchemaEvent.Altered;
import dev.drift.engine.event.SchemaEvent.Created;
import dev.drift.engine.event.SchemaEvent.Dropped;
import dev.drift.engine.event.SchemaEvent.Renamed;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.ColumnNumbers;
import dev.drift.engine.model.ObjectId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Numbers the columns as the tables do, in the order in which events make them. */
public final class ColumnNumbering {
  private final Map<ObjectId, Integer> numbers = new HashMap<>();
  private final Map<ObjectId, Integer> highest = new HashMap<>();

  private ColumnNumbering() {}

  /** {@return the numbers that columns have after {@code events} on an empty database} */
  public static ColumnNumbers of(List<Recorded> events) {
    var numbering = new ColumnNumbering();
    events.forEach(recorded -> numbering.follow(recorded.event()));
    return new ColumnNumbers(true, numbering.numbers);
  }

  private void follow(SchemaEvent event) {
    switch (event) {
      case Created created when created.object() instanceof Column column ->
          numbers.put(column.id(), highest.merge(table(column.id()), 1, Integer::sum));
      case Renamed renamed -> {
        move(numbers, renamed.before().id(), renamed.after().id());
        move(highest, renamed.before().id(), renamed.after().id());
      }
      case Dropped dropped -> {
        numbers.remove(dropped.object().id());
        highest.remove(dropped.object().id());
      }
      case Created created -> {}
      case Altered altered -> {}
    }
  }

  private static void move(Map<ObjectId, Integer> map, ObjectId from, ObjectId to) {
    Optional.ofNullable(map.remove(from)).ifPresent(value -> map.put(to, value));
  }

  private static ObjectId table(ObjectId column) {
    return column.parentTable();
  }
}
