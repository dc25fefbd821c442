package dev.drift.engine.plan;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Sequence;
import dev.drift.engine.model.Table;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The order of a plan: an object comes after what it needs, goes before what it needs, and goes
 * before another takes its name.
 */
final class Ordering {
  private final Fates fates;
  private final Dependencies before;
  private final Dependencies after;
  private final List<Action> actions;
  private final ActionGraph graph;
  private final Precedence precedence;
  private final FinishOrder finishes;

  Ordering(Fates fates, Dependencies after, List<Action> actions) {
    this.fates = fates;
    this.before = fates.dependencies();
    this.after = after;
    this.actions = actions;
    this.graph = new ActionGraph(actions);
    this.precedence = new Precedence(fates, after, graph);
    this.finishes = new FinishOrder(fates, after, precedence);
  }

  /** {@return the actions in the order in which they are to be done} */
  List<Action> ordered() {
    link();
    return graph.sorted();
  }

  private void link() {
    SortedSet<ObjectId> ids = new TreeSet<>();
    actions.forEach(action -> ids.add(action.node().id()));
    fates.created().forEach(ids::add);
    fates.dropped().forEach(ids::add);
    ids.addAll(fates.rebuilds().rebuilt().keySet());
    for (ObjectId id : ids) {
      own(id);
      makes(id);
      removes(id);
    }
    causes(fates.rebuilds().rebuilt(), Verb.DROP);
    causes(fates.rebuilds().detached(), Verb.DETACH);
    new NameOrder(fates, precedence).link();
  }

  /** The order of what is done to one object. */
  private void own(ObjectId id) {
    precedence.before(Verb.DETACH, id, Verb.AWAY, id);
    precedence.before(Verb.DETACH, id, Verb.DROP, id);
    precedence.before(Verb.DETACH, id, Verb.ALTER, id);
    precedence.before(Verb.DETACH, id, Verb.ATTACH, id);
    precedence.before(Verb.AWAY, id, Verb.CREATE, id);
    precedence.before(Verb.CREATE, id, Verb.ALTER, id);
    precedence.before(Verb.ALTER, id, Verb.ATTACH, id);
    precedence.before(Verb.ALTER, id, Verb.TIGHTEN, id);
    precedence.before(Verb.ATTACH, id, Verb.TIGHTEN, id);
    precedence.before(Verb.CREATE, id, Verb.TIGHTEN, id);
    precedence.before(Verb.CREATE, id, Verb.VALIDATE, id);
    precedence.before(Verb.CREATE, id, Verb.FINISH, id);
    precedence.before(Verb.ALTER, id, Verb.FINISH, id);
    if (precedence.has(Verb.AWAY, id)) {
      precedence.before(Verb.CREATE, id, Verb.DROP, id);
    } else {
      precedence.before(Verb.DROP, id, Verb.CREATE, id);
    }
  }

  /** What {@code id} needs is there before it is made or changed. */
  private void makes(ObjectId id) {
    for (ObjectId need : after.of(id)) {
      for (Verb verb : List.of(Verb.CREATE, Verb.ALTER, Verb.TIGHTEN, Verb.FINISH)) {
        precedence.before(Verb.CREATE, need, verb, id);
        precedence.before(Verb.ALTER, need, verb, id);
        if (need.kind() == Kind.BASE_TYPE && !after.isFunctionOf(id, need)) {
          precedence.before(Verb.FINISH, need, verb, id);
        }
      }
      if (id.kind() == Kind.PRIMARY_KEY) {
        precedence.before(Verb.TIGHTEN, need, Verb.CREATE, id);
      }
      if (id.kind() == Kind.COLUMN && need.kind() == Kind.COLUMN) {
        precedence.before(Verb.ATTACH, need, Verb.CREATE, id);
        precedence.before(Verb.ATTACH, need, Verb.ATTACH, id);
      }
    }
    if (id.kind() == Kind.PARTITION_INDEX || id.kind() == Kind.PARTITION_TRIGGER) {
      ObjectId partition = id.parentTable();
      precedence.before(Verb.ATTACH, partition, Verb.CREATE, id);
      precedence.before(Verb.ATTACH, partition, Verb.ALTER, id);
    }
    for (ObjectId need : after.ofDefault(id)) {
      precedence.before(Verb.CREATE, need, Verb.CREATE, id);
      precedence.before(Verb.CREATE, need, Verb.ATTACH, id);
      precedence.before(Verb.ALTER, need, Verb.ATTACH, id);
    }
    if (precedence.has(Verb.CREATE, id)) {
      after.ofBody(id).forEach(named -> precedence.wish(Verb.CREATE, named, Verb.CREATE, id));
    }
    fates.target().find(id).ifPresent(finishes::link);
    if (Upserts.isIn(id, fates.target())) {
      upserts(id);
    }
  }

