package dev.drift.engine.plan;

import dev.drift.engine.canon.Match;
import dev.drift.engine.canon.Types;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Owner;
import dev.drift.engine.model.PartitionPart;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Sequence;
import dev.drift.engine.plan.rule.Change;
import dev.drift.engine.plan.rule.Rules;
import dev.drift.engine.plan.rule.Scene;
import dev.drift.engine.plan.rule.TypeSwap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What happens to each object: made, dropped, changed in place or rebuilt; and what is refused.
 *
 * <p>The target is the expected schema and, besides, what is kept because removing or changing it
 * was refused.
 */
final class Fates {
  private final SchemaModel actual;
  private final PlanOptions options;
  private final SortedMap<ObjectId, SchemaObject> wanted = new TreeMap<>();
  private final SortedSet<ObjectId> created = new TreeSet<>();
  private final SortedSet<ObjectId> dropped = new TreeSet<>();
  private final SortedMap<ObjectId, List<Action>> changed = new TreeMap<>();
  private final SortedMap<ObjectId, String> roots = new TreeMap<>();
  private final Refusals refusals;
  private final Placed placed;
  private final SchemaModel target;
  private final Dependencies dependencies;
  private final Rebuilds rebuilds;

  Fates(
      SchemaModel expected, SchemaModel actual, List<Difference> differences, PlanOptions options) {
    this.actual = actual;
    this.options = options;
    this.dependencies = new Dependencies(actual);
    this.refusals = new Refusals(actual, options);
    actual.objects().forEach(object -> wanted.put(object.id(), object));
    wanted.putAll(Spellings.of(expected, actual, differences));
    var identities = new Identities(differences);
    var kept = new Kept(expected, actual, differences);
    for (Difference difference : differences) {
      settle(difference, identities, kept);
    }
    revive();
    this.placed = new Placed(expected, actual);
    wanted.replaceAll((id, object) -> placed.of(object));
    SchemaModel hoped = SchemaModel.of(wanted.values());
    for (Difference difference : differences) {
      if (difference.expected().isPresent()
          && difference.actual().isPresent()
          && !created.contains(difference.id())) {
        change(difference, new Scene(actual, hoped, options, created));
      }
    }
    block();
    this.target = SchemaModel.of(wanted.values());
    this.rebuilds = new Rebuilds(this);
  }

  private void settle(Difference difference, Identities identities, Kept kept) {
    ObjectId id = difference.id();
    if (difference.isMissing() && isUntold(difference.expected().orElseThrow())) {
      refusals.follow(
          id, "create " + id, "What type it has cannot be told from the query that made it.");
    } else if (difference.isMissing()) {
      wanted.put(id, difference.expected().orElseThrow());
      created.add(id);
    } else if (difference.isUnexpected()
        && difference.actual().orElseThrow() instanceof PartitionPart) {
      wanted.remove(id);
    } else if (difference.isUnexpected() && kept.isTakenOver(difference.actual().orElseThrow())) {
      wanted.remove(id);
    } else if (difference.isUnexpected()
        && kept.servesForeignType(difference.actual().orElseThrow())) {
      refusals.follow(
          id, "drop " + id, "It serves a type that columns have and no migration makes.");
    } else if (difference.isUnexpected()) {
      if (options.allowDestructive() || identities.takeOver(difference.actual().orElseThrow())) {
        wanted.remove(id);
        dropped.add(id);
      } else {
        refusals.drop(difference.actual().orElseThrow());
      }
    } else if (attributes(difference).isEmpty()) {
      return;
    } else {
      wanted.put(id, difference.expected().orElseThrow());
    }
  }

  private static boolean isUntold(SchemaObject object) {
    return object instanceof Column column && column.type().equals(Types.UNTOLD);
  }

  private void block() {
    var changing = new TreeSet<>(changed.keySet());
    changing.addAll(roots.keySet());
    Blocked.of(wanted, created, changing, refusals.changes())
        .forEach(
            (id, reason) -> {
              boolean isNew = created.remove(id);
              refusals.follow(id, (isNew ? "create " : "change ") + id, reason);
              changed.remove(id);
              roots.remove(id);
              wanted.remove(id);
              actual.find(id).ifPresent(object -> wanted.put(id, object));
            });
  }

