package dev.drift.cli;

import dev.drift.engine.Drift;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code drift snapshot}: the schema that is there. */
@Command(
    name = "snapshot",
    mixinStandardHelpOptions = true,
    description = "Prints the database's schema as JSON, usable wherever a URL is asked for.")
final class SnapshotCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Spec private CommandSpec spec;
  @Mixin private DatabaseOptions database;
  @Mixin private OutputOptions output;

  SnapshotCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    output.write(
        Drift.snapshot(database.database(surroundings.environment())), spec.commandLine().getOut());
    return ExitCode.CLEAN;
  }
}
