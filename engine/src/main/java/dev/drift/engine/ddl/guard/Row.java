package dev.drift.engine.ddl.guard;

import java.util.Optional;

/** A row of a catalog, a query or a record variable. */
public interface Row {
  /** {@return the column's value, unknown where it cannot be told; empty if there is none} */
  Optional<Value> get(String column);

  /** {@return whether it is certain that there is this row, and just once} */
  default boolean isCertain() {
    return true;
  }

  /** {@return a row of which nothing is known} */
  static Row unknown() {
    return column -> Optional.of(Value.UNKNOWN);
  }
}
