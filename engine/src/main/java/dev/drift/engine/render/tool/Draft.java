package dev.drift.engine.render.tool;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is to become a migration.
 *
 * @param back the plan that leads back, for tools that have such files, if it is known
 * @param origins {@code file:line} of the statement that an object comes from
 * @param remarks what the header says, a line each
 */
public record Draft(
    Plan plan,
    Optional<Plan> back,
    Function<ObjectId, Optional<String>> origins,
    List<String> remarks) {
  public Draft {
    remarks = List.copyOf(remarks);
  }
}
