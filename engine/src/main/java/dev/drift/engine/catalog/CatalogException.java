package dev.drift.engine.catalog;

import io.vertx.pgclient.PgException;
import java.util.Optional;

/**
 * A database that cannot be read. The message is one line for people: what, where, what to do; it
 * never holds a password.
 */
public final class CatalogException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Reason {
    /** The URL, an environment variable or a file says something that cannot be. */
    BAD_TARGET,
    UNKNOWN_HOST,
    UNREACHABLE,
    TLS,
    /** The server refused the user: wrong password, unknown role, or a rule of pg_hba.conf. */
    REFUSED,
    UNKNOWN_DATABASE,
    NOT_POSTGRESQL,
    TOO_OLD,
    PERMISSION_DENIED,
    TIMEOUT,
    /** The connection ended in the middle. */
    DROPPED,
    /** The server answered a statement with an error. */
    STATEMENT_FAILED
  }

  private final Reason reason;

  CatalogException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  CatalogException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** {@return what went wrong} */
  public Reason reason() {
    return reason;
  }

  /** {@return the error code of the server that said so (manual, appendix A); empty if none did} */
  public Optional<String> sqlState() {
    return getCause() instanceof PgException error
        ? Optional.ofNullable(error.getSqlState())
        : Optional.empty();
  }

  /** {@return the server's own words; the whole message if it was not the server who spoke} */
  public String said() {
    String words = getCause() instanceof PgException error ? error.getErrorMessage() : getMessage();
    return words == null ? "" : words;
  }
}
