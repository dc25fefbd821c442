package dev.drift.engine.apply;

import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.catalog.CatalogException.Reason;
import dev.drift.engine.catalog.SqlSession;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.plan.SessionSettings;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** One run of an order on a database, under a lock that keeps a second run out. */
public final class Run implements AutoCloseable {
  /** "drift" in ASCII: the key of the advisory lock, which is the database's own. */
  private static final long KEY = 0x6472696674L;

  /** What the journal says is done must not be undone by a crash of the server. */
  private static final String DURABLE =
      "SELECT set_config('synchronous_commit', 'on', false)"
          + " WHERE current_setting('synchronous_commit') = 'off'";

  private static final int SINCE_CONNECTION_CHECK = 14;

  /** Lock not available, deadlock, serialization failure (appendix A). */
  private static final Set<String> PASSING = Set.of("55P03", "40P01", "40001");

  private final SqlSession session;
  private final Limits limits;
  private final Watcher watcher;

  private Run(SqlSession session, Limits limits, Watcher watcher) {
    this.session = session;
    this.limits = limits;
    this.watcher = watcher;
  }

  /**
   * {@return a run that alone may change this database's schema, as far as drift is concerned}
   *
   * @throws RunException if another one is under way
   * @throws CatalogException if the database cannot be reached
   */
  public static Run open(Target target, Limits limits, Watcher watcher) {
    SqlSession session = SqlSession.open(target);
    try {
      List<String> got =
          session.values("SELECT pg_try_advisory_lock(%d)::text AS value".formatted(KEY));
      if (!got.equals(List.of("true"))) {
        throw new RunException(
            "another run of drift is at work on this database%s: wait until it has ended"
                .formatted(holder(session)));
      }
      return new Run(session, limits, watcher);
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private static String holder(SqlSession session) {
    List<String> pids =
        session.values(
            """
            SELECT pid::text AS value FROM pg_locks
            WHERE locktype = 'advisory' AND granted AND objsubid = 1
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND (classid::bigint << 32) + objid::bigint = %d\
            """
                .formatted(KEY));
    return pids.isEmpty() ? "" : " (server process " + String.join(", ", pids) + ")";
  }

  /**
   * Runs the jobs that are not in the journal yet.
   *
   * @throws RunException where a step fails; what is done is in the journal
   */
  public void go(Order order, RunJournal journal) {
    settle();
    for (Order.Job job : order.jobs()) {
      if (!journal.holds(job)) {
        run(job, journal);
        journal.done(job);
        watcher.done(job);
      }
    }
    journal.end();
  }

  private void settle() {
    SessionSettings.set(limits.lock()).forEach(session::run);
    session.run(DURABLE);
    if (session.major() >= SINCE_CONNECTION_CHECK) {
      try {
        session.run("SET client_connection_check_interval = '1s'");
      } catch (CatalogException notOnThisPlatform) {
        // Then a statement whose client is gone runs to its end, and the lock is held so long.
      }
    }
  }

  private void run(Order.Job job, RunJournal journal) {
    for (int attempt = 1; ; attempt++) {
      Order.Task task = job.tasks().getFirst();
      try {
        begin(job);
        for (Order.Task next : job.tasks()) {
          task = next;
          run(next, job.transactional());
        }
        end(job, "COMMIT");
        return;
      } catch (CatalogException e) {
        if (e.reason() != Reason.STATEMENT_FAILED) {
          throw broken(task, e);
        }
        end(job, "ROLLBACK");
        if (e.sqlState().filter(PASSING::contains).isEmpty() || attempt >= limits.attempts()) {
          journal.failed(task, e.said());
          throw failed(task, attempt, e);
        }
        Duration pause = limits.pauseAfter(attempt);
        watcher.waits(task, e.said(), pause);
        rest(pause);
      }
    }
  }

  private void begin(Order.Job job) {
    if (job.transactional()) {
      session.run("BEGIN");
    }
  }

  private void end(Order.Job job, String how) {
    if (job.transactional()) {
      session.run(how);
    }
  }

  private void run(Order.Task task, boolean inTransaction) {
    watcher.begins(task);
    String scope = inTransaction ? "LOCAL " : "";
    Duration limit = task.catalogOnly() ? limits.catalog() : limits.rows();
    Duration lock = task.patient() ? Duration.ZERO : limits.lock();
    session.run("SET %sstatement_timeout = %d".formatted(scope, limit.toMillis()));
    session.run("SET %slock_timeout = %d".formatted(scope, lock.toMillis()));
    task.statements().forEach(session::run);
  }

  private static RunException failed(Order.Task task, int attempts, CatalogException e) {
    String tried = attempts > 1 ? " (tried %d times)".formatted(attempts) : "";
    return new RunException(
        "step %d (%s) fails: %s%s; what was done before stays, and --resume goes on"
            .formatted(task.place(), task.what(), e.said(), tried),
        e);
  }

  private static RunException broken(Order.Task task, CatalogException e) {
    return new RunException(
        "step %d (%s) is cut off: %s; --resume goes on"
            .formatted(task.place(), task.what(), e.getMessage()),
        e);
  }

  private static void rest(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunException("interrupted; --resume goes on", e);
    }
  }

  /** Gives the lock back. */
  @Override
  public void close() {
    session.close();
  }
}
