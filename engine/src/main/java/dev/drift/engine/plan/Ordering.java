package dev.drift.engine.plan;

import dev.drift.engine.model.BaseType;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Sequence;
import dev.drift.engine.model.Table;
import dev.drift.engine.plan.rule.Rules;
import dev.drift.engine.plan.rule.Scene;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One stable topological sort: an object comes after what it needs, goes before what it needs, and
 * goes before another takes its name. Among what is free the phase decides, then drops before
 * creates, then the kind, then the name. A cycle is cut at its first action.
 */
final class Ordering {
  private final Fates fates;
  private final Dependencies before;
  private final Dependencies after;
  private final Scene scene;
  private final List<Action> actions;
  private final Map<Node, List<Integer>> places = new LinkedHashMap<>();
  private final List<Set<Integer>> followers = new ArrayList<>();
  private final List<Set<Integer>> wishers = new ArrayList<>();
  private final int[] waiting;
  private final int[] wishing;

  Ordering(Fates fates, Dependencies after, List<Action> actions) {
    this.fates = fates;
    this.before = fates.dependencies();
    this.after = after;
    this.scene = fates.scene();
    this.actions = actions;
    this.waiting = new int[actions.size()];
    this.wishing = new int[actions.size()];
    for (int i = 0; i < actions.size(); i++) {
      followers.add(new HashSet<>());
      wishers.add(new HashSet<>());
      places.computeIfAbsent(actions.get(i).node(), key -> new ArrayList<>()).add(i);
    }
  }

  List<Action> ordered() {
    link();
    Comparator<Integer> rank =
        Comparator.comparing((Integer i) -> actions.get(i).phase())
            .thenComparing(i -> group(actions.get(i).node().verb()))
            .thenComparing(i -> kindRank(actions.get(i).node()))
            .thenComparing(i -> actions.get(i).node().id())
            .thenComparing(i -> i);
    var free = new PriorityQueue<>(rank);
    var left = new TreeSet<>(rank);
    for (int i = 0; i < actions.size(); i++) {
      left.add(i);
      if (waiting[i] == 0 && wishing[i] == 0) {
        free.add(i);
      }
    }
    var ordered = new ArrayList<Action>();
    while (!left.isEmpty()) {
      int next = free.isEmpty() ? cut(left) : free.remove();
      if (!left.remove(next)) {
        continue;
      }
      ordered.add(actions.get(next));
      for (int follower : followers.get(next)) {
        if (--waiting[follower] == 0 && wishing[follower] <= 0) {
          free.add(follower);
        }
      }
      for (int wisher : wishers.get(next)) {
        if (--wishing[wisher] == 0 && waiting[wisher] <= 0) {
          free.add(wisher);
        }
      }
    }
    return ordered;
  }

  /** The first that waits only for what a routine's body names, else just the first. */
  private int cut(SortedSet<Integer> left) {
    return left.stream().filter(i -> waiting[i] <= 0).findFirst().orElse(left.first());
  }

  private static int group(Verb verb) {
    return switch (verb) {
      case LOOK, DETACH, AWAY, DROP -> 0;
      case CREATE, ALTER -> 1;
      case ATTACH -> 2;
      case VALIDATE, TIGHTEN, FINISH -> 3;
    };
  }

  private static int kindRank(Node node) {
    int rank = node.id().kind().ordinal();
    return group(node.verb()) == 0 ? -rank : rank;
  }

  private void link() {
    places.values().forEach(this::chain);
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
    names();
  }

  private void chain(List<Integer> sequence) {
    for (int i = 1; i < sequence.size(); i++) {
      edge(sequence.get(i - 1), sequence.get(i));
    }
  }

