package dev.drift.engine.canon.resolve;

import dev.drift.engine.canon.tree.Place;

/** PostgreSQL would refuse the query for certain. */
public final class InvalidQueryException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Place place;

  InvalidQueryException(String message, Place place) {
    super(message, null, false, false);
    this.place = place;
  }

  /** {@return where the server would point} */
  public Place place() {
    return place;
  }
}
