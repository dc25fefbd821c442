package dev.drift.engine.plan;

import dev.drift.engine.model.Check;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Comment;
import dev.drift.engine.model.Exclusion;
import dev.drift.engine.model.ExtensionDependency;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Owner;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.Privileges;
import dev.drift.engine.model.Publication;
import dev.drift.engine.model.Row;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.SecurityLabel;
import dev.drift.engine.model.Sequence;
import dev.drift.engine.model.Statistics;
import dev.drift.engine.model.Unique;
import dev.drift.engine.plan.rule.Rules;
import dev.drift.engine.plan.rule.Scene;
import dev.drift.engine.plan.rule.TypeSwap;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What must be taken away and put back because something it depends on is rebuilt or changes its
 * type. Each keeps the causes: the object, and the condition that it still is as it was.
 */
final class Rebuilds {
  /** How much of what depends on an object is disturbed. */
  private enum Reach {
    /** It is dropped and made again. */
    REBUILT,
    /** It is a column with another modifier or collation. */
    RESIZED,
    /** It is a column with another type. */
    RETYPED
  }

  /** What is not bound to anything by its text. */
  private static final Set<Kind> STAYING =
      Set.of(
          Kind.TABLE,
          Kind.FOREIGN_TABLE,
          Kind.COLUMN,
          Kind.COMMENT,
          Kind.OWNER,
          Kind.PRIVILEGES,
          Kind.SEQUENCE,
          Kind.EXTENSION,
          Kind.SCHEMA,
          Kind.SECURITY_LABEL,
          Kind.EXTENSION_DEPENDENCY,
          Kind.PUBLICATION);

  /** What goes for good before that is disturbed which it reads, and all that stays on it too. */
  private static final Set<Kind> GOING_FIRST =
      Set.of(Kind.VIEW, Kind.MATERIALIZED_VIEW, Kind.FUNCTION, Kind.PROCEDURE);

  private record Disturbance(ObjectId id, Reach reach, ObjectId root, String stillOld) {}

  private final Fates fates;
  private final FreedNames names;
  private final Dependencies before;
  private final SortedMap<ObjectId, SortedMap<ObjectId, String>> rebuilt = new TreeMap<>();
  private final SortedMap<ObjectId, SortedMap<ObjectId, String>> detached = new TreeMap<>();
  private final SortedMap<ObjectId, SortedMap<ObjectId, String>> converted = new TreeMap<>();
  private final Deque<Disturbance> open = new ArrayDeque<>();
  private final Set<Disturbance> seen = new HashSet<>();

  Rebuilds(Fates fates) {
    this.fates = fates;
    this.names = new FreedNames(fates);
    this.before = fates.dependencies();
    fates.roots().forEach((id, stillOld) -> rebuild(id, id, stillOld));
    fates
        .changed()
        .forEach(
            (id, actions) ->
                actions.stream()
                    .filter(Action::unsettling)
                    .forEach(action -> retype(id, id, action.guard().when().orElse("true"))));
    fates.dropped().forEach(this::bindAnew);
    while (!open.isEmpty()) {
      spread(open.remove());
    }
  }

  /**
   * What stays but was bound to something dropped must be bound anew: foreign keys to another key,
   * expressions to another function of the same name.
   */
  private void bindAnew(ObjectId gone) {
    SchemaObject object = fates.actual().find(gone).orElseThrow();
    if (fates.whole(object).filter(fates.dropped()::contains).isPresent()) {
      return;
    }
    Scene scene = new Scene(fates.actual(), fates.target(), fates.options(), Set.of());
    List<Action> drops = Rules.drop(object, scene);
    for (ObjectId dependent : before.defaultDependents(gone)) {
      if (fates.target().contains(dependent) && !fates.changed().containsKey(dependent)) {
        drops.forEach(drop -> cause(detached, dependent, gone, drop.guard().when().orElse("true")));
      }
    }
    for (ObjectId dependent : before.dependents(gone)) {
      if (fates.target().contains(dependent)
          && (!fates.changed().containsKey(dependent)
              || names.isTaken(gone)
              || Upserts.isIn(dependent, fates.target()))
          && !STAYING.contains(dependent.kind())) {
        drops.forEach(drop -> rebuild(dependent, gone, drop.guard().when().orElse("true")));
      } else if (GOING_FIRST.contains(dependent.kind())
          && !fates.target().contains(dependent)
          && names.isTaken(gone)) {
        drops.forEach(
            drop ->
                push(
                    new Disturbance(
                        dependent, Reach.REBUILT, gone, drop.guard().when().orElse("true"))));
      }
    }
  }

