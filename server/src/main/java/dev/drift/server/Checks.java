package dev.drift.server;

import dev.drift.server.Latest.Failed;
import dev.drift.server.Latest.Measured;
import dev.drift.server.Latest.NotYet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs the check again and again, never two at a time, and keeps what the last one came to. */
final class Checks implements AutoCloseable {
  private static final long GRACE_SECONDS = 5;

  private final CheckRunner runner;
  private final InstantSource clock;
  private final ScheduledExecutorService thread;
  private volatile Latest latest;

  private Checks(CheckRunner runner, InstantSource clock) {
    this.runner = runner;
    this.clock = clock;
    this.latest = new NotYet(clock.instant());
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("drift-check").daemon().factory());
  }

  /** Starts at once; {@code interval} is the pause between the end of one and the next. */
  static Checks every(Duration interval, CheckRunner runner, InstantSource clock) {
    Checks checks = new Checks(runner, clock);
    checks.thread.scheduleWithFixedDelay(
        checks::check, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    return checks;
  }

  Latest latest() {
    return latest;
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      thread.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void check() {
    try {
      CheckResult result = runner.run();
      latest = new Measured(result, clock.instant());
    } catch (RuntimeException | Error e) {
      latest = new Failed(message(e), clock.instant(), before());
    }
  }

  private Optional<Measured> before() {
    return switch (latest) {
      case NotYet notYet -> Optional.empty();
      case Measured measured -> Optional.of(measured);
      case Failed failed -> failed.before();
    };
  }

  private static String message(Throwable e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
  }
}
