package dev.drift.engine.apply;

import dev.drift.engine.plan.SessionSettings;
import java.time.Duration;

/**
 * How long things may take.
 *
 * @param lock how long a statement waits for a lock before it gives way to those behind it
 * @param catalog how long a statement may run that only changes catalogs
 * @param rows how long one may run that reads or writes rows; zero for as long as it takes
 * @param attempts how often a batch is tried that does not get its locks
 * @param pause before the second attempt; each further one is twice as long, up to half a minute
 */
public record Limits(Duration lock, Duration catalog, Duration rows, int attempts, Duration pause) {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** {@return five seconds for a lock, a minute for catalogs, ten attempts} */
  public static Limits defaults() {
    return new Limits(
        SessionSettings.LOCK_TIMEOUT,
        SessionSettings.STATEMENT_TIMEOUT,
        Duration.ZERO,
        10,
        Duration.ofSeconds(1));
  }

  /** {@return the same with these two, zero for as long as it takes} */
  public Limits with(Duration newLock, Duration newRows) {
    return new Limits(newLock, catalog, newRows, attempts, pause);
  }

  Duration pauseAfter(int attempt) {
    Duration longer = pause.multipliedBy(1L << Math.min(attempt - 1, 20));
    return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
  }
}
