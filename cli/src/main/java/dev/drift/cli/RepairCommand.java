package dev.drift.cli;

import dev.drift.engine.Application;
import dev.drift.engine.Database;
import dev.drift.engine.Drift;
import dev.drift.engine.DriftException;
import dev.drift.engine.Inspection;
import dev.drift.engine.MigrationSource;
import dev.drift.engine.Repair;
import dev.drift.engine.RepairText;
import dev.drift.engine.ScratchChoice;
import dev.drift.engine.apply.Limits;
import dev.drift.engine.scratch.Proof;
import dev.drift.engine.scratch.Verdicts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
  @Mixin private HistoryOptions history;
  @Mixin private ScopeOptions scope;
  @Mixin private OutputOptions output;

  @Option(
      names = "--record",
      description =
          "Also write down in the tool's history table what is there, or will be after the script.")
  private boolean record;

  @Option(
      names = "--assume-applied",
      paramLabel = "VERSION",
      description =
          "With --record: this migration has run, although not all of it leaves a trace."
              + " Repeatable.")
  private Set<String> assumed = Set.of();

  @Option(
      names = "--prove",
      description = {
        "Try the script on a throwaway server before it is written: the schema is made anew there,"
            + " without data, the script is run twice, and the outcome compared."
      })
  private boolean prove;

  @Option(names = "--force", description = "Write the script although its proof failed.")
  private boolean force;

  @Option(
      names = "--rollback",
      paramLabel = "FILE",
      description =
          "Also write the way back to this file; the script and the way back are proved as with"
              + " --prove.")
  private @Nullable Path rollback;

  @Option(
      names = "--data",
      description =
          "Also look for the rows that the migrations insert with constant values (INSERT …"
              + " VALUES), and insert those that are missing.")
  private boolean data;

  @Mixin private PlanChoices choices;
  @Mixin private FormatOption format;
  @Mixin private ScratchOptions scratch;
  @Mixin private ApplyOptions apply;

  RepairCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Limits limits = apply.limits(spec);
    requireFormat();
    Database target = database.database(surroundings.environment());
    Inspection inspection = inspect(target);
    if (apply.isResumed()) {
      return resume(target, inspection, limits);
    }
    Repair repair = repair(inspection);
    Proven proven = proof(repair, target);
    if (apply.isAsked()) {
      requireRecord(repair.text());
      return begin(target, inspection, repair, limits);
    }
    RepairText text = repair.text().measured(target);
    if (format.isJson()) {
      output.write(text.json(proven.words()), spec.commandLine().getOut());
    } else if (format.isSql()) {
      String rows = record ? text.record(assumed) : "";
      output.write(text.script(proven.words()) + rows, spec.commandLine().getOut());
    } else {
      migrations(text, proven);
    }
    return ExitCode.CLEAN;
  }

  private Repair repair(Inspection inspection) {
    return Repair.of(
        inspection,
        scope.rules(),
        choices.options(inspection.observation().major(), spec),
        choices.renames(spec));
  }

  /** What cannot be recorded is said before anything is changed. */
  private void requireRecord(RepairText text) {
    if (record) {
      text.record(assumed);
    }
  }

  private void requireFormat() {
    Optional<String> complaint = format.complaint(apply, record, output);
    if (complaint.isPresent()) {
      throw new ParameterException(spec.commandLine(), complaint.get());
    }
  }

  private void migrations(RepairText text, Proven proven) {
    List<String> written =
        text.write(format.name(), proven.back(), proven.words(), output.file().orElseThrow());
    PrintWriter out = spec.commandLine().getOut();
    if (written.isEmpty()) {
      out.println("Nothing to do: no migration was written.");
    }
    written.forEach(file -> out.println(output.file().orElseThrow().resolve(file)));
    out.flush();
  }

  /** What a proof has brought. */
  private record Proven(List<String> words, Optional<Verdicts.WayBack> back) {}

  private Inspection inspect(Database target) {
    MigrationSource source = migrations.source(history.choice());
    return Drift.inspect(data ? source.withData() : source, target, scope.rules());
  }

  private int begin(Database target, Inspection inspection, Repair repair, Limits limits) {
    PrintWriter err = spec.commandLine().getErr();
    repair.plan().refusals().forEach(refusal -> err.println("left as it is: " + refusal.what()));
    int steps = repair.plan().steps().size();
    if (steps > 0) {
      agree("Run %d %s on %s?".formatted(steps, steps == 1 ? "step" : "steps", words(inspection)));
      application(target, limits, steps).begin(inspection, repair.plan());
    }
    return conclude(target, steps);
  }

  private int resume(Database target, Inspection inspection, Limits limits) {
    int steps = application(target, limits, 0).remaining();
    agree("Go on with the remaining %d steps on %s?".formatted(steps, words(inspection)));
    application(target, limits, steps).resume(inspection);
    return conclude(target, steps);
  }

  private Application application(Database target, Limits limits, int steps) {
    PrintWriter err = spec.commandLine().getErr();
    return new Application(
        target, apply.journal(), limits, new ProgressLine(err, surroundings.isTerminal(), steps));
  }

  private static String words(Inspection inspection) {
    return "database " + inspection.observation().database();
  }

  private void agree(String question) {
    if (apply.isAgreed()) {
      return;
    }
    Optional<String> answer = surroundings.ask(question + " [y/N] ");
    if (answer.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--apply asks before it starts, and nobody is there: say --yes");
    }
    if (!answer.get().strip().toLowerCase(Locale.ROOT).startsWith("y")) {
      throw new DriftException("nothing was changed");
    }
  }

  private int conclude(Database target, int steps) {
    Inspection arrived = inspect(target);
    if (record) {
      Drift.run(target, repair(arrived).text().record(assumed));
    }
    int left = arrived.differences().size();
    output.write(
        "%d %s done; %s%n"
            .formatted(
                steps,
                steps == 1 ? "step" : "steps",
                left == 0
                    ? "the schema is what the migrations intend."
                    : "what is left, drift check tells."),
        spec.commandLine().getOut());
    return ExitCode.CLEAN;
  }

  private Proven proof(Repair repair, Database target) {
    boolean asked = prove || scratch.isAsked() || rollback != null;
    if (!asked || repair.plan().steps().isEmpty()) {
      return new Proven(List.of(), Optional.empty());
    }
    ScratchChoice choice = scratch.choice(surroundings.environment());
    if (rollback == null) {
      return new Proven(words("the script", repair.prove(choice, target)), Optional.empty());
    }
    Verdicts verdicts = repair.proveBothWays(choice, target);
    List<String> words = words("the script", verdicts.proof());
    if (verdicts.wayBack().isPresent()) {
      words("the way back", verdicts.wayBack().get().proof());
      OutputOptions.writeTo(rollback, repair.text().back(verdicts.wayBack().get()));
    }
    return new Proven(words, verdicts.wayBack());
  }

  private List<String> words(String what, Proof proof) {
    if (proof instanceof Proof.Failed failed && !force) {
      throw new DriftException(
          "%s fails its proof on PostgreSQL %s and is not written (--force writes it): %s"
              .formatted(what, failed.server(), failed.reason()));
    }
    return proof.words();
  }
}
