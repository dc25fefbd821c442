package dev.drift.engine.ddl;

import dev.drift.engine.event.Recorded;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.source.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A whole history, replayed.
 *
 * @param model the schema it leads to
 * @param events what happened, in order
 * @param problems the statements that were rejected, opaque or not understood
 * @param outcomes one a statement, in order
 * @param opaque what opaque statements may have touched
 */
public record Replayed(
    SchemaModel model,
    List<Recorded> events,
    List<Problem> problems,
    List<Outcome> outcomes,
    SortedSet<ObjectId> opaque) {
  public Replayed {
    events = List.copyOf(events);
    problems = List.copyOf(problems);
    outcomes = List.copyOf(outcomes);
    opaque = Collections.unmodifiableSortedSet(new TreeSet<>(opaque));
  }

  /** {@return this without the tables whose names the migrations leave open} */
  public Replayed withoutShapes() {
    return new Replayed(
        Shapes.fit(model, SchemaModel.empty()),
        named(events),
        problems,
        outcomes.stream().map(outcome -> outcome.with(named(outcome.events()))).toList(),
        opaque);
  }

  private static List<Recorded> named(List<Recorded> events) {
    return events.stream().filter(recorded -> !Shapes.concerns(recorded.event())).toList();
  }

  /**
   * {@return this with the tables of {@code actual} in place of those whose names the migrations
   * leave open; without those if there are none of their shape}
   */
  public Replayed fittedTo(SchemaModel actual) {
    SchemaModel fitted = RangeConstructors.fit(Shapes.fit(model, actual), actual);
    return new Replayed(fitted, events, problems, outcomes, opaque);
  }

  /**
   * {@return the same, and what is missing of the tables that the migrations would make now}
   *
   * @param now the migrations replayed as if they ran now; asked for only if it matters
   */
  public Replayed fittedTo(SchemaModel actual, Supplier<Replayed> now) {
    return fittedTo(actual, now, then -> now.get());
  }

  /**
   * {@return the same, and what is missing of the tables that the migrations would make now}
   *
   * @param now the migrations replayed as if they ran now; asked for only if it matters
   * @param then the migrations replayed as if they ran at another time
   */
  public Replayed fittedTo(
      SchemaModel actual, Supplier<Replayed> now, Function<Instant, Replayed> then) {
    if (new Shapes(model).isEmpty()) {
      return fittedTo(actual);
    }
    Replayed replayed = now.get();
    var today = new Today(model, actual, replayed.model());
    List<SchemaObject> missing = today.missing();
    var ids = missing.stream().map(SchemaObject::id).collect(Collectors.toSet());
    var objects = new ArrayList<>(missing);
    Shapes.fit(model, actual).objects().stream().map(today::settled).forEach(objects::add);
    var all = new ArrayList<>(events);
    replayed.events().stream().filter(r -> ids.contains(r.event().subject())).forEach(all::add);
    List<SchemaObject> restored =
        new LostConstants(then).restored(objects, Shapes.lost(model, actual));
    SchemaModel fitted = RangeConstructors.fit(SchemaModel.of(restored), actual);
    return new Replayed(fitted, all, problems, outcomes, opaque);
  }

  /** {@return the same leading to {@code other}, of which {@code unclear} is not known either} */
  public Replayed leadingTo(SchemaModel other, SortedSet<ObjectId> unclear) {
    var all = new TreeSet<>(opaque);
    all.addAll(unclear);
    return new Replayed(other, events, problems, outcomes, all);
  }
}
