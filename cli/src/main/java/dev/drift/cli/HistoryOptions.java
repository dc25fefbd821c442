package dev.drift.cli;

import dev.drift.engine.catalog.HistoryChoice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which table records the migrations. */
final class HistoryOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--history",
      paramLabel = "TABLE",
      description = "The table that records the migrations. Default: the tool's own, if there.")
  private @Nullable String table;

  @Option(
      names = "--history-column",
      paramLabel = "ROLE=COLUMN",
      description =
          "What a column of --history is called: version=, checksum=, success= or applied=."
              + " Repeatable.")
  private Map<String, String> columns = new LinkedHashMap<>();

  HistoryChoice choice() {
    for (String role : columns.keySet()) {
      if (!HistoryChoice.ROLES.contains(role)) {
        throw new ParameterException(
            spec.commandLine(),
            "--history-column %s=…: a column is %s"
                .formatted(role, String.join(", ", HistoryChoice.ROLES)));
      }
    }
    if (table == null && !columns.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--history-column says what columns of --history TABLE are called");
    }
    return new HistoryChoice(Optional.ofNullable(table), new TreeMap<>(columns));
  }
}
