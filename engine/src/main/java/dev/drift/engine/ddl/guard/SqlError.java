package dev.drift.engine.ddl.guard;

import dev.drift.engine.sql.Token;
import java.util.Optional;

/** An error that PostgreSQL would raise, on its way to an EXCEPTION clause or out of the block. */
public final class SqlError extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String condition;
  private final transient Optional<Token> at;

  /**
   * An error of the condition {@code condition} (manual appendix "PostgreSQL Error Codes"), empty
   * if it is not known which.
   */
  public SqlError(String condition, String message, Optional<Token> at) {
    super(message, null, false, false);
    this.condition = condition;
    this.at = at;
  }

  /** {@return the condition's name} */
  public String condition() {
    return condition;
  }

  /** {@return the token at fault} */
  public Optional<Token> at() {
    return at;
  }
}
