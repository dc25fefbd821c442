package dev.drift.engine.catalog;

import dev.drift.engine.catalog.CatalogException.Reason;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.List;

/**
 * A session on a live database, for one thread: statements one after another, each a simple query
 * of its own.
 */
public final class SqlSession implements AutoCloseable {
  /** The server keeps the time, by its statement_timeout. */
  private static final Duration PATIENCE = Duration.ofDays(7);

  private final ServerConnection connection;

  private SqlSession(ServerConnection connection) {
    this.connection = connection;
  }

  /**
   * {@return a new session}
   *
   * @throws CatalogException if the server gives none
   */
  public static SqlSession open(Target target) {
    return new SqlSession(ServerConnection.open(target));
  }

  /** {@return the server's version, {@code 17.6}} */
  public String version() {
    return connection.version();
  }

  /** {@return the server's major version} */
  public int major() {
    return connection.major();
  }

  /**
   * Runs one statement and waits for its end.
   *
   * @throws CatalogException with {@link CatalogException#sqlState} if the server refuses it
   */
  public void run(String statement) {
    rows(statement);
  }

  /** {@return the values of the column {@code value} of a query's rows, as text} */
  public List<String> values(String query) {
    return rows(query).stream().map(row -> row.text("value")).toList();
  }

  private List<CatalogRow> rows(String statement) {
    if (statement.isBlank()) {
      return List.of(); // the client waits for ever for the answer to an empty query
    }
    try {
      return connection.await(connection.send(statement), PATIENCE);
    } catch (PgException e) {
      throw Failures.statement(
          "the statement \"%s\" fails".formatted(start(statement)), e, Reason.STATEMENT_FAILED);
    }
  }

  static String start(String statement) {
    String line = statement.replaceAll("\\s+", " ");
    return line.length() <= 80 ? line : line.substring(0, 77) + "...";
  }

  @Override
  public void close() {
    connection.close();
  }
}
