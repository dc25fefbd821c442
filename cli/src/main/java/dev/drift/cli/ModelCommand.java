package dev.drift.cli;

import dev.drift.engine.Drift;
import dev.drift.engine.Expectation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drift model}: the schema that the migrations intend. */
@Command(
    name = "model",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the schema that the migrations intend, as SQL or as a snapshot.",
      "Objects named by the clock, such as partitions of days, stand as they would be made now, in"
          + " UTC."
    })
final class ModelCommand implements Callable<Integer> {
  private enum Format {
    SQL,
    JSON
  }

  @Spec private CommandSpec spec;
  @Mixin private MigrationOptions migrations;
  @Mixin private OutputOptions output;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = "sql",
      description = "sql or json. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.SQL;

  @Option(
      names = "--server",
      paramLabel = "MAJOR",
      defaultValue = "" + Drift.NEWEST_SERVER,
      description =
          "The PostgreSQL version whose rules apply, 12 to 18. Default: ${DEFAULT-VALUE}.")
  private int server = Drift.NEWEST_SERVER;

  @Override
  public Integer call() {
    Expectation expectation = Drift.expectNow(migrations.source(), server);
    output.write(
        switch (format) {
          case SQL -> Drift.schemaScript(expectation, server);
          case JSON -> Drift.snapshot(expectation, server);
        },
        spec.commandLine().getOut());
    return ExitCode.CLEAN;
  }
}
