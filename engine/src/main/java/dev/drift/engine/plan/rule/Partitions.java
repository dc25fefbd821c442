package dev.drift.engine.plan.rule;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Table;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Verb;
import dev.drift.engine.plan.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Attaching and detaching partitions and children. */
final class Partitions {
  private Partitions() {}

  static List<Action> change(Table before, Table after, Scene scene) {
    if (before.partitionOf().isPresent()
        && after.partitionOf().isPresent()
        && before.partitionOf().get().parent().equals(after.partitionOf().get().parent())) {
      return List.of(rebound(before, after));
    }
    var actions = new ArrayList<Action>();
    before
        .partitionOf()
        .ifPresent(
            old ->
                actions.add(
                    action(
                            after,
                            Verb.DETACH,
                            "detach " + after.id() + " from " + old.parent(),
                            old.parent(),
                            "DETACH PARTITION " + Sql.name(after.id()))
                        .saying(detach -> Leftovers.without(detach, after, scene))
                        .when(
                            isChild(after.id(), old.parent())
                                + "\n   AND "
                                + Shape.relationHas(
                                    after.id(),
                                    Shape.textIs(
                                        "pg_get_expr(c.relpartbound, c.oid)",
                                        old.bound().sql())))));
    after
        .partitionOf()
        .ifPresent(
            now ->
                actions.add(
                    action(
                            after,
                            Verb.ATTACH,
                            "attach " + after.id() + " to " + now.parent(),
                            now.parent(),
                            "ATTACH PARTITION " + Sql.name(after.id()) + " " + now.bound())
                        .saying(attach -> Leftovers.withChecks(attach, after.id(), now.parent()))
                        .resolvingNames()
                        .doing(Work.SCAN)
                        .hazard(Hazard.SCANS_TABLE)
                        .hazard(Hazard.MAY_FAIL_ON_DATA)
                        .when("NOT " + isChild(after.id(), now.parent()))));
    return actions;
  }

  private static Action rebound(Table before, Table after) {
    ObjectId parent = after.partitionOf().orElseThrow().parent();
    String alter = "ALTER TABLE " + Sql.name(parent);
    String name = Sql.name(after.id());
    return action(
            after,
            Verb.ATTACH,
            "change the bounds of " + after.id(),
            parent,
            "DETACH PARTITION "
                + name
                + ";\n    "
                + alter
                + " ATTACH PARTITION "
                + name
                + " "
                + after.partitionOf().get().bound())
        .resolvingNames()
        .doing(Work.SCAN)
        .hazard(Hazard.SCANS_TABLE)
        .hazard(Hazard.MAY_FAIL_ON_DATA)
        .when(
            Shape.relationHas(
                after.id(),
                Shape.textIs(
                    "pg_get_expr(c.relpartbound, c.oid)",
                    before.partitionOf().orElseThrow().bound().sql())));
  }

  static List<Action> inherit(Table before, Table after, Scene scene) {
    List<ObjectId> kept = before.inherits().stream().filter(after.inherits()::contains).toList();
    if (!after.inherits().subList(0, Math.min(kept.size(), after.inherits().size())).equals(kept)) {
      return List.of(reordered(before, after));
    }
    var actions = new ArrayList<Action>();
    for (ObjectId parent : before.inherits()) {
      if (!after.inherits().contains(parent)) {
        actions.add(
            action(
                    after,
                    Verb.DETACH,
                    "stop " + after.id() + " inheriting from " + parent,
                    after.id(),
                    "NO INHERIT " + Sql.name(parent))
                .saying(part -> Leftovers.without(part, after, scene))
                .when(isChild(after.id(), parent)));
      }
    }
    for (ObjectId parent : after.inherits()) {
      if (!before.inherits().contains(parent)) {
        actions.add(
            action(
                    after,
                    Verb.ATTACH,
                    "let " + after.id() + " inherit from " + parent,
                    after.id(),
                    "INHERIT " + Sql.name(parent))
                .saying(join -> Leftovers.sharingChecks(join, after.id(), parent))
                .when("NOT " + isChild(after.id(), parent)));
      }
    }
    return actions;
  }

  /** Parents stand in the order in which they were joined. */
  private static Action reordered(Table before, Table after) {
    var clauses = new ArrayList<String>();
    before.inherits().forEach(parent -> clauses.add("NO INHERIT " + Sql.name(parent)));
    after.inherits().forEach(parent -> clauses.add("INHERIT " + Sql.name(parent)));
    String parents =
        before.inherits().stream()
            .map(parent -> Shape.relation(parent.schema(), parent.name()))
            .collect(Collectors.joining(", ", "ARRAY[", "]::oid[]"));
    return action(
            after,
            Verb.ATTACH,
            "change the parents of " + after.id(),
            after.id(),
            String.join(", ", clauses))
        .when(
            "ARRAY(SELECT h.inhparent FROM pg_inherits h WHERE h.inhrelid = "
                + Shape.relation(after.id().schema(), after.id().name())
                + " ORDER BY h.inhseqno) = "
                + parents);
  }

  private static Action action(
      Table subject, Verb verb, String what, ObjectId table, String clause) {
    return Action.of(verb, subject.id(), what, "ALTER TABLE " + Sql.name(table) + " " + clause)
        .locking(Lock.ACCESS_EXCLUSIVE);
  }

  private static String isChild(ObjectId child, ObjectId parent) {
    return "EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = "
        + Shape.relation(child.schema(), child.name())
        + " AND h.inhparent = "
        + Shape.relation(parent.schema(), parent.name())
        + ")";
  }
}
