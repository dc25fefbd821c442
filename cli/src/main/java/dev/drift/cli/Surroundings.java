package dev.drift.cli;

import dev.drift.engine.render.Style;
import java.io.Console;
import java.util.Map;
import java.util.Optional;

/**
 * What the process stands in.
 *
 * @param environment environment variables by name
 */
record Surroundings(Map<String, String> environment) {
  Surroundings {
    environment = Map.copyOf(environment);
  }

  /** {@return how to dress text that goes to standard output} */
  Style style() {
    boolean colour =
        environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "dumb").equals("dumb")
            && isTerminal();
    return colour ? Style.COLOUR : Style.PLAIN;
  }

  /** {@return whether a person reads standard output} */
  boolean isTerminal() {
    return System.console() != null;
  }

  /** {@return what a person answers; empty where nobody is there to be asked} */
  Optional<String> ask(String question) {
    Console console = System.console();
    return console == null
        ? Optional.empty()
        : Optional.ofNullable(console.readLine("%s", question));
  }
}
