package dev.drift.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.apply.Limits;
import dev.drift.engine.apply.Order;
import dev.drift.engine.apply.Watcher;
import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.catalog.SqlSession;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.diff.IgnoreRules;
import dev.drift.engine.plan.Plan;
import dev.drift.engine.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A repair of a large table while others read and write it: none of their statements fails, and
 * none waits longer than the repair waits for a lock, a little, and what the machine itself makes
 * it wait.
 */
@Tag("nightly")
class LoadTest {
  private static final IgnoreRules ALL = new IgnoreRules(List.of(), List.of());
  private static final int ROWS = Integer.getInteger("drift.load.rows", 1_000_000);
  private static final Duration LOCK = Duration.ofMillis(500);
  private static final Duration MARGIN = Duration.ofMillis(100);

  private static final String BEFORE =
      """
      CREATE TABLE customers (id int PRIMARY KEY);
      CREATE TABLE orders (id bigint PRIMARY KEY, customer int, note text, code varchar(20),
        amount int);
      INSERT INTO customers SELECT g FROM generate_series(0, 9999) g;
      INSERT INTO orders SELECT g, g %% 10000, 'note ' || g, 'code ' || g, g FROM
        generate_series(1, %d) g;
      """;
  private static final String INTENDED =
      """
      CREATE TABLE customers (id int PRIMARY KEY);
      CREATE TABLE orders (id bigint PRIMARY KEY, customer int REFERENCES customers,
        note text NOT NULL, code varchar(40), amount int CHECK (amount >= 0));
      CREATE INDEX orders_customer_idx ON orders (customer);
      CREATE UNIQUE INDEX orders_code_idx ON orders (code);
      """;

  @TempDir private Path directory;
  private final String url = TestPostgres.createDatabase();
  private final Target target = Target.of(Optional.of(url));
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger waits = new AtomicInteger();

  @Test
  void nobodyWaitsLongerThanTheRepairDoes() throws Exception {
    TestPostgres.execute(url, BEFORE.formatted(ROWS));
    TestPostgres.execute(url, "ANALYZE");
    List<Client> clients = List.of(writer(), reader(), dawdler());
    List<Thread> threads = clients.stream().map(Thread::new).toList();

    threads.forEach(Thread::start);
    Thread.sleep(1000);
    long longestBefore = longest(clients);
    clients.forEach(Client::forget);
    long start = System.nanoTime();
    repair();
    long took = (System.nanoTime() - start) / 1_000_000;
    over.set(true);
    for (Thread thread : threads) {
      thread.join();
    }

    System.out.printf(
        "load: %d rows; the repair took %d ms and waited for locks %d times; %d statements beside"
            + " it, the longest %d ms (%d ms before it)%n",
        ROWS,
        took,
        waits.get(),
        clients.stream().mapToInt(client -> client.statements).sum(),
        longest(clients),
        longestBefore);
    clients.forEach(client -> assertEquals(List.of(), client.failures));
    assertTrue(
        longest(clients) <= LOCK.plus(MARGIN).toMillis() + longestBefore,
        () -> "a statement took " + longest(clients) + " ms");
    assertEquals(List.of(), inspect().differences());
  }

  private static long longest(List<Client> clients) {
    return clients.stream().mapToLong(client -> client.longest).max().orElse(0) / 1_000_000;
  }

  private void repair() throws IOException {
    Files.writeString(directory.resolve("0001.sql"), INTENDED);
    Inspection inspection = inspect();
    Plan plan = Repair.of(inspection, ALL, false, new TreeMap<>()).plan();
    var limits = new Limits(LOCK, Duration.ofMinutes(1), Duration.ZERO, 100, Duration.ofMillis(50));
    new Application(
            Database.of(Optional.of(url), Map.of()),
            directory.resolve("journal"),
            limits,
            new Count())
        .begin(inspection, plan);
  }

  private Inspection inspect() {
    return Drift.inspect(
        new MigrationSource(
            List.of(directory.resolve("0001.sql")),
            Optional.of("plain"),
            new TreeMap<>(),
            MigrationSource.LATEST),
        Database.of(Optional.of(url), Map.of()),
        ALL);
  }

  private Client writer() {
    return new Client() {
      @Override
      void round(int i) {
        long id = ROWS + 1L + i;
        time(
            "INSERT INTO orders VALUES (%d, %d, 'note', 'code %d', 1)"
                .formatted(id, i % 10000, id));
        time("UPDATE orders SET amount = amount + 1 WHERE id = " + (1 + i * 7919L % ROWS));
        time("DELETE FROM orders WHERE id = " + id);
      }
    };
  }

  private Client reader() {
    return new Client() {
      @Override
      void round(int i) {
        time("SELECT note FROM orders WHERE id = " + (1 + i * 104729L % ROWS));
      }
    };
  }

  /** A transaction that is open for a while now and then, behind which the repair must wait. */
  private Client dawdler() {
    return new Client() {
      @Override
      void round(int i) {
        time("BEGIN");
        time("SELECT count(*) FROM orders WHERE id BETWEEN 1 AND 100");
        rest(2 * LOCK.toMillis());
        time("COMMIT");
        rest(300);
      }
    };
  }

  private static void rest(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One session that works until it is over, and keeps its longest statement and its failures. */
  private abstract class Client implements Runnable {
    final List<String> failures = new ArrayList<>();
    volatile long longest;
    volatile int statements;
    private final SqlSession session = SqlSession.open(target);

    abstract void round(int i);

    @Override
    public void run() {
      try (session) {
        for (int i = 0; !over.get(); i++) {
          round(i);
        }
      }
    }

    void forget() {
      longest = 0;
      statements = 0;
    }

    final void time(String sql) {
      long start = System.nanoTime();
      try {
        session.run(sql);
      } catch (CatalogException e) {
        failures.add(e.getMessage());
      }
      longest = Math.max(longest, System.nanoTime() - start);
      statements++;
    }
  }

  private final class Count implements Watcher {
    @Override
    public void begins(Order.Task task) {}

    @Override
    public void done(Order.Job job) {}

    @Override
    public void waits(Order.Task task, String reason, Duration pause) {
      waits.incrementAndGet();
    }
  }
}
