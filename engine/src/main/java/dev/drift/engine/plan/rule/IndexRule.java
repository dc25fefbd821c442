package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Index;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PartitionIndex;
import dev.drift.engine.model.Table;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Guard;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Phase;
import dev.drift.engine.plan.Verb;
import dev.drift.engine.plan.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Indexes: built CONCURRENTLY on relations that are there. One that changes is renamed, the new one
 * built beside it, and then the old one dropped.
 */
final class IndexRule implements Rule<Index> {
  @Override
  public List<Action> create(Index index, Scene scene) {
    if (scene.isOwnerFresh(index.id()) || isPartitioned(index, scene) || index.only()) {
      return List.of(
          Action.of(
                  Verb.CREATE,
                  index.id(),
                  "create " + index.id(),
                  new SpreadIndex(index, scene).sql().orElseGet(() -> IndexText.create(index, "")))
              .resolvingNames()
              .locking(Lock.SHARE)
              .doing(Work.INDEX_BUILD)
              .guarded(
                  Guard.when("NOT (" + Shape.relationExists(index.id()) + ")")
                      .orElse(isIndexOf(index, "true"))));
    }
    String leftover = isIndexOf(index, "NOT i.indisvalid");
    return List.of(
        Action.of(
                Verb.CREATE,
                index.id(),
                "drop what is left of an unfinished build of " + index.id(),
                "DROP INDEX " + Sql.name(index.id()))
            .in(Phase.INDEXES)
            .alone()
            .locking(Lock.ACCESS_EXCLUSIVE)
            .when(leftover),
        Action.of(
                Verb.CREATE,
                index.id(),
                "create " + index.id(),
                IndexText.create(index, "CONCURRENTLY IF NOT EXISTS "))
            .in(Phase.INDEXES)
            .resolvingNames()
            .alone()
            .locking(Lock.SHARE_UPDATE_EXCLUSIVE)
            .doing(Work.INDEX_BUILD)
            .hazard(Hazard.INDEX_BUILD)
            .guarded(new Guard(Optional.empty(), Optional.of(isIndexOf(index, "i.indisvalid")))));
  }

  @Override
  public List<Action> drop(Index index, Scene scene) {
    Action drop =
        Action.of(Verb.DROP, index.id(), "drop " + index.id(), "DROP INDEX " + Sql.name(index.id()))
            .locking(Lock.ACCESS_EXCLUSIVE)
            .when(
                Shape.relationHas(index.id(), "c.relkind IN ('i', 'I') AND NOT c.relispartition")
                    + "\n   AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = "
                    + Shape.relation(index.id().schema(), index.id().name())
                    + " AND contype <> 'f')");
    return List.of(Reattachment.aroundIndex(drop, index.id(), scene));
  }

  @Override
  public Change change(Index before, Index after, Set<String> attributes, Scene scene) {
    if (Set.of("options", "tablespace").containsAll(attributes)) {
      return new Change.InPlace(
          IndexSettings.change(
              after.id(),
              attributes.contains("options") ? Optional.of(before.options()) : Optional.empty(),
              after.options(),
              attributes.contains("tablespace")
                  ? Optional.of(after.tablespace().orElse("pg_default"))
                  : Optional.empty()));
    }
    if (attributes.equals(Set.of("only")) && before.only() && isAttachable(after, scene)) {
      return new Change.InPlace(List.of());
    }
    var old = new ArrayList<String>();
    for (String attribute : attributes) {
      if (!attribute.equals("options") && !attribute.equals("tablespace")) {
        old.add(IndexShape.of(before, attribute));
      }
    }
    return new Change.Rebuild(isIndexOf(before, String.join(" AND ", old)), false);
  }

  @Override
  public List<Action> rebuild(Index before, Index after, String stillOld, Scene scene) {
    if (scene.isOwnerFresh(after.id()) || isPartitioned(after, scene) || !before.valid()) {
      return Rule.super.rebuild(before, after, stillOld, scene);
    }
    ObjectId away = before.id().withName(TypeSwap.awayName(before.id().name()));
    var actions = new ArrayList<Action>();
    actions.add(
        Action.of(
                Verb.AWAY,
                before.id(),
                "set the old " + before.id() + " aside",
                "ALTER INDEX " + Sql.name(before.id()) + " RENAME TO " + quote(away.name()))
            .locking(Lock.SHARE_UPDATE_EXCLUSIVE)
            .guarded(Guard.when(stillOld).and(Shape.relationExists(before.id()))));
    actions.addAll(create(after, scene));
    actions.add(
        Action.of(
                Verb.DROP,
                before.id(),
                "drop the old " + before.id(),
                "DROP INDEX " + Sql.name(away))
            .in(Phase.CLEANUP)
            .locking(Lock.ACCESS_EXCLUSIVE)
            .when(Shape.relationIs(away, "i")));
    return actions;
  }

  /** Whether its partitions have what it lacks as indexes of their own. */
  private static boolean isAttachable(Index index, Scene scene) {
    return scene.target().ofKind(Kind.PARTITION_INDEX).stream()
        .map(PartitionIndex.class::cast)
        .filter(part -> part.original().equals(index.id()))
        .allMatch(
            part ->
                scene.actual().contains(part.id())
                    || scene
                        .actual()
                        .relation(part.id().schema(), part.id().name())
                        .filter(own -> own.id().parent().equals(part.id().parent()))
                        .isPresent());
  }

  static String isIndexOf(Index index, String condition) {
    return "EXISTS (SELECT FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE"
        + " i.indexrelid = "
        + Shape.relation(index.id().schema(), index.id().name())
        + " AND i.indrelid = "
        + Shape.owner(index.id())
        + (condition.equals("true") ? "" : "\n   AND " + condition)
        + ")";
  }

  private static boolean isPartitioned(Index index, Scene scene) {
    return scene
        .target()
        .find(index.id().parentTable(), Table.class)
        .map(table -> table.partitionKey().isPresent())
        .orElse(false);
  }
}
