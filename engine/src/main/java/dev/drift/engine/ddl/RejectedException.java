package dev.drift.engine.ddl;

import dev.drift.engine.sql.Token;
import java.util.Optional;

/** Leaves a reader where PostgreSQL would refuse the statement; caught in {@link Decide}. */
final class RejectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Optional<Token> at;

  RejectedException(String message, Optional<Token> at) {
    super(message, null, false, false);
    this.at = at;
  }

  RejectedException(String message, Token at) {
    this(message, Optional.of(at));
  }

  /** {@return the token that PostgreSQL would point at} */
  Optional<Token> at() {
    return at;
  }
}
