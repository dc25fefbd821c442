package dev.drift.cli;

import dev.drift.engine.Drift;
import dev.drift.engine.Inspection;
import dev.drift.engine.MigrationSource;
import dev.drift.engine.diff.Severity;
import dev.drift.engine.render.JsonReport;
import dev.drift.engine.render.LintJson;
import dev.drift.engine.render.LintReport;
import dev.drift.engine.render.LintText;
import dev.drift.engine.render.Report;
import dev.drift.engine.render.Style;
import dev.drift.engine.render.TextReport;
import dev.drift.engine.render.Verdict;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drift check}: is there drift? */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Is there drift? Compares the database with what its migrations intend.")
final class CheckCommand implements Callable<Integer> {
  private enum Format {
    TEXT,
    JSON
  }

  private final Surroundings surroundings;
  @Spec private CommandSpec spec;
  @Mixin private MigrationOptions migrations;
  @Mixin private DatabaseOptions database;
  @Mixin private HistoryOptions history;
  @Mixin private ScopeOptions scope;
  @Mixin private OutputOptions output;
  @Mixin private ScratchOptions scratch;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = "text",
      description = "text or json. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "error",
      description = "Findings from which severity on are drift: error, warning or info.")
  private Severity failOn = Severity.ERROR;

  @Option(
      names = "--strict",
      description = "Everything that is reported is drift, whatever its severity.")
  private boolean strict;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "A JSON report of an earlier check: only findings that it has not count.")
  private @Nullable Path baseline;

  @Option(
      names = "--no-database",
      description =
          "Look at the migrations alone: what PostgreSQL would refuse, and what would harm a"
              + " database in use.")
  private boolean noDatabase;

  @Option(
      names = "--data",
      description =
          "Also look for the rows that the migrations insert with constant values (INSERT …"
              + " VALUES).")
  private boolean data;

  @Option(names = "--exit-zero", description = "Exit with 0 whatever is found.")
  private boolean exitZero;

  CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Verdict verdict = noDatabase ? lint() : check();
    return exitZero ? ExitCode.CLEAN : ExitCode.of(verdict);
  }

  private Verdict lint() {
    LintReport report =
        Drift.lint(migrations.source(), scope.rules(), Optional.ofNullable(baseline));
    Verdict verdict = report.verdict(failOn, strict);
    output.write(
        switch (format) {
          case TEXT -> LintText.render(report, verdict, style());
          case JSON -> LintJson.render(report, verdict);
        },
        spec.commandLine().getOut());
    return verdict;
  }

  private Verdict check() {
    MigrationSource source = migrations.source(history.choice());
    Inspection inspection =
        Drift.inspect(
            data ? source.withData() : source,
            database.database(surroundings.environment()),
            scope.rules(),
            Optional.ofNullable(baseline),
            scratch.asked(surroundings.environment()));
    Report report = inspection.report();
    Verdict verdict = report.verdict(failOn, strict);
    output.write(text(report, verdict), spec.commandLine().getOut());
    return verdict;
  }

  private Style style() {
    return output.toFile() ? Style.PLAIN : surroundings.style();
  }

  private String text(Report report, Verdict verdict) {
    return switch (format) {
      case TEXT -> TextReport.render(report, verdict, style());
      case JSON -> JsonReport.render(report, verdict);
    };
  }
}
