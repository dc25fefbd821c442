package dev.drift.engine;

/**
 * The outside world stands in the way: a file, a server, an argument. The message says in one line
 * what, where and what to do.
 */
public class DriftException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception with its one-line message. */
  public DriftException(String message) {
    super(message);
  }

  /** Makes the exception with its one-line message and what lies behind it. */
  public DriftException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Makes the exception from a room's own, whose message is such a line already. */
  public DriftException(RuntimeException cause) {
    super(cause.getMessage(), cause);
  }
}
