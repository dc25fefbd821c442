package dev.drift.engine.source;

/** The migrations cannot be read at all; the message says what, where and what to do. */
public final class SourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** {@code message} is one line for the user. */
  public SourceException(String message) {
    super(message);
  }

  /** {@code message} is one line for the user; {@code cause} is for a debugger. */
  public SourceException(String message, Throwable cause) {
    super(message, cause);
  }
}
