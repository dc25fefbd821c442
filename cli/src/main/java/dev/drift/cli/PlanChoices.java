package dev.drift.cli;

import dev.drift.engine.plan.PlanOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What a plan may do, and what the user knows that it cannot know. */
final class PlanChoices {
  @Option(
      names = "--allow-destructive",
      description =
          "Also drop what the migrations do not intend, and narrow what must be narrowed.")
  private boolean allowDestructive;

  @Option(
      names = "--backfill",
      paramLabel = "TABLE.COLUMN=SQL",
      description =
          "What fills the nulls of a column that must not have any, a batch of rows at a time."
              + " Repeatable; in drift.properties: backfill.TABLE.COLUMN = SQL.")
  private Map<String, String> backfills = new LinkedHashMap<>();

  @Option(
      names = "--rename",
      paramLabel = "OLD=NEW",
      description = {
        "What is there under OLD is meant to be NEW: a table, table.column, index, constraint,"
            + " type, function, …, or a value of an enum. It is renamed, not made anew. Repeatable."
      })
  private Map<String, String> renames = new LinkedHashMap<>();

  PlanOptions options(int serverMajor, CommandSpec spec) {
    return new PlanOptions(allowDestructive, serverMajor, with("--backfill", backfills, spec));
  }

  SortedMap<String, String> renames(CommandSpec spec) {
    return with("--rename", renames, spec);
  }

  /** {@return the pairs of the configuration file, and those of the command line over them} */
  private static SortedMap<String, String> with(
      String option, Map<String, String> said, CommandSpec spec) {
    var all = new TreeMap<String, String>();
    if (spec.commandLine().getDefaultValueProvider() instanceof ConfigFile file) {
      all.putAll(file.pairs(spec.findOption(option)));
    }
    all.putAll(said);
    return all;
  }
}
