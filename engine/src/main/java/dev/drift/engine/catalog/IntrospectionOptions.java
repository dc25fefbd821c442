package dev.drift.engine.catalog;

import java.time.Duration;

/**
 * How long a server may take to answer.
 *
 * @param statementTimeout for one catalog query
 * @param lockTimeout for a lock that another session holds; catalog functions take the weakest ones
 */
public record IntrospectionOptions(Duration statementTimeout, Duration lockTimeout) {
  private static final IntrospectionOptions DEFAULTS =
      new IntrospectionOptions(Duration.ofSeconds(60), Duration.ofSeconds(10));

  /** {@return one minute for a query, ten seconds for a lock} */
  public static IntrospectionOptions defaults() {
    return DEFAULTS;
  }
}
