package dev.drift.engine.plan;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What a session that runs a plan's steps must be set to: guards are written for it. */
public final class SessionSettings {
  /** How long a statement waits for a lock where nobody says otherwise. */
  public static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);

  /** How long a statement may run that takes no time by its nature, whatever its table holds. */
  public static final Duration STATEMENT_TIMEOUT = Duration.ofMinutes(1);

  private SessionSettings() {}

  /** {@return the statements that set it, each ended by a semicolon} */
  public static List<String> set(Duration lockTimeout) {
    return List.of(
        "SET client_min_messages = warning;",
        lockTimeout(lockTimeout),
        "SET check_function_bodies = off;",
        "SET search_path = '';");
  }

  /** {@return the statement that sets how long a statement waits for a lock; zero for ever} */
  public static String lockTimeout(Duration lockTimeout) {
    return "SET lock_timeout = '" + words(lockTimeout) + "';";
  }

  /** {@return the statement that sets how long a statement may run; zero for ever} */
  public static String statementTimeout(Duration statementTimeout) {
    return "SET statement_timeout = '" + words(statementTimeout) + "';";
  }

  /** {@return the statements that take it back} */
  public static List<String> reset() {
    return Stream.of(
            "search_path",
            "check_function_bodies",
            "statement_timeout",
            "lock_timeout",
            "client_min_messages")
        .map(name -> "RESET " + name + ";")
        .toList();
  }

  private static String words(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
  }
}
