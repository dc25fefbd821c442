package dev.drift.engine.plan;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.plan.rule.Rules;
import dev.drift.engine.plan.rule.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is not done, with its reasons, while the fates are settled. */
final class Refusals {
  private final SchemaModel actual;
  private final PlanOptions options;
  private final List<Refusal> refusals = new ArrayList<>();
  private final SortedSet<ObjectId> changes = new TreeSet<>();

  Refusals(SchemaModel actual, PlanOptions options) {
    this.actual = actual;
    this.options = options;
  }

  /** Something unexpected stays. */
  void drop(SchemaObject object) {
    String sql = statements(Rules.drop(object, new Scene(actual, actual, options, Set.of())));
    if (!sql.isEmpty()) {
      refusals.add(
          new Refusal(
              object.id(),
              "drop " + object.id(),
              "It is not expected, but someone may need it; --allow-destructive drops it.",
              sql));
    }
  }

  /** Something stays as it is because another shape may lose data. */
  void change(ObjectId id, String what, List<Action> actions) {
    changes.add(id);
    refusals.add(
        new Refusal(
            id,
            what,
            actions.stream().anyMatch(action -> action.hazards().contains(Hazard.DELETES_DATA))
                ? "It may lose data; --allow-destructive does it all the same."
                : "Someone may rely on it; --allow-destructive takes it away.",
            statements(actions)));
  }

  /** Something waits for what was refused. */
  void follow(ObjectId id, String what, String reason) {
    refusals.add(new Refusal(id, what, reason, ""));
  }

  /** {@return what is not changed as it should be} */
  SortedSet<ObjectId> changes() {
    return changes;
  }

  /** {@return what is refused; parts of what is refused as a whole are left out} */
  List<Refusal> reported(SchemaModel target) {
    Set<ObjectId> whole =
        refusals.stream()
            .filter(refusal -> refusal.what().startsWith("drop "))
            .map(Refusal::subject)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<ObjectId> refused =
        refusals.stream().map(Refusal::subject).collect(Collectors.toCollection(TreeSet::new));
    return refusals.stream()
        .filter(
            refusal ->
                actual
                    .find(refusal.subject())
                    .flatMap(object -> Wholes.of(actual, object))
                    .filter(
                        id ->
                            refused.contains(id) && !target.contains(refusal.subject())
                                || whole.contains(id))
                    .isEmpty())
        .toList();
  }

  private static String statements(List<Action> actions) {
    return actions.stream()
        .map(action -> action.statement() + ";")
        .collect(Collectors.joining("\n"));
  }
}
