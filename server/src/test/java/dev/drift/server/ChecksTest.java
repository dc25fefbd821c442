package dev.drift.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.server.Latest.Failed;
import dev.drift.server.Latest.Measured;
import dev.drift.server.Latest.NotYet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChecksTest {
  private static final Duration SHORT = Duration.ofMillis(5);

  @Test
  void knowsNothingBeforeTheFirstResult() throws InterruptedException {
    Semaphore go = new Semaphore(0);
    CheckRunner waiting =
        () -> {
          go.acquireUninterruptibly();
          return FixedCheck.clean();
        };
    try (Checks checks = Checks.every(SHORT, waiting, InstantSource.system())) {
      assertInstanceOf(NotYet.class, checks.latest());
      go.release(Integer.MAX_VALUE / 2);
      awaitType(Measured.class, checks);
    }
  }

  @Test
  void keepsTheLastResultBesideAFailureAndGoesOn() throws InterruptedException {
    AtomicInteger runs = new AtomicInteger();
    Semaphore go = new Semaphore(0);
    CheckRunner second =
        () -> {
          go.acquireUninterruptibly();
          if (runs.incrementAndGet() == 2) {
            throw new IllegalStateException("the server is gone");
          }
          return FixedCheck.drift();
        };
    try (Checks checks = Checks.every(SHORT, second, InstantSource.system())) {
      go.release();
      awaitType(Measured.class, checks);
      go.release();
      Failed failed = awaitType(Failed.class, checks);
      assertEquals("the server is gone", failed.message());
      assertTrue(failed.before().isPresent());
      go.release();
      awaitType(Measured.class, checks);
    }
  }

  @Test
  void neverRunsTwoAtATime() throws InterruptedException {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch fiveRuns = new CountDownLatch(5);
    CheckRunner slow =
        () -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          sleep(20);
          running.decrementAndGet();
          fiveRuns.countDown();
          return FixedCheck.clean();
        };
    try (Checks checks = Checks.every(Duration.ofMillis(1), slow, InstantSource.system())) {
      assertTrue(fiveRuns.await(10, TimeUnit.SECONDS), () -> "" + checks.latest());
      assertEquals(1, most.get());
    }
  }

  private static <T extends Latest> T awaitType(Class<T> type, Checks checks)
      throws InterruptedException {
    for (int attempt = 0; attempt < 1000 && !type.isInstance(checks.latest()); attempt++) {
      Thread.sleep(5);
    }
    return assertInstanceOf(type, checks.latest());
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
