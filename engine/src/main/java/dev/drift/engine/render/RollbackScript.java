package dev.drift.engine.render;

import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Plan;
import dev.drift.engine.plan.Step;
import dev.drift.engine.plan.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way back from a repair as a script, which says first what it does not bring back. */
public final class RollbackScript {
  private RollbackScript() {}

  /**
   * {@return the script}
   *
   * @param back the plan that leads back
   * @param forth the repair that it undoes
   * @param remarks what else its header says
   */
  public static String of(Plan back, Plan forth, List<String> remarks) {
    var lines = new ArrayList<String>();
    lines.add(
        "It brings the schema back to what it was before the repair; run it only after that.");
    lines.addAll(remarks);
    for (Step step : forth.steps()) {
      lost(step).ifPresent(sentence -> lines.add("CANNOT BE UNDONE: " + sentence));
    }
    for (Step step : back.steps()) {
      if (step.hazards().contains(Hazard.DELETES_DATA)) {
        lines.add(
            "DELETES DATA: step %d, %s: what was written since the repair is gone."
                .formatted(step.place(), step.what()));
      }
    }
    return RepairScript.titled(back, "The way back from a repair by drift.", lines);
  }

  private static Optional<String> lost(Step step) {
    if (step.hazards().contains(Hazard.DELETES_DATA)) {
      return Optional.of(
          "the repair's step %d, %s: the shape comes back, the data does not."
              .formatted(step.place(), step.what()));
    }
    return step.work() == Work.UPDATE
        ? Optional.of(
            "the repair's step %d, %s: what stood there before is not known any more."
                .formatted(step.place(), step.what()))
        : Optional.empty();
  }
}