  /** The order of what is done to one object. */
  private void own(ObjectId id) {
    before(Verb.DETACH, id, Verb.AWAY, id);
    before(Verb.DETACH, id, Verb.DROP, id);
    before(Verb.DETACH, id, Verb.ALTER, id);
    before(Verb.DETACH, id, Verb.ATTACH, id);
    before(Verb.AWAY, id, Verb.CREATE, id);
    before(Verb.CREATE, id, Verb.ALTER, id);
    before(Verb.ALTER, id, Verb.ATTACH, id);
    before(Verb.ALTER, id, Verb.TIGHTEN, id);
    before(Verb.ATTACH, id, Verb.TIGHTEN, id);
    before(Verb.CREATE, id, Verb.TIGHTEN, id);
    before(Verb.CREATE, id, Verb.VALIDATE, id);
    before(Verb.CREATE, id, Verb.FINISH, id);
    before(Verb.ALTER, id, Verb.FINISH, id);
    if (has(Verb.AWAY, id)) {
      before(Verb.CREATE, id, Verb.DROP, id);
    } else {
      before(Verb.DROP, id, Verb.CREATE, id);
    }
  }

  /** What {@code id} needs is there before it is made or changed. */
  private void makes(ObjectId id) {
    for (ObjectId need : after.of(id)) {
      for (Verb verb : List.of(Verb.CREATE, Verb.ALTER, Verb.TIGHTEN, Verb.FINISH)) {
        before(Verb.CREATE, need, verb, id);
        before(Verb.ALTER, need, verb, id);
        if (need.kind() == Kind.BASE_TYPE && !after.isFunctionOf(id, need)) {
          before(Verb.FINISH, need, verb, id);
        }
      }
      if (id.kind() == Kind.PRIMARY_KEY) {
        before(Verb.TIGHTEN, need, Verb.CREATE, id);
      }
      if (id.kind() == Kind.COLUMN && need.kind() == Kind.COLUMN) {
        before(Verb.ATTACH, need, Verb.CREATE, id);
        before(Verb.ATTACH, need, Verb.ATTACH, id);
      }
    }
    for (ObjectId need : after.ofDefault(id)) {
      before(Verb.CREATE, need, Verb.CREATE, id);
      before(Verb.CREATE, need, Verb.ATTACH, id);
      before(Verb.ALTER, need, Verb.ATTACH, id);
    }
    if (has(Verb.CREATE, id)) {
      after.ofBody(id).forEach(named -> wish(named, id));
    }
    fates.target().find(id).ifPresent(this::finishes);
  }

  /** A table leaves its parent before either's columns change and joins one afterwards. */
  private void family(Table table) {
    var members = new ArrayList<ObjectId>();
    for (Objects model : List.of(fates.actual(), fates.target())) {
      members.add(table.id());
      model
          .find(table.id(), Table.class)
          .ifPresent(
              member -> {
                members.addAll(member.inherits());
                member.partitionOf().ifPresent(partition -> members.add(partition.parent()));
              });
    }
    for (ObjectId member : members) {
      before(Verb.CREATE, member, Verb.ATTACH, table.id());
      before(Verb.DETACH, table.id(), Verb.DROP, member);
      for (Objects model : List.of(fates.actual(), fates.target())) {
        for (SchemaObject part : model.childrenOf(member)) {
          for (Verb verb : List.of(Verb.DROP, Verb.CREATE, Verb.ALTER, Verb.TIGHTEN)) {
            if (part.id().kind() == Kind.COLUMN || verb == Verb.DROP) {
              before(Verb.DETACH, table.id(), verb, part.id());
              before(verb, part.id(), Verb.ATTACH, table.id());
            }
          }
        }
      }
    }
  }

