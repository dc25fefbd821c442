package dev.drift.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

  /** {@return the same, {@code first} before its steps} */
  public Plan after(List<Step> first) {
    var all = new ArrayList<Step>(first);
    for (Step step : steps) {
      all.add(step.at(all.size() + 1));
    }
    return new Plan(all, refusals);
  }

  /** {@return the same with more that is refused} */
  public Plan refusing(List<Refusal> more) {
    return new Plan(steps, Stream.concat(refusals.stream(), more.stream()).toList());
  }
}