  /** What takes hold of all columns of a table is made when those are gone that go. */
  private void upserts(ObjectId id) {
    for (ObjectId gone : fates.dropped()) {
      if (gone.kind() == Kind.COLUMN
          && after.of(id).contains(ObjectId.table(gone.schema(), gone.parent()))) {
        precedence.before(Verb.DROP, gone, Verb.CREATE, id);
      }
    }
  }

  /** {@code id} goes before what it needs goes or changes. */
  private void removes(ObjectId id) {
    if (fates.actual().find(id).orElse(null) instanceof Sequence sequence) {
      sequence.ownedBy().ifPresent(column -> precedence.before(Verb.FINISH, id, Verb.DROP, column));
    }
    if (id.kind() == Kind.CHECK || id.kind() == Kind.COLUMN) {
      afterThatOfParents(id, id.parentTable());
    }
    boolean aside = precedence.has(Verb.AWAY, id);
    for (ObjectId need : before.of(id)) {
      if (before.isFunctionOf(id, need)) {
        precedence.before(Verb.DROP, need, Verb.DROP, id);
        continue;
      }
      precedence.before(Verb.DROP, id, Verb.DROP, need);
      detached(id, need);
      if (!aside) {
        if (!follows(id)) {
          precedence.before(Verb.DROP, id, Verb.AWAY, need);
        }
        if (id.kind() == Kind.COLUMN && id.belongsTo(need)) {
          precedence.wish(Verb.DROP, id, Verb.ALTER, need);
        } else {
          precedence.before(Verb.DROP, id, Verb.ALTER, need);
        }
      } else {
        precedence.before(Verb.AWAY, id, Verb.ALTER, need);
      }
      if (precedence.has(Verb.AWAY, need) || !precedence.has(Verb.CREATE, need)) {
        precedence.before(Verb.ALTER, id, Verb.DROP, need);
      }
    }
    for (ObjectId need : before.ofDefault(id)) {
      detached(id, need);
      precedence.before(Verb.DROP, id, Verb.DROP, need);
      if (!precedence.has(Verb.DETACH, id) && !precedence.has(Verb.CREATE, need)) {
        precedence.before(Verb.ATTACH, id, Verb.DROP, need);
      }
    }
  }

  /** What an heir has of its parent too is its own only once the parent's is gone. */
  private void afterThatOfParents(ObjectId part, ObjectId table) {
    for (Table heir : fates.actual().find(table, Table.class).stream().toList()) {
      for (ObjectId parent : heir.ancestors()) {
        precedence.before(Verb.DROP, parent.child(part.kind(), part.name()), Verb.DROP, part);
        afterThatOfParents(part, parent);
      }
    }
  }

  /** What {@code id} is freed of stays until then. */
  private void detached(ObjectId id, ObjectId need) {
    precedence.before(Verb.DETACH, id, Verb.DROP, need);
    precedence.before(Verb.DETACH, id, Verb.AWAY, need);
    precedence.before(Verb.DETACH, id, Verb.ALTER, need);
  }

  /** A relation or a column that goes for good may go after its type was set aside. */
  private boolean follows(ObjectId id) {
    return (id.kind() == Kind.TABLE || id.kind() == Kind.COLUMN)
        && !precedence.has(Verb.CREATE, id);
  }

  /** What is taken away because of a root goes while the root still is as it was. */
  private void causes(Map<ObjectId, ? extends Map<ObjectId, String>> causes, Verb verb) {
    causes.forEach(
        (id, roots) -> {
          Verb first = verb == Verb.DROP && precedence.has(Verb.AWAY, id) ? Verb.AWAY : verb;
          for (ObjectId root : roots.keySet()) {
            if (!root.equals(id)) {
              precedence.before(first, id, Verb.AWAY, root);
              precedence.before(first, id, Verb.ALTER, root);
              if (!precedence.has(Verb.AWAY, root)) {
                precedence.before(first, id, Verb.DROP, root);
              }
            }
          }
        });
  }
}
