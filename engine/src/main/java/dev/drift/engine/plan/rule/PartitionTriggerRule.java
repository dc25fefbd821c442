package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.PartitionTrigger;
import dev.drift.engine.model.Trigger;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Verb;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Partitions' triggers come and go with their originals; only their state is their own. */
final class PartitionTriggerRule implements Rule<PartitionTrigger> {
  @Override
  public List<Action> create(PartitionTrigger trigger, Scene scene) {
    Optional<Trigger.Enabled> born = state(scene.target().find(trigger.original(), Trigger.class));
    boolean settled =
        scene.fresh().contains(trigger.original())
            || state(scene.actual().find(trigger.original(), Trigger.class)).equals(born);
    return settled && born.equals(Optional.of(trigger.enabled()))
        ? List.of()
        : List.of(enabled(trigger, Verb.CREATE));
  }

  @Override
  public List<Action> drop(PartitionTrigger trigger, Scene scene) {
    return List.of();
  }

  @Override
  public Change change(
      PartitionTrigger before, PartitionTrigger after, Set<String> attributes, Scene scene) {
    boolean follows =
        !state(scene.actual().find(after.original(), Trigger.class))
                .equals(state(scene.target().find(after.original(), Trigger.class)))
            && agree(after, scene);
    return new Change.InPlace(follows ? List.of() : List.of(enabled(after, Verb.ALTER)));
  }

  /** {@return whether all partitions' triggers are to be in the state of their original} */
  static boolean agree(Trigger original, Scene scene) {
    return scene.target().ofKind(Kind.PARTITION_TRIGGER).stream()
        .map(PartitionTrigger.class::cast)
        .filter(trigger -> trigger.original().equals(original.id()))
        .allMatch(trigger -> trigger.enabled() == original.enabled());
  }

  private static boolean agree(PartitionTrigger trigger, Scene scene) {
    return scene
        .target()
        .find(trigger.original(), Trigger.class)
        .filter(original -> agree(original, scene))
        .isPresent();
  }

  private static Optional<Trigger.Enabled> state(Optional<Trigger> trigger) {
    return trigger.map(Trigger::enabled);
  }

  private static Action enabled(PartitionTrigger trigger, Verb verb) {
    String what = trigger.enabled() == Trigger.Enabled.DISABLED ? "disable " : "enable ";
    return Action.of(
            verb,
            trigger.id(),
            what + trigger.id(),
            "ALTER TABLE ONLY "
                + Sql.owner(trigger.id())
                + " "
                + TriggerRule.state(trigger.enabled())
                + " TRIGGER "
                + quote(trigger.id().name()))
        .locking(Lock.SHARE_ROW_EXCLUSIVE)
        .when(
            "EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = "
                + Shape.owner(trigger.id())
                + " AND t.tgname = "
                + literal(trigger.id().name())
                + " AND t.tgenabled <> '"
                + TriggerRule.code(trigger.enabled())
                + "')");
  }
}
