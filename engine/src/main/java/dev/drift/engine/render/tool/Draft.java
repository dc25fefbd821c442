package dev.drift.engine.render.tool;

import dev.drift.engine.plan.Plan;
import dev.drift.engine.render.StepNotes;
import java.util.List;
import java.util.Optional;

/**
 * What is to become a migration.
 *
 * @param back the plan that leads back, for tools that have such files, if it is known
 * @param notes what is told of the steps
 * @param remarks what the header says, a line each
 */
public record Draft(Plan plan, Optional<Plan> back, StepNotes notes, List<String> remarks) {
  public Draft {
    remarks = List.copyOf(remarks);
  }
}
