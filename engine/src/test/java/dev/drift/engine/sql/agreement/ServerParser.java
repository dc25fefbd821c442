package dev.drift.engine.sql.agreement;

import dev.drift.engine.testing.TestPostgres;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.PreparedStatement;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What the server's parser says of a text, of which nothing is run. */
final class ServerParser implements AutoCloseable {
  /** Whatever stands behind it is parsed, but it fails before anything of that runs. */
  private static final String FAILING = "SELECT 1/0;";

  /** The parser answers at once. */
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /**
   * The client answers nothing where the server cannot tell a type (42P18), for which it looks only
   * after it has seen that there is one statement.
   */
  private static final Duration SILENCE = Duration.ofSeconds(5);

  private static final String DIVISION_BY_ZERO = "22012";
  private static final String SYNTAX_ERROR = "42601";
  private static final String TOO_COMPLEX = "54001";

  private final String url;
  private PgConnection connection;

  ServerParser(String url) {
    this.url = url;
    this.connection = connect();
  }

  private PgConnection connect() {
    PgConnection fresh = TestPostgres.connect(url);
    fresh.query("SET client_min_messages = error").execute().await();
    return fresh;
  }

  @Override
  public void close() {
    connection.close().await();
  }

  /**
   * How far the parser came.
   *
   * @param accepted whether it read all of the text
   * @param message what it says otherwise
   * @param position where, a zero-based index into the text in characters of Unicode
   */
  record Verdict(boolean accepted, String message, OptionalInt position) {

    /** {@return whether the parser gave up for the depth of the text, which tells nothing} */
    boolean isTooComplex() {
      return message.startsWith(TOO_COMPLEX);
    }
  }

  /** {@return what the server says of {@code text}, sent as one simple query} */
  Verdict parse(String text) {
    try {
      connection.query(FAILING + text).execute().await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      throw new AssertionError("it should have failed: " + text);
    } catch (PgException e) {
      if (e.getSqlState().equals(DIVISION_BY_ZERO)) {
        return new Verdict(true, "", OptionalInt.empty());
      }
      return new Verdict(false, e.getSqlState() + " " + e.getErrorMessage(), position(e));
    } catch (TimeoutException e) {
      throw new AssertionError("no answer to: " + text, e);
    }
  }

  /** {@return whether {@code text}, which the parser accepts, is exactly one statement} */
  boolean isOne(String text) {
    try {
      connection
          .prepare(text)
          .compose(PreparedStatement::close)
          .await(SILENCE.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (PgException e) {
      return !(e.getSqlState().equals(SYNTAX_ERROR)
          && e.getErrorMessage().startsWith("cannot insert multiple commands"));
    } catch (TimeoutException e) {
      connection.close();
      connection = connect();
      return true;
    }
  }

  private static OptionalInt position(PgException e) {
    String position = e.getPosition();
    int at = position == null ? -1 : Integer.parseInt(position) - 1 - FAILING.length();
    return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
  }
}
