package dev.drift.engine.progress;

import dev.drift.engine.diff.Comparison;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.event.SchemaEvent;
import dev.drift.engine.event.SchemaEvent.Altered;
import dev.drift.engine.event.SchemaEvent.Created;
import dev.drift.engine.event.SchemaEvent.Dropped;
import dev.drift.engine.event.SchemaEvent.Renamed;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Which statement of a run of statements is behind each object, each of its attributes, its name
 * and its absence. Renames are followed: what was said of an object before goes on under its new
 * name.
 */
final class Ownership {

  private static final BiFunction<SchemaObject, SchemaObject, Difference> COMPARISON =
      Comparison.around(SchemaModel.empty());

  /** The statement that gave an attribute its value, and the object as it was before. */
  record Writer(int statement, SchemaObject before) {}

  /** A statement that renamed the object, and the object as it was before. */
  record Renaming(int statement, SchemaObject before) {}

  /** What the statements have made of one object. */
  static final class Trace {
    private Optional<Integer> creator = Optional.empty();
    private final Map<String, Writer> writers = new HashMap<>(2);
    private final List<Renaming> renamings = new ArrayList<>(0);

    /** {@return the statement that created it; empty if it was there before the run} */
    Optional<Integer> creator() {
      return creator;
    }

    /** {@return what was set after it was created, by attribute} */
    Map<String, Writer> writers() {
      return writers;
    }

    /** {@return its renamings, oldest first} */
    List<Renaming> renamings() {
      return renamings;
    }

    private void write(int statement, SchemaObject before, SchemaObject after) {
      for (String attribute : COMPARISON.apply(before, after).attributes().keySet()) {
        writers.put(attribute, new Writer(statement, before));
      }
    }
  }

  private final Map<ObjectId, Trace> traces = new HashMap<>();
  private final Map<ObjectId, Integer> droppers = new HashMap<>();

  /** Takes note of what a statement did. */
  void record(int statement, SchemaEvent event) {
    switch (event) {
      case Created created -> {
        var trace = new Trace();
        trace.creator = Optional.of(statement);
        traces.put(created.object().id(), trace);
        droppers.remove(created.object().id());
      }
      case Altered altered ->
          trace(altered.before().id()).write(statement, altered.before(), altered.after());
      case Renamed renamed -> {
        Trace trace = trace(renamed.before().id());
        traces.remove(renamed.before().id());
        traces.put(renamed.after().id(), trace);
        droppers.remove(renamed.after().id());
        trace.renamings.add(new Renaming(statement, renamed.before()));
        trace.write(statement, renamed.before(), renamed.after());
      }
      case Dropped dropped -> {
        traces.remove(dropped.object().id());
        droppers.put(dropped.object().id(), statement);
      }
    }
  }

  /** {@return the objects that the statements made or changed and that are there at the end} */
  Map<ObjectId, Trace> traces() {
    return traces;
  }

  /** {@return the objects that are gone at the end, each with the statement that dropped it} */
  Map<ObjectId, Integer> droppers() {
    return droppers;
  }

  private Trace trace(ObjectId id) {
    return traces.computeIfAbsent(id, unknown -> new Trace());
  }
}
