package dev.drift.cli;

import dev.drift.engine.Database;
import dev.drift.engine.Drift;
import dev.drift.engine.diff.IgnoreRules;
import dev.drift.engine.render.Comparative;
import dev.drift.engine.render.ComparativeJson;
import dev.drift.engine.render.ComparativeText;
import dev.drift.engine.render.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drift compare}: databases side by side. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Are these databases the same? Two are told apart object by object; more stand in a table,"
          + " where equal letters are equal shapes."
    })
final class CompareCommand implements Callable<Integer> {
  private enum Format {
    TEXT,
    JSON
  }

  private final Surroundings surroundings;
  @Spec private CommandSpec spec;
  @Mixin private ScopeOptions scope;
  @Mixin private OutputOptions output;

  @Parameters(
      paramLabel = "DATABASE",
      arity = "2..*",
      description = "A URL, or a file that drift snapshot or drift model --format json wrote.")
  private List<String> places = List.of();

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = "text",
      description = "text or json. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Option(names = "--exit-zero", description = "Exit with 0 whatever is found.")
  private boolean exitZero;

  CompareCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (places.size() < 2) {
      throw new ParameterException(spec.commandLine(), "compare takes two databases or more");
    }
    IgnoreRules rules = scope.rules();
    Map<String, Database> databases = new LinkedHashMap<>();
    var names = new ArrayList<String>();
    for (String place : places) {
      String name =
          place
              .replaceFirst("(?<=://)([^@/]*):[^@/]*(?=@)", "$1")
              .replaceFirst("(?i)password=[^ &]*", "");
      names.add(name);
      databases.put(place, Database.of(Optional.of(place), surroundings.environment()));
    }
    Comparative comparative =
        Drift.compare(names, places.stream().map(place -> databases.get(place)).toList(), rules);
    output.write(
        switch (format) {
          case TEXT ->
              ComparativeText.render(
                  comparative, output.toFile() ? Style.PLAIN : surroundings.style());
          case JSON -> ComparativeJson.render(comparative);
        },
        spec.commandLine().getOut());
    return exitZero || comparative.rows().isEmpty() ? ExitCode.CLEAN : ExitCode.DRIFT;
  }
}