  private void finishes(SchemaObject object) {
    ObjectId id = object.id();
    if (object instanceof Table table && (has(Verb.ATTACH, id) || has(Verb.DETACH, id))) {
      family(table);
    }
    if (object instanceof Sequence sequence) {
      sequence
          .ownedBy()
          .ifPresent(
              column -> {
                before(Verb.CREATE, column, Verb.FINISH, id);
                before(Verb.ALTER, column, Verb.FINISH, id);
              });
    }
    if (object instanceof BaseType type) {
      for (ObjectId function : after.functionsOf(type)) {
        before(Verb.CREATE, function, Verb.FINISH, id);
        before(Verb.ALTER, function, Verb.FINISH, id);
      }
    }
    if (object instanceof Table table) {
      for (SchemaObject part : fates.target().childrenOf(id)) {
        before(Verb.TIGHTEN, part.id(), Verb.FINISH, id);
      }
      for (SchemaObject sequence : fates.target().ofKind(Kind.SEQUENCE)) {
        if (sequence instanceof Sequence owned
            && owned.ownedBy().filter(column -> column.belongsTo(id)).isPresent()) {
          before(Verb.ALTER, id, Verb.FINISH, sequence.id());
        }
      }
      for (Kind kind : List.of(Kind.INDEX, Kind.PRIMARY_KEY, Kind.UNIQUE)) {
        for (String name :
            List.of(
                table.clusterOn().orElse(""),
                table.replicaIdentity().replaceFirst("^index ", ""))) {
          before(Verb.CREATE, table.id().child(kind, name), Verb.FINISH, id);
        }
      }
    }
  }

  /** {@code id} goes before what it needs goes or changes. */
  private void removes(ObjectId id) {
    if (fates.actual().find(id).orElse(null) instanceof Sequence sequence) {
      sequence.ownedBy().ifPresent(column -> before(Verb.FINISH, id, Verb.DROP, column));
    }
    boolean aside = has(Verb.AWAY, id);
    for (ObjectId need : before.of(id)) {
      if (before.isFunctionOf(id, need)) {
        before(Verb.DROP, need, Verb.DROP, id);
        continue;
      }
      before(Verb.DROP, id, Verb.DROP, need);
      if (!aside) {
        if (!follows(id)) {
          before(Verb.DROP, id, Verb.AWAY, need);
        }
        before(Verb.DROP, id, Verb.ALTER, need);
      } else {
        before(Verb.AWAY, id, Verb.ALTER, need);
      }
      if (has(Verb.AWAY, need) || !has(Verb.CREATE, need)) {
        before(Verb.ALTER, id, Verb.DROP, need);
      }
    }
    for (ObjectId need : before.ofDefault(id)) {
      before(Verb.DETACH, id, Verb.DROP, need);
      before(Verb.DETACH, id, Verb.AWAY, need);
      before(Verb.DETACH, id, Verb.ALTER, need);
      before(Verb.DROP, id, Verb.DROP, need);
      if (!has(Verb.DETACH, id) && !has(Verb.CREATE, need)) {
        before(Verb.ATTACH, id, Verb.DROP, need);
      }
    }
  }

  /** A relation or a column that goes for good may go after its type was set aside. */
  private boolean follows(ObjectId id) {
    return (id.kind() == Kind.TABLE || id.kind() == Kind.COLUMN) && !has(Verb.CREATE, id);
  }

  /** What is taken away because of a root goes while the root still is as it was. */
  private void causes(Map<ObjectId, ? extends Map<ObjectId, String>> causes, Verb verb) {
    causes.forEach(
        (id, roots) -> {
          Verb first = verb == Verb.DROP && has(Verb.AWAY, id) ? Verb.AWAY : verb;
          for (ObjectId root : roots.keySet()) {
            if (!root.equals(id)) {
              before(first, id, Verb.AWAY, root);
              before(first, id, Verb.ALTER, root);
              if (!has(Verb.AWAY, root)) {
                before(first, id, Verb.DROP, root);
              }
            }
          }
        });
  }

  private record Name(String schema, String parent, String name) {}

