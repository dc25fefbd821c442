package dev.drift.engine.plan;

import java.util.List;

/** The steps from the actual schema to the expected one, in order, and what is refused. */
public record Plan(List<Step> steps, List<Refusal> refusals) {
  public Plan {
    steps = List.copyOf(steps);
    refusals = List.copyOf(refusals);
  }

  /** {@return whether there is nothing to do and nothing was refused} */
  public boolean isEmpty() {
    return steps.isEmpty() && refusals.isEmpty();
  }

  /** {@return the steps in the transactions they run in} */
  public List<Batch> batches() {
    return Batch.of(steps);
  }
}
