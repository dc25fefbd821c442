package dev.drift.server;

import java.time.Instant;
import java.util.Optional;

/** What is known when a request comes. */
sealed interface Latest {
  /** The first check is still running. */
  record NotYet(Instant since) implements Latest {}

  /** The last check came to a result. */
  record Measured(CheckResult result, Instant at) implements Latest {}

  /**
   * The last check came to none.
   *
   * @param before the last result before it
   */
  record Failed(String message, Instant at, Optional<Measured> before) implements Latest {}
}
