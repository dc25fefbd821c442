package dev.drift.server;

/** What the server runs on its interval, one run at a time. */
@FunctionalInterface
public interface CheckRunner {
  /**
   * {@return what one look at the database came to}
   *
   * @throws RuntimeException where there is no verdict; its message is shown to people
   */
  CheckResult run();
}
