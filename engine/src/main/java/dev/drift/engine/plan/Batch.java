package dev.drift.engine.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Steps of one phase that run together.
 *
 * @param transactional whether they are one transaction; else it is one step, outside any
 */
public record Batch(Phase phase, boolean transactional, List<Step> steps) {
  public Batch {
    steps = List.copyOf(steps);
  }

  /** {@return the steps, as they follow one another, in as few transactions as may be} */
  public static List<Batch> of(List<Step> steps) {
    var batches = new ArrayList<Batch>();
    var open = new ArrayList<Step>();
    for (Step step : steps) {
      boolean joins = step.transactional() && !open.isEmpty() && joins(step, open.getLast());
      if (!open.isEmpty() && !joins) {
        batches.add(together(open));
        open.clear();
      }
      open.add(step);
    }
    if (!open.isEmpty()) {
      batches.add(together(open));
    }
    return batches;
  }

  private static boolean joins(Step step, Step before) {
    return before.transactional() && before.phase() == step.phase();
  }

  private static Batch together(List<Step> steps) {
    return new Batch(steps.getFirst().phase(), steps.getFirst().transactional(), steps);
  }
}
