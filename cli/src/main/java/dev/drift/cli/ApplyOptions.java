package dev.drift.cli;

import dev.drift.engine.apply.Limits;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How a plan is run. */
final class ApplyOptions {
  @Option(
      names = "--apply",
      description =
          "Run the plan on the database, step by step, after asking. What is done is kept in the"
              + " journal.")
  private boolean apply;

  @Option(names = "--yes", description = "With --apply: do not ask.")
  private boolean yes;

  @Option(
      names = "--resume",
      description = "With --apply: go on with the run in the journal that was cut off.")
  private boolean resume;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      defaultValue = "drift-repair.journal",
      description = "With --apply: the file that keeps what is done. Default: ${DEFAULT-VALUE}.")
  private Path journal = Path.of("drift-repair.journal");

  @Option(
      names = "--lock-timeout",
      paramLabel = "MS",
      defaultValue = "5000",
      description =
          "With --apply: how long a statement waits for a lock before it gives way and is tried"
              + " again later. Default: ${DEFAULT-VALUE} ms.")
  private long lockTimeout = 5000;

  @Option(
      names = "--statement-timeout",
      paramLabel = "MS",
      defaultValue = "0",
      description =
          "With --apply: how long a statement may run that reads or writes rows or builds an"
              + " index; 0 for as long as it takes. Default: ${DEFAULT-VALUE}.")
  private long statementTimeout;

  boolean isAsked() {
    return apply;
  }

  boolean isResumed() {
    return resume;
  }

  boolean isAgreed() {
    return yes;
  }

  Path journal() {
    return journal;
  }

  /** {@return the limits, if the options make sense together} */
  Limits limits(CommandSpec spec) {
    if (!apply && (resume || yes)) {
      throw new ParameterException(
          spec.commandLine(), (resume ? "--resume" : "--yes") + " goes with --apply");
    }
    if (lockTimeout <= 0 || statementTimeout < 0) {
      throw new ParameterException(
          spec.commandLine(), "a timeout is a number of milliseconds: --lock-timeout from 1");
    }
    return Limits.defaults()
        .with(Duration.ofMillis(lockTimeout), Duration.ofMillis(statementTimeout));
  }
}
