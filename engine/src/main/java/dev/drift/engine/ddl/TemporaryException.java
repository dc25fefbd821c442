package dev.drift.engine.ddl;

/** Leaves a reader where the statement is about a temporary object; caught in {@link Decide}. */
final class TemporaryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TemporaryException(String name) {
    super(name + " is temporary", null, false, false);
  }
}
