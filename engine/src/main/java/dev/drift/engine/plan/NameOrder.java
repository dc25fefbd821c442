package dev.drift.engine.plan;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A name is free before another object takes it. */
final class NameOrder {
  private final Fates fates;
  private final Precedence precedence;

  NameOrder(Fates fates, Precedence precedence) {
    this.fates = fates;
    this.precedence = precedence;
  }

  private record Name(String schema, String parent, String name) {}

  void link() {
    SortedSet<ObjectId> going = new TreeSet<>(fates.dropped());
    going.addAll(fates.rebuilds().rebuilt().keySet());
    var taken = new HashMap<Name, List<Node>>();
    for (ObjectId id : going) {
      Verb verb = precedence.has(Verb.AWAY, id) ? Verb.AWAY : Verb.DROP;
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
        precedence.before(holder.verb(), holder.id(), taker.verb(), taker.id());
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
}
