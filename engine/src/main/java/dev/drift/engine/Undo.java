package dev.drift.engine;

import dev.drift.engine.diff.Comparison;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.plan.Plan;
import dev.drift.engine.plan.PlanOptions;
import dev.drift.engine.plan.Planner;
import dev.drift.engine.plan.Step;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The way back from where a plan arrives.
 *
 * @param before the schema that the plan starts from
 * @param done the plan
 */
record Undo(SchemaModel before, Plan done, int serverMajor) {
  /** What holds for all rows now need not be put in doubt again. */
  private static final Set<String> VALIDITY = Set.of("valid", "validated");

  /**
   * {@return the plan that leads back}
   *
   * <p>Only what the plan changed is changed back: elsewhere the throwaway server may spell the
   * same otherwise.
   *
   * @param arrived the schema that the plan led to
   */
  Plan from(SchemaModel arrived) {
    SchemaModel wanted = SchemaModel.of(before.objects().stream().map(Undo::finished).toList());
    Set<ObjectId> changed =
        done.steps().stream().map(Step::subject).collect(Collectors.toUnmodifiableSet());
    return Planner.plan(
        wanted,
        arrived,
        Comparison.compare(wanted, arrived).stream()
            .filter(
                difference ->
                    isOneSided(difference)
                        || changed.contains(difference.id()) && isMoreThanValidity(difference))
            .toList(),
        PlanOptions.destructive(serverMajor));
  }

  /** What a build that was cut off left behind is not made again. */
  private static SchemaObject finished(SchemaObject object) {
    return object instanceof Index index && !index.valid() ? index.finished() : object;
  }

  private static boolean isOneSided(Difference difference) {
    return difference.isMissing() || difference.isUnexpected();
  }

  private static boolean isMoreThanValidity(Difference difference) {
    return difference.attributes().keySet().stream()
        .filter(difference::differsIn)
        .anyMatch(attribute -> !VALIDITY.contains(attribute));
  }
}
