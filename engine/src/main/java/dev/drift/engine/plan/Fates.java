package dev.drift.engine.plan;

import dev.drift.engine.canon.Match;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Comment;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
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
  private final List<Refusal> refusals = new ArrayList<>();
  private final SchemaModel target;
  private final Dependencies dependencies;
  private final Rebuilds rebuilds;

  Fates(SchemaModel actual, List<Difference> differences, PlanOptions options) {
    this.actual = actual;
    this.options = options;
    this.dependencies = new Dependencies(actual);
    actual.objects().forEach(object -> wanted.put(object.id(), object));
    Set<ObjectId> identities = identities(differences);
    for (Difference difference : differences) {
      settle(difference, identities);
    }
    SchemaModel hoped = SchemaModel.of(wanted.values());
    for (Difference difference : differences) {
      if (difference.expected().isPresent() && difference.actual().isPresent()) {
        change(difference, new Scene(actual, hoped, options, created));
      }
    }
    this.target = SchemaModel.of(wanted.values());
    this.rebuilds = new Rebuilds(this);
  }

  private void settle(Difference difference, Set<ObjectId> identities) {
    ObjectId id = difference.id();
    if (difference.isMissing()) {
      wanted.put(id, difference.expected().orElseThrow());
      created.add(id);
    } else if (difference.isUnexpected()) {
      if (options.allowDestructive() || becomesIdentity(difference, identities)) {
        wanted.remove(id);
        dropped.add(id);
      } else {
        refuseDrop(difference.actual().orElseThrow());
      }
    } else if (attributes(difference).isEmpty()) {
      return;
    } else {
      wanted.put(id, difference.expected().orElseThrow());
    }
  }

  /** The sequence of a serial column that becomes an identity column goes on under its name. */
  private static boolean becomesIdentity(Difference difference, Set<ObjectId> identities) {
    return difference.actual().orElseThrow() instanceof Sequence sequence
        && sequence.ownedBy().isPresent()
        && identities.contains(sequence.id());
  }

  /** The names of the sequences behind identity columns that are to be. */
  private static Set<ObjectId> identities(List<Difference> differences) {
    return differences.stream()
        .flatMap(difference -> difference.expected().stream())
        .filter(Column.class::isInstance)
        .flatMap(column -> ((Column) column).identity().stream())
        .map(Column.Identity::sequence)
        .map(name -> ObjectId.of(Kind.SEQUENCE, name.schema(), name.name()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void refuseDrop(SchemaObject object) {
    Scene scene = new Scene(actual, actual, options, Set.of());
    String sql =
        Rules.drop(object, scene).stream()
            .map(action -> action.statement() + ";")
            .collect(Collectors.joining("\n"));
    if (sql.isEmpty()) {
      return;
    }
    refusals.add(
        new Refusal(
            object.id(),
            "drop " + object.id(),
            "It is not expected, but someone may need it; --allow-destructive drops it.",
            sql));
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
    SchemaObject after = difference.expected().orElseThrow();
    switch (Rules.change(before, after, attributes, scene)) {
      case Change.Rebuild rebuild -> {
        if (rebuild.deletesData() && !options.allowDestructive()) {
          wanted.put(id, before);
          refuseChange(id, "make " + id + " anew", rebuilding(before, after, scene));
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
            refuseChange(id, action.what(), action.statement() + ";");
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
        .anyMatch(dependent -> dependent.kind() != Kind.COMMENT && wanted.containsKey(dependent));
  }

  private static String rebuilding(SchemaObject before, SchemaObject after, Scene scene) {
    return Rules.rebuild(before, after, "true", scene).stream()
        .map(action -> action.statement() + ";")
        .collect(Collectors.joining("\n"));
  }

  private void refuseChange(ObjectId id, String what, String sql) {
    refusals.add(
        new Refusal(id, what, "It may lose data; --allow-destructive does it all the same.", sql));
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
    Set<ObjectId> refused =
        refusals.stream().map(Refusal::subject).collect(Collectors.toCollection(TreeSet::new));
    return refusals.stream()
        .filter(
            refusal ->
                actual
                    .find(refusal.subject())
                    .flatMap(this::whole)
                    .filter(
                        whole ->
                            refused.contains(whole) && !target.contains(refusal.subject())
                                || refused.contains(whole) && isUnexpectedWhole(whole))
                    .isEmpty())
        .toList();
  }

  private boolean isUnexpectedWhole(ObjectId whole) {
    return refusals.stream()
        .anyMatch(refusal -> refusal.subject().equals(whole) && refusal.what().startsWith("drop "));
  }

  /** {@return what {@code object} goes away with: its table or domain, its comment's subject …} */
  Optional<ObjectId> whole(SchemaObject object) {
    return switch (object) {
      case Comment comment ->
          actual.contains(comment.target())
              ? Optional.of(comment.target())
              : owner(actual, comment.target());
      case Sequence sequence -> sequence.ownedBy();
      default -> owner(actual, object.id());
    };
  }

  /** {@return the relation or domain that {@code part} belongs to in {@code model}} */
  static Optional<ObjectId> owner(SchemaModel model, ObjectId part) {
    if (part.parent().isEmpty()) {
      return Optional.empty();
    }
    return model.named(part.schema(), part.parent()).stream()
        .map(SchemaObject::id)
        .filter(
            id ->
                id.parent().isEmpty()
                    && (id.kind() == Kind.DOMAIN) == (part.kind() == Kind.DOMAIN_CONSTRAINT)
                    && Objects.RELATIONS.contains(id.kind())
                        == (part.kind() != Kind.DOMAIN_CONSTRAINT))
        .findFirst();
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
