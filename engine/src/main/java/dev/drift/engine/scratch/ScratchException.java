package dev.drift.engine.scratch;

/** A throwaway PostgreSQL could not be had; the message says why and what to do. */
public final class ScratchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ScratchException(String message) {
    super(message);
  }

  ScratchException(String message, Throwable cause) {
    super(message, cause);
  }
}
