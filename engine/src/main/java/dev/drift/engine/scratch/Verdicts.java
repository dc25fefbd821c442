package dev.drift.engine.scratch;

import dev.drift.engine.plan.Plan;
import java.util.Optional;

/**
 * What became of a claim.
 *
 * @param proof of the plan
 * @param wayBack the plan that leads back, with its own proof; empty if none was asked for, or the
 *     plan did not prove itself
 */
public record Verdicts(Proof proof, Optional<WayBack> wayBack) {

  /** A plan that undoes another one. */
  public record WayBack(Plan plan, Proof proof) {}
}
