package dev.drift.engine.plan;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.plan.rule.Rules;
import dev.drift.engine.plan.rule.Scene;
import java.util.List;

/** Which of two things comes first, where each may be done by itself or along with its whole. */
final class Precedence {
  private final Fates fates;
  private final Dependencies before;
  private final Dependencies after;
  private final Scene scene;
  private final ActionGraph graph;

  Precedence(Fates fates, Dependencies after, ActionGraph graph) {
    this.fates = fates;
    this.before = fates.dependencies();
    this.after = after;
    this.scene = fates.scene();
    this.graph = graph;
  }

  /** {@return whether that is done to {@code id} by a step of its own} */
  boolean has(Verb verb, ObjectId id) {
    return !graph.places(new Node(verb, id)).isEmpty();
  }

  /** The one is done before the other, if both are. */
  void before(Verb first, ObjectId id, Verb second, ObjectId other) {
    List<Integer> from = places(first, id);
    List<Integer> to = places(second, other);
    if (!from.isEmpty() && !to.isEmpty()) {
      graph.edge(from.getLast(), to.getFirst());
    }
  }

  /** Where that is done: with the whole, if the object is made or dropped with its whole. */
  private List<Integer> places(Verb verb, ObjectId id) {
    List<Integer> own = graph.places(new Node(verb, id));
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

  /** The one is done before the other, if both are, unless that would be a cycle. */
  void wish(Verb first, ObjectId id, Verb second, ObjectId other) {
    List<Integer> from = places(first, id);
    List<Integer> to = places(second, other);
    if (!from.isEmpty() && !to.isEmpty()) {
      graph.wish(from.getLast(), to.getFirst());
    }
  }
}
