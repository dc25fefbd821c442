package dev.drift.cli;

import dev.drift.engine.Drift;
import dev.drift.engine.Inspection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drift repair}: the script that makes the database what its migrations intend. */
@Command(
    name = "repair",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the repair script: guarded SQL that can run once, twice, or again after it was cut"
          + " off. Changes nothing by itself.",
      "Run it with: psql -v ON_ERROR_STOP=1 -f repair.sql"
    })
final class RepairCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Spec private CommandSpec spec;
  @Mixin private MigrationOptions migrations;
  @Mixin private DatabaseOptions database;
  @Mixin private ScopeOptions scope;
  @Mixin private OutputOptions output;

  @Option(
      names = "--allow-destructive",
      description =
          "Also drop what the migrations do not intend, and narrow what must be narrowed.")
  private boolean allowDestructive;

  @Option(
      names = "--backfill",
      paramLabel = "TABLE.COLUMN=SQL",
      description = "What fills the nulls of a column that must not have any. Repeatable.")
  private Map<String, String> backfills = new LinkedHashMap<>();

  RepairCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Inspection inspection =
        Drift.inspect(
            migrations.source(), database.database(surroundings.environment()), scope.rules());
    output.write(
        Drift.repairScript(inspection, allowDestructive, new TreeMap<>(backfills)),
        spec.commandLine().getOut());
    return ExitCode.CLEAN;
  }
}