  /** What stays but goes away with its relation, where one of another kind takes that's name. */
  private void revive() {
    for (SchemaObject object : actual.objects()) {
      if (object instanceof Owner owner && dropped.contains(owner.target())) {
        wanted.remove(owner.id());
      } else if (!(object instanceof Sequence)
          && wanted.containsKey(object.id())
          && goesWithWhole(object)) {
        created.add(object.id());
      }
    }
  }

  private boolean goesWithWhole(SchemaObject object) {
    return whole(object)
        .filter(
            whole ->
                dropped.contains(whole)
                    || actual.find(whole).map(this::goesWithWhole).orElse(false))
        .isPresent();
  }

  private static Set<String> attributes(Difference difference) {
    return difference.attributes().entrySet().stream()
        .filter(attribute -> attribute.getValue() == Match.DIFFERENT)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void change(Difference difference, Scene scene) {
    Set<String> attributes = attributes(difference);
    if (attributes.isEmpty()) {
      return;
    }
    ObjectId id = difference.id();
    SchemaObject before = difference.actual().orElseThrow();
    SchemaObject after = placed.of(difference.expected().orElseThrow());
    switch (Rules.change(before, after, attributes, scene)) {
      case Change.Rebuild rebuild -> {
        if (rebuild.deletesData() && !options.allowDestructive()) {
          wanted.put(id, before);
          refusals.change(id, "make " + id + " anew", Rules.rebuild(before, after, "true", scene));
        } else {
          roots.put(id, rebuild.stillOld());
        }
      }
      case Change.Replace replace -> {
        if (isNeeded(id)) {
          roots.put(id, replace.stillOld());
        } else {
          changed.put(id, List.of(replace.action()));
        }
      }
      case Change.InPlace inPlace -> {
        var actions = new ArrayList<Action>();
        for (Action action : inPlace.actions()) {
          if (action.isDestructive() && !options.allowDestructive()) {
            refusals.change(id, action.what(), List.of(action));
          } else {
            actions.add(action);
          }
        }
        changed.put(id, actions);
      }
    }
  }

  private boolean isNeeded(ObjectId id) {
    return dependencies.dependents(id).stream()
        .anyMatch(
            dependent ->
                !Dependencies.FACETS.contains(dependent.kind()) && wanted.containsKey(dependent));
  }

  SchemaModel actual() {
    return actual;
  }

  /** {@return what needs what in the actual schema} */
  Dependencies dependencies() {
    return dependencies;
  }

  SchemaModel target() {
    return target;
  }

  PlanOptions options() {
    return options;
  }

  /** {@return what is refused; parts of what is refused as a whole are left out} */
  List<Refusal> refusals() {
    return refusals.reported(target);
  }

  /** {@return what {@code object} goes away with} */
  Optional<ObjectId> whole(SchemaObject object) {
    return Wholes.of(actual, object);
  }

  SortedSet<ObjectId> created() {
    return created;
  }

  SortedSet<ObjectId> dropped() {
    return dropped;
  }

  /** {@return what is changed where it stands} */
  SortedMap<ObjectId, List<Action>> changed() {
    return changed;
  }

  /** {@return what is rebuilt for its own sake, with the condition that it still is as it was} */
  SortedMap<ObjectId, String> roots() {
    return roots;
  }

  Rebuilds rebuilds() {
    return rebuilds;
  }

  /** {@return the scene with all that is made or made anew} */
  Scene scene() {
    var fresh = new TreeSet<>(created);
    rebuilds.rebuilt().keySet().stream().filter(id -> id.kind() != Kind.INDEX).forEach(fresh::add);
    return new Scene(actual, target, options, fresh);
  }

  /** {@return whether {@code object} goes away because its whole does} */
  boolean isDroppedWithWhole(SchemaObject object) {
    Optional<ObjectId> whole = whole(object);
    if (whole.isEmpty()) {
      return false;
    }
    ObjectId id = whole.get();
    boolean gone =
        dropped.contains(id)
            || rebuilds.rebuilt().containsKey(id) && !TypeSwap.applies(id.kind())
            || id.kind() == Kind.DOMAIN && rebuilds.rebuilt().containsKey(id);
    return gone || actual.find(id).map(this::isDroppedWithWhole).orElse(false);
  }
}