  /** A name is free before another object takes it. */
  private void names() {
    SortedSet<ObjectId> going = new TreeSet<>(fates.dropped());
    going.addAll(fates.rebuilds().rebuilt().keySet());
    var taken = new HashMap<Name, List<Node>>();
    for (ObjectId id : going) {
      Verb verb = has(Verb.AWAY, id) ? Verb.AWAY : Verb.DROP;
      taken.computeIfAbsent(name(id), key -> new ArrayList<>()).add(new Node(verb, id));
    }
    SortedSet<ObjectId> coming = new TreeSet<>(fates.created());
    coming.addAll(fates.rebuilds().rebuilt().keySet());
    coming.addAll(fates.changed().keySet());
    for (ObjectId id : coming) {
      identity(fates.actual().find(id))
          .ifPresent(
              name ->
                  taken
                      .computeIfAbsent(name, key -> new ArrayList<>())
                      .add(new Node(Verb.ALTER, id)));
    }
    for (ObjectId id : coming) {
      release(taken.getOrDefault(name(id), List.of()), new Node(Verb.CREATE, id));
      identity(fates.target().find(id))
          .map(name -> taken.getOrDefault(name, List.of()))
          .ifPresent(
              holders -> {
                release(holders, new Node(Verb.CREATE, id));
                release(holders, new Node(Verb.ALTER, id));
              });
    }
  }

  private void release(List<Node> holders, Node taker) {
    for (Node holder : holders) {
      if (!holder.id().equals(taker.id())) {
        before(holder.verb(), holder.id(), taker.verb(), taker.id());
      }
    }
  }

  private static Optional<Name> identity(Optional<SchemaObject> object) {
    return object
        .filter(Column.class::isInstance)
        .flatMap(column -> ((Column) column).identity())
        .map(identity -> new Name(identity.sequence().schema(), "", identity.sequence().name()));
  }

  private static Name name(ObjectId id) {
    boolean shared = Objects.RELATIONS.contains(id.kind()) || Objects.TYPES.contains(id.kind());
    return new Name(id.schema(), shared ? "" : id.parent(), id.name());
  }

  private boolean has(Verb verb, ObjectId id) {
    return places.containsKey(new Node(verb, id));
  }

  private void before(Verb first, ObjectId id, Verb second, ObjectId other) {
    List<Integer> from = places(first, id);
    List<Integer> to = places(second, other);
    if (!from.isEmpty() && !to.isEmpty()) {
      edge(from.getLast(), to.getFirst());
    }
  }

  /** Where that is done: with the whole, if the object is made or dropped with its whole. */
  private List<Integer> places(Verb verb, ObjectId id) {
    List<Integer> own = places.getOrDefault(new Node(verb, id), List.of());
    if (!own.isEmpty()) {
      return own;
    }
    if (verb == Verb.CREATE) {
      return fates
          .target()
          .find(id)
          .filter(object -> Rules.isInline(object, scene))
          .flatMap(object -> Wholes.owner(fates.target(), id))
          .map(whole -> places(Verb.CREATE, whole))
          .orElse(inherited(verb, id));
    }
    if (verb == Verb.DROP) {
      return fates
          .actual()
          .find(id)
          .filter(fates::isDroppedWithWhole)
          .flatMap(fates::whole)
          .map(whole -> places(Verb.DROP, whole))
          .orElse(inherited(verb, id));
    }
    return List.of();
  }

  /** An inherited column comes and goes with that of its parent. */
  private List<Integer> inherited(Verb verb, ObjectId id) {
    if (id.kind() != Kind.COLUMN) {
      return List.of();
    }
    Dependencies dependencies = verb == Verb.CREATE ? after : before;
    for (ObjectId need : dependencies.of(id)) {
      if (need.kind() == Kind.COLUMN && need.name().equals(id.name())) {
        return places(verb, need);
      }
    }
    return List.of();
  }

  private void wish(ObjectId named, ObjectId id) {
    List<Integer> from = places(Verb.CREATE, named);
    int to = places(Verb.CREATE, id).getFirst();
    if (!from.isEmpty() && from.getLast() != to && wishers.get(from.getLast()).add(to)) {
      wishing[to]++;
    }
  }

  private void edge(int from, int to) {
    if (from != to && followers.get(from).add(to)) {
      waiting[to]++;
    }
  }
}
