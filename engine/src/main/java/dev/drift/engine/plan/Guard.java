package dev.drift.engine.plan;

import java.util.Optional;

/**
 * When an action's statement is run, as SQL conditions over {@code pg_catalog}, which are evaluated
 * with an empty search path.
 *
 * @param when it is run only if this holds; empty if it may always run
 * @param done holds once the wanted shape is there; where neither holds the script stops
 */
public record Guard(Optional<String> when, Optional<String> done) {

  /** {@return no guard: the statement itself changes nothing the second time} */
  public static Guard none() {
    return new Guard(Optional.empty(), Optional.empty());
  }

  /** {@return run if {@code condition} holds} */
  public static Guard when(String condition) {
    return new Guard(Optional.of(condition), Optional.empty());
  }

  /** {@return the same, but stopping the script where neither the old nor this shape is there} */
  public Guard orElse(String wanted) {
    return new Guard(when, Optional.of(wanted));
  }

  /** {@return run only if {@code condition} holds too} */
  public Guard and(String condition) {
    return new Guard(
        Optional.of(when.map(old -> "(" + old + ")\n   AND (" + condition + ")").orElse(condition)),
        done);
  }
}
