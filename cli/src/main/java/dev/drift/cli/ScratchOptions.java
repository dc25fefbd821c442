package dev.drift.cli;

import dev.drift.engine.ScratchChoice;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which throwaway server. */
final class ScratchOptions {
  private static final String OWN = "own";

  @Option(
      names = "--scratch",
      arity = "0..1",
      fallbackValue = OWN,
      paramLabel = "URL",
      description =
          "A throwaway server: drift's own, or, with --scratch=URL, one whose user may make"
              + " databases.")
  private @Nullable String scratch;

  boolean isAsked() {
    return scratch != null;
  }

  /** {@return the server, if the option was given} */
  Optional<ScratchChoice> asked(Map<String, String> environment) {
    return isAsked() ? Optional.of(choice(environment)) : Optional.empty();
  }

  /** {@return the server, drift's own if nothing else was said} */
  ScratchChoice choice(Map<String, String> environment) {
    return new ScratchChoice(
        Optional.ofNullable(scratch).filter(url -> !url.equals(OWN)), environment);
  }
}
