package dev.drift.engine.catalog;

import dev.drift.engine.catalog.Dialling.Dialled;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One connection to a server, for one thread. Queries are sent at once, one behind the other, over
 * the simple protocol, which poolers such as PgBouncer pass on; answers are awaited in any order.
 */
final class ServerConnection implements AutoCloseable {
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private static volatile boolean started;

  private final Dialled dialled;
  private final SqlConnection connection;
  private final Target target;
  private final Target.Endpoint endpoint;
  private Optional<Future<Void>> leaving = Optional.empty();

  private ServerConnection(Dialled dialled, Target target, Target.Endpoint endpoint) {
    this.dialled = dialled;
    this.connection = dialled.connection();
    this.target = target;
    this.endpoint = endpoint;
  }

  /** Starts the client of all connections. */
  static void prepare() {
    Objects.requireNonNull(Client.VERTX);
  }

  /** Ends the client of all connections, if it was started: there will be no other. */
  static void release() {
    if (started) {
      try {
        Client.VERTX.close().await(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException | RuntimeException e) {
        // The process ends all the same.
      }
    }
  }

  /** {@return a connection to the first of the target's hosts that answers} */
  static ServerConnection open(Target target) {
    var failures = new ArrayList<CatalogException>();
    for (Target.Endpoint endpoint : target.endpoints()) {
      try {
        Dialled dialled = new Dialling(Client.VERTX, target, endpoint).connect();
        return new ServerConnection(dialled, target, endpoint);
      } catch (CatalogException e) {
        failures.add(e);
        if (!Failures.maySucceedElsewhere(e)) {
          break;
        }
      }
    }
    throw Failures.ofAll(failures);
  }

  /** {@return the server's major version, as it greeted} */
  int major() {
    return connection.databaseMetadata().majorVersion();
  }

  /** {@return the server's version as it greeted, {@code 17.6}} */
  String version() {
    return connection.databaseMetadata().fullVersion().replaceFirst(" .*", "");
  }

  Target target() {
    return target;
  }

  Target.Endpoint endpoint() {
    return endpoint;
  }

  /** Sends one or more statements and does not wait. */
  Future<RowSet<Row>> send(String sql) {
    return connection.query(sql).execute();
  }

  /**
   * {@return the rows of the last statement of an answer}
   *
   * @throws io.vertx.pgclient.PgException if the server refuses it
   * @throws CatalogException if the connection ends or does not answer in time
   */
  List<CatalogRow> await(Future<RowSet<Row>> answer, Duration timeout) {
    try {
      RowSet<Row> last = answer.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
      while (last.next() != null) {
        last = last.next();
      }
      return rows(last);
    } catch (TimeoutException e) {
      throw Failures.noAnswer(this, timeout);
    } catch (Throwable e) {
      throw Failures.whileReading(this, e);
    }
  }

  private static List<CatalogRow> rows(RowSet<Row> answer) {
    List<String> names = answer.columnsNames();
    if (names == null) {
      return List.of();
    }
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < names.size(); place++) {
      places.put(names.get(place), place);
    }
    var rows = new ArrayList<CatalogRow>(answer.size());
    answer.forEach(row -> rows.add(new CatalogRow(row, places)));
    return rows;
  }

  /** Says goodbye to the server and does not wait until that is heard, as {@link #close} does. */
  void leave() {
    if (leaving.isEmpty()) {
      leaving = Optional.of(dialled.pool().close());
    }
  }

  @Override
  public void close() {
    leave();
    try {
      leaving.orElseThrow().await(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | RuntimeException e) {
      // A server that does not take leave is left; what was read has been read.
    }
  }

  /**
   * The client's one daemon thread, for all connections of this process: one event loop, the
   * platform's name resolution, no file cache, nothing that costs a start.
   */
  private static final class Client {
    static final Vertx VERTX = start();

    private static Vertx start() {
      started = true;
      System.setProperty("vertx.disableDnsResolver", "true");
      return Vertx.vertx(
          new VertxOptions()
              .setEventLoopPoolSize(1)
              .setWorkerPoolSize(1)
              .setInternalBlockingPoolSize(1)
              .setUseDaemonThread(true)
              // A machine that is slow for a while is no news to people.
              .setBlockedThreadCheckIntervalUnit(TimeUnit.DAYS)
              .setBlockedThreadCheckInterval(1)
              .setDisableTCCL(true)
              .setFileSystemOptions(
                  new FileSystemOptions()
                      .setFileCachingEnabled(false)
                      .setClassPathResolvingEnabled(false)));
    }
  }
}
