package dev.drift.engine.plan;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.plan.rule.Defaults;
import dev.drift.engine.plan.rule.Rules;
import dev.drift.engine.plan.rule.Scene;
import dev.drift.engine.plan.rule.TypeSwap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Fates to actions, not yet in order. */
final class Works {
  private static final Set<Kind> INDEXES =
      Set.of(Kind.INDEX, Kind.PRIMARY_KEY, Kind.UNIQUE, Kind.EXCLUSION);

  private final Fates fates;
  private final Scene scene;

  Works(Fates fates) {
    this.fates = fates;
    this.scene = fates.scene();
  }

  List<Action> actions() {
    var actions = new ArrayList<Action>();
    Rebuilds rebuilds = fates.rebuilds();
    for (ObjectId id : fates.dropped()) {
      actions.addAll(drop(fates.actual().find(id).orElseThrow()));
    }
    for (ObjectId id : fates.created()) {
      actions.addAll(Rules.create(fates.target().find(id).orElseThrow(), scene));
    }
    for (ObjectId id : scene.fresh()) {
      fates.target().find(id).ifPresent(object -> actions.addAll(Rules.asUsual(object, scene)));
    }
    rebuilds
        .rebuilt()
        .forEach(
            (id, causes) -> {
              if (fates.target().contains(id)) {
                actions.addAll(rebuild(id, causes));
              }
            });
    fates
        .changed()
        .forEach(
            (id, changes) -> {
              if (!rebuilds.rebuilt().containsKey(id)) {
                actions.addAll(changes);
              }
            });
    rebuilds
        .converted()
        .forEach(
            (id, causes) -> {
              if (!rebuilds.rebuilt().containsKey(id)
                  && fates.target().find(id).orElseThrow() instanceof Column column
                  && !column.inherited()
                  && fates
                      .actual()
                      .find(id, Column.class)
                      .orElseThrow()
                      .type()
                      .equals(column.type())) {
                actions.add(
                    causes.keySet().stream().anyMatch(cause -> cause.kind() == Kind.COLLATION)
                        ? TypeSwap.collate(column)
                        : TypeSwap.convert(column));
              }
            });
    rebuilds
        .detached()
        .forEach(
            (id, causes) -> {
              if (!rebuilds.rebuilt().containsKey(id)) {
                actions.addAll(detach(id, causes));
              }
            });
    actions.addAll(uses());
    return actions;
  }

  /** A table forgets that it is clustered on an index, or identified by it, when that is remade. */
  private List<Action> uses() {
    SortedSet<ObjectId> made = new TreeSet<>(fates.created());
    made.addAll(fates.rebuilds().rebuilt().keySet());
    var actions = new ArrayList<Action>();
    for (ObjectId id : made) {
      if (INDEXES.contains(id.kind()) && !scene.isOwnerFresh(id)) {
        fates
            .target()
            .find(id.parentTable(), Table.class)
            .ifPresent(table -> actions.addAll(Rules.use(table, id)));
      }
    }
    return actions;
  }

  private List<Action> drop(SchemaObject object) {
    return fates.isDroppedWithWhole(object) && !isBetweenGoing(object)
        ? List.of()
        : Rules.drop(object, scene);
  }

  /** A foreign key between two tables that go would stop the first of them from going. */
  private boolean isBetweenGoing(SchemaObject object) {
    return object instanceof ForeignKey key
        && !key.id().belongsTo(key.referenced())
        && (fates.dropped().contains(key.referenced())
            || fates.rebuilds().rebuilt().containsKey(key.referenced()));
  }

  private List<Action> rebuild(ObjectId id, Map<ObjectId, String> causes) {
    SchemaObject before = fates.actual().find(id).orElseThrow();
    SchemaObject after = fates.target().find(id).orElseThrow();
    String stillOld = Rebuilds.anyOf(causes);
    if (fates.isDroppedWithWhole(before) && !isBetweenGoing(before)) {
      return Rules.create(after, scene);
    }
    boolean own = causes.size() == 1 && causes.containsKey(id);
    if (own) {
      return withoutExistence(Rules.rebuild(before, after, stillOld, scene), stillOld);
    }
    return TypeSwap.applies(id.kind())
        ? Rules.rebuild(before, after, stillOld, scene)
        : Rules.dropAndCreate(before, after, stillOld, scene);
  }

  /** What still has its old shape is there: no need to ask for both. */
  private static List<Action> withoutExistence(List<Action> actions, String stillOld) {
    var shorter = new ArrayList<>(actions);
    shorter.set(0, actions.getFirst().when(stillOld));
    return shorter;
  }

  private List<Action> detach(ObjectId id, Map<ObjectId, String> causes) {
    Column before = fates.actual().find(id, Column.class).orElseThrow();
    Column after = fates.target().find(id, Column.class).orElseThrow();
    var actions = new ArrayList<Action>();
    if (before.defaultValue().isPresent()) {
      actions.add(Defaults.detach(before, Rebuilds.anyOf(causes)));
      boolean attached =
          fates.changed().getOrDefault(id, List.of()).stream()
              .anyMatch(action -> action.node().verb() == Verb.ATTACH);
      if (!attached && after.defaultValue().isPresent()) {
        actions.add(Defaults.attach(after));
      }
    }
    return actions;
  }
}
