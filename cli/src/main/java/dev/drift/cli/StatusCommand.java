package dev.drift.cli;

import dev.drift.engine.Drift;
import dev.drift.engine.render.StatusJson;
import dev.drift.engine.render.StatusReport;
import dev.drift.engine.render.StatusText;
import dev.drift.engine.render.Style;
import dev.drift.engine.render.Verdict;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drift status}: how far the database is, migration by migration. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "How far is the database? Each migration: recorded or not, and whether what it makes is"
          + " there, statement by statement where it is not."
    })
final class StatusCommand implements Callable<Integer> {
  private enum Format {
    TEXT,
    JSON
  }

  private final Surroundings surroundings;
  @Spec private CommandSpec spec;
  @Mixin private MigrationOptions migrations;
  @Mixin private DatabaseOptions database;
  @Mixin private HistoryOptions history;
  @Mixin private OutputOptions output;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = "text",
      description = "text or json. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Option(names = "--exit-zero", description = "Exit with 0 whatever is found.")
  private boolean exitZero;

  StatusCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    StatusReport report =
        Drift.status(
            migrations.source(history.choice()), database.database(surroundings.environment()));
    Verdict verdict = report.verdict();
    output.write(text(report, verdict), spec.commandLine().getOut());
    return exitZero ? ExitCode.CLEAN : ExitCode.of(verdict);
  }

  private String text(StatusReport report, Verdict verdict) {
    return switch (format) {
      case TEXT ->
          StatusText.render(report, verdict, output.toFile() ? Style.PLAIN : surroundings.style());
      case JSON -> StatusJson.render(report, verdict);
    };
  }
}