  private void spread(Disturbance it) {
    ownedBy(it);
    for (ObjectId id : before.defaultDependents(it.id())) {
      if (it.reach() == Reach.REBUILT && fates.target().contains(id)) {
        cause(detached, id, it.root(), it.stillOld());
      }
    }
    for (ObjectId id : before.dependents(it.id())) {
      if (fates.target().contains(id)) {
        disturb(fates.actual().find(id).orElseThrow(), it);
      } else if (GOING_FIRST.contains(id.kind())) {
        push(new Disturbance(id, Reach.REBUILT, it.root(), it.stillOld()));
      }
    }
  }

  /** A sequence goes with the column it belongs to. */
  private void ownedBy(Disturbance it) {
    if (it.reach() == Reach.REBUILT && it.id().kind() == Kind.COLUMN) {
      for (SchemaObject object : fates.actual().ofKind(Kind.SEQUENCE)) {
        if (object instanceof Sequence sequence
            && sequence.ownedBy().equals(Optional.of(it.id()))
            && fates.target().contains(sequence.id())) {
          rebuild(sequence.id(), it.root(), it.stillOld());
        }
      }
    }
  }

  private void disturb(SchemaObject dependent, Disturbance it) {
    ObjectId id = dependent.id();
    if (it.reach() == Reach.REBUILT) {
      boolean swapped = TypeSwap.applies(it.id().kind());
      if (dependent instanceof Column column && swapped && column.generated().isEmpty()) {
        cause(converted, id, it.root(), it.stillOld());
        push(new Disturbance(id, Reach.RETYPED, it.root(), it.stillOld()));
        cause(detached, id, it.root(), it.stillOld());
      } else {
        rebuild(id, it.root(), it.stillOld());
      }
      return;
    }
    boolean retyped = it.reach() == Reach.RETYPED;
    boolean affected =
        switch (dependent) {
          case Comment comment -> false;
          case SecurityLabel label -> false;
          case ExtensionDependency dependency -> false;
          case Row row -> false;
          case Statistics statistics -> false;
          case Publication publication ->
              publication.tables().stream()
                  .anyMatch(m -> it.id().belongsTo(m.table()) && m.condition().isPresent());
          case Owner owner -> false;
          case Privileges privileges -> false;
          case PrimaryKey key -> false;
          case Unique unique -> false;
          case Exclusion exclusion -> retyped;
          case ForeignKey key -> retyped;
          case Check check -> retyped;
          case Index index ->
              retyped
                  && (index.predicate().isPresent()
                      || index.keys().stream()
                          .anyMatch(key -> !key.column() || key.operatorClass().isPresent()));
          case Column column -> {
            if (column.generated().isEmpty()) {
              push(new Disturbance(id, it.reach(), it.root(), it.stillOld()));
            }
            yield column.generated().isPresent();
          }
          default -> true;
        };
    if (affected) {
      rebuild(id, it.root(), it.stillOld());
    }
  }

  private void retype(ObjectId id, ObjectId root, String stillOld) {
    boolean otherType =
        !(fates.actual().find(id).orElse(null) instanceof Column was)
            || !(fates.target().find(id).orElse(null) instanceof Column is)
            || !was.type().name().equals(is.type().name())
            || !was.type().schema().equals(is.type().schema())
            || was.type().array() != is.type().array();
    if (otherType) {
      cause(detached, id, root, stillOld);
    }
    push(new Disturbance(id, otherType ? Reach.RETYPED : Reach.RESIZED, root, stillOld));
  }

  private void rebuild(ObjectId id, ObjectId root, String stillOld) {
    cause(rebuilt, id, root, stillOld);
    Optional<String> own = Optional.ofNullable(fates.roots().get(id));
    own.ifPresent(condition -> cause(rebuilt, id, id, condition));
    push(new Disturbance(id, Reach.REBUILT, root, stillOld));
  }

  private void push(Disturbance disturbance) {
    if (seen.add(disturbance)) {
      open.add(disturbance);
    }
  }

  private static void cause(
      SortedMap<ObjectId, SortedMap<ObjectId, String>> causes,
      ObjectId id,
      ObjectId root,
      String stillOld) {
    causes.computeIfAbsent(id, key -> new TreeMap<>()).put(root, stillOld);
  }

  /** {@return what is dropped and made again, with its causes} */
  SortedMap<ObjectId, SortedMap<ObjectId, String>> rebuilt() {
    return rebuilt;
  }

  /** {@return the columns whose defaults are taken away and given back, with the causes} */
  SortedMap<ObjectId, SortedMap<ObjectId, String>> detached() {
    return detached;
  }

  /** {@return the columns that are converted to the type that takes the place of theirs} */
  SortedMap<ObjectId, SortedMap<ObjectId, String>> converted() {
    return converted;
  }

  /** {@return the condition that one of the causes still is as it was} */
  static String anyOf(Map<ObjectId, String> causes) {
    return causes.size() == 1
        ? causes.values().iterator().next()
        : "("
            + String.join("\n   OR ", causes.values().stream().map(c -> "(" + c + ")").toList())
            + ")";
  }
}
