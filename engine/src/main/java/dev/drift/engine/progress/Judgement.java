package dev.drift.engine.progress;

import dev.drift.engine.diff.Difference;
import dev.drift.engine.diff.Unsettled;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.progress.Effect.State;
import dev.drift.engine.progress.Ownership.Renaming;
import dev.drift.engine.progress.Ownership.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is to be seen in a database of each statement of a run: of what survives the run, whether it
 * is there.
 */
final class Judgement {
  /** What depends on who ran the migrations, or comes by itself with something else. */
  private static final Set<Kind> UNTOLD =
      Set.of(Kind.OWNER, Kind.DEFAULT_PRIVILEGES, Kind.PARTITION_INDEX, Kind.PARTITION_TRIGGER);

  private final SchemaModel base;
  private final SchemaModel end;
  private final SchemaModel actual;
  private final Comparing comparing;
  private final Unsettled unsettled;
  private final boolean ran;
  private final Map<Integer, List<Effect>> effects = new TreeMap<>();

  private Judgement(Run run, Comparing comparing, Unsettled unsettled) {
    this.base = run.base;
    this.end = run.end;
    this.ran = run.ran;
    this.actual = comparing.actual();
    this.comparing = comparing;
    this.unsettled = unsettled;
  }

  /**
   * Statements in a row.
   *
   * @param base the schema before them
   * @param ownership which of them made what
   * @param end the schema after them
   * @param ran whether the database is behind them: then what they dropped has been there
   */
  record Run(SchemaModel base, Ownership ownership, SchemaModel end, boolean ran) {}

  /** {@return the surviving effects by statement} */
  static Map<Integer, List<Effect>> of(Run run, Comparing comparing, Unsettled unsettled) {
    var judgement = new Judgement(run, comparing, unsettled);
    run.ownership.traces().forEach(judgement::judge);
    run.ownership.droppers().forEach(judgement::judgeDrop);
    return judgement.effects;
  }

  private void judgeDrop(ObjectId id, int dropper) {
    if (end.contains(id)) {
      return;
    }
    boolean there = actual.contains(id);
    if (there || ran || base.contains(id)) {
      add(dropper, id, Optional.empty(), there ? State.LACKING : State.THERE);
    }
  }

  private void judge(ObjectId id, Trace trace) {
    end.find(id).ifPresent(expected -> judge(id, trace, expected));
  }

  private void judge(ObjectId id, Trace trace, SchemaObject expected) {
    Optional<SchemaObject> found = isTaken(id, trace) ? Optional.empty() : actual.find(id);
    int carried = trace.renamings().size();
    while (found.isEmpty() && carried > 0) {
      carried--;
      ObjectId former = trace.renamings().get(carried).before().id();
      found = end.contains(former) ? Optional.empty() : actual.find(former);
    }
    if (found.isEmpty()) {
      missing(id, trace);
      return;
    }
    int untold = Math.min(carried, firstOf(found.get().id(), trace));
    for (int i = 0; i < trace.renamings().size(); i++) {
      if (i < untold || i >= carried) {
        rename(id, trace.renamings().get(i), i < carried);
      }
    }
    present(id, trace, expected, found.get());
  }

  /**
   * {@return the first renaming of an object that has this name again after a later one, and had it
   * before the run: whether it went there and back cannot be seen}
   */
  private int firstOf(ObjectId name, Trace trace) {
    int first = 0;
    while (first < trace.renamings().size()
        && !trace.renamings().get(first).before().id().equals(name)) {
      first++;
    }
    return base.contains(name) ? first : trace.renamings().size();
  }

  /** Another object had the name before, and this one is still there under its own. */
  private boolean isTaken(ObjectId id, Trace trace) {
    if (trace.renamings().isEmpty() || !base.contains(id)) {
      return false;
    }
    ObjectId first = trace.renamings().get(0).before().id();
    return !first.equals(id) && actual.contains(first) && !end.contains(first);
  }

  private void missing(ObjectId id, Trace trace) {
    trace.creator().ifPresent(creator -> add(creator, id, Optional.empty(), State.LACKING));
    trace.renamings().forEach(each -> add(each.statement(), id, Optional.empty(), State.LACKING));
    trace
        .writers()
        .forEach((name, writer) -> add(writer.statement(), id, Optional.of(name), State.LACKING));
  }

  private void rename(ObjectId id, Renaming renaming, boolean done) {
    if (!done) {
      add(renaming.statement(), id, Optional.empty(), State.LACKING);
    } else if (!base.contains(id)) {
      add(renaming.statement(), id, Optional.empty(), State.THERE);
    }
  }

  private void present(ObjectId id, Trace trace, SchemaObject expected, SchemaObject found) {
    Difference difference = comparing.compare(expected, found);
    Optional<SchemaObject> before = before(id, trace);
    Optional<Difference> change = before.map(object -> comparing.compare(object, expected));
    trace
        .creator()
        .ifPresent(creator -> created(creator, trace, before, change, difference, found));
    trace
        .writers()
        .forEach(
            (attribute, writer) -> {
              if (change.isEmpty() || change.get().attributes().containsKey(attribute)) {
                add(
                    writer.statement(),
                    id,
                    Optional.of(attribute),
                    state(
                        attribute,
                        List.of(writer.before(), before.orElse(writer.before())),
                        difference,
                        found));
              }
            });
  }

  private void created(
      int creator,
      Trace trace,
      Optional<SchemaObject> before,
      Optional<Difference> change,
      Difference difference,
      SchemaObject found) {
    ObjectId id = difference.id();
    if (before.isEmpty()) {
      add(creator, id, Optional.empty(), State.THERE);
    }
    Set<String> attributes =
        change.map(Difference::attributes).orElse(difference.attributes()).keySet();
    for (String attribute : attributes) {
      if (!trace.writers().containsKey(attribute)) {
        State state =
            before
                .map(object -> state(attribute, List.of(object), difference, found))
                .orElse(difference.differsIn(attribute) ? State.OTHERWISE : State.UNKNOWN);
        add(creator, id, Optional.of(attribute), state);
      }
    }
  }

  /** {@return the object as it was before the run, under whatever name} */
  private Optional<SchemaObject> before(ObjectId id, Trace trace) {
    Optional<SchemaObject> before = base.find(id);
    for (int i = trace.renamings().size() - 1; i >= 0 && before.isEmpty(); i--) {
      before = base.find(trace.renamings().get(i).before().id());
    }
    return before;
  }

  private State state(
      String attribute, List<SchemaObject> before, Difference difference, SchemaObject found) {
    if (!difference.attributes().containsKey(attribute)) {
      return State.THERE;
    }
    if (!difference.differsIn(attribute)) {
      return State.UNKNOWN;
    }
    return before.stream().anyMatch(old -> isSame(attribute, old, found))
        ? State.LACKING
        : State.OTHERWISE;
  }

  private boolean isSame(String attribute, SchemaObject before, SchemaObject found) {
    return !comparing.compare(before, found).attributes().containsKey(attribute);
  }

  private void add(int statement, ObjectId id, Optional<String> attribute, State state) {
    boolean open = unsettled.contains(id) || UNTOLD.contains(id.kind());
    State known = state != State.THERE && open ? State.UNKNOWN : state;
    effects
        .computeIfAbsent(statement, none -> new ArrayList<>())
        .add(new Effect(id, attribute, known, end.find(id), actual.find(id)));
  }
}
