package dev.drift.engine.apply;

/** A run that cannot begin, or go on; the message says in one line why and what to do. */
public final class RunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RunException(String message) {
    super(message);
  }

  RunException(String message, Throwable cause) {
    super(message, cause);
  }
}
