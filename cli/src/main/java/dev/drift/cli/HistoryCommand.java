package dev.drift.cli;

import dev.drift.engine.Drift;
import dev.drift.engine.DriftException;
import dev.drift.engine.Expectation;
import dev.drift.engine.progress.ObjectHistory;
import dev.drift.engine.render.HistoryJson;
import dev.drift.engine.render.HistoryText;
import dev.drift.engine.render.Style;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drift history}: which statements made an object what it is. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = {
      "Which statements made this object what it is? Every one of them, oldest first; for an object"
          + " that is gone, down to the one that dropped it."
    })
final class HistoryCommand implements Callable<Integer> {
  private enum Format {
    TEXT,
    JSON
  }

  private final Surroundings surroundings;
  @Spec private CommandSpec spec;
  @Mixin private MigrationOptions migrations;
  @Mixin private OutputOptions output;

  @Parameters(
      paramLabel = "OBJECT",
      description =
          "users, public.users.email, f, or with its kind before it: index:users_email_idx.")
  private String object = "";

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = "text",
      description = "text or json. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Option(
      names = "--server",
      paramLabel = "MAJOR",
      defaultValue = "" + Drift.NEWEST_SERVER,
      description =
          "The PostgreSQL version whose rules apply, 12 to 18. Default: ${DEFAULT-VALUE}.")
  private int server = Drift.NEWEST_SERVER;

  HistoryCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Expectation expectation = Drift.expect(migrations.source(), server);
    List<ObjectHistory> histories = ObjectHistory.of(expectation.replayed().events(), object);
    if (histories.isEmpty()) {
      throw new DriftException(
          "no migration up to %s makes an object called %s: say its path as drift model shows it"
              .formatted(expectation.at(), object));
    }
    output.write(
        switch (format) {
          case TEXT ->
              HistoryText.render(histories, output.toFile() ? Style.PLAIN : surroundings.style());
          case JSON -> HistoryJson.render(histories);
        },
        spec.commandLine().getOut());
    return ExitCode.CLEAN;
  }
}
