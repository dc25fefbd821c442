package dev.drift.cli;

import dev.drift.engine.render.Style;
import java.util.Map;

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
}
