package dev.drift.engine.testing;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * The PostgreSQL that tests run against: one server a JVM, an empty database a test.
 *
 * <p>{@code -Ddrift.test.postgres=embedded:MAJOR|testcontainers:MAJOR|URL} chooses the server; the
 * default is {@code embedded:17}.
 */
public final class TestPostgres {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private TestPostgres() {}

  /** {@return the libpq URL of a new, empty database, owned by the superuser it names} */
  public static String createDatabase() {
    String name = "drift_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
    String server = Started.SERVER.url();
    execute(server, "CREATE DATABASE " + name + " TEMPLATE template0");
    return withDatabase(server, name);
  }

  /** Drops a database that {@link #createDatabase} made. */
  public static void drop(String url) {
    String name = url.replaceFirst("[?].*$", "").replaceFirst("^.*/", "");
    execute(Started.SERVER.url(), "DROP DATABASE IF EXISTS " + name);
  }

  /** {@return the server's major version, such as 17} */
  public static int majorVersion() {
    return Integer.parseInt(query(Started.SERVER.url(), "SHOW server_version_num").getFirst())
        / 10_000;
  }

  /**
   * Runs {@code sql} as one simple query, exactly as given: many statements are one implicit
   * transaction. What cannot run in one, such as {@code CREATE INDEX CONCURRENTLY}, is a call of
   * its own.
   */
  public static void execute(String url, String sql) {
    connected(url, connection -> connection.query(sql).execute().await());
  }

  /** {@return one line a row, the values as Java prints them, with {@code |} between} */
  public static List<String> query(String url, String sql) {
    return connected(
        url,
        connection ->
            StreamSupport.stream(connection.query(sql).execute().await().spliterator(), false)
                .map(TestPostgres::line)
                .toList());
  }

  /** {@return what {@code work} gives on a connection of its own} */
  public static <T> T connected(String url, Function<PgConnection, T> work) {
    PgConnection connection = connect(url);
    try {
      return work.apply(connection);
    } finally {
      connection.close().await();
    }
  }

  /** {@return a new connection, which the caller closes} */
  public static PgConnection connect(String url) {
    return PgConnection.connect(Started.VERTX, PgConnectOptions.fromUri(url)).await();
  }

  private static String line(Row row) {
    return IntStream.range(0, row.size())
        .mapToObj(row::getValue)
        .map(value -> value instanceof Object[] array ? Arrays.toString(array) : "" + value)
        .collect(Collectors.joining("|"));
  }

  private static String withDatabase(String url, String database) {
    return url.replaceFirst("(?<=[^/:]/)[^/?]*(?=$|\\?)", database);
  }

  /** Starts with the first test that asks, and stops with the JVM. */
  private static final class Started {
    static final Vertx VERTX = Vertx.vertx(new VertxOptions().setUseDaemonThread(true));
    static final TestServer SERVER =
        TestServer.named(System.getProperty("drift.test.postgres", "embedded:17"));
  }
}
