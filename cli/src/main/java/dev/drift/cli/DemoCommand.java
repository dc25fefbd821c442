package dev.drift.cli;

import dev.drift.engine.Database;
import dev.drift.engine.Drift;
import dev.drift.engine.DriftException;
import dev.drift.engine.Inspection;
import dev.drift.engine.MigrationSource;
import dev.drift.engine.diff.IgnoreRules;
import dev.drift.engine.diff.Severity;
import dev.drift.engine.render.Style;
import dev.drift.engine.render.TextReport;
import dev.drift.engine.render.Verdict;
import dev.drift.engine.scratch.ScratchException;
import dev.drift.engine.scratch.ScratchServer;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code drift demo}: a broken database, what is wrong with it, the repair, and the second check.
 */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Breaks a database of its own and repairs it: a throwaway PostgreSQL, one of the incidents"
          + " that come with drift, the findings, the script, and the second check.",
    })
final class DemoCommand implements Callable<Integer> {
  private static final IgnoreRules NONE = new IgnoreRules(List.of(), List.of());

  private final Surroundings surroundings;
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "INCIDENT",
      defaultValue = "households",
      description =
          "health-events, households, pet-clinic, content-planner or handbook."
              + " Default: ${DEFAULT-VALUE}.")
  private String name = "households";

  @Option(names = "--list", description = "List the incidents and leave.")
  private boolean list;

  DemoCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (list) {
      Incident.names()
          .forEach(each -> out.printf("%-16s %s%n", each, Incident.named(each).title()));
      return ExitCode.CLEAN;
    }
    Incident incident = Incident.named(name);
    try (ScratchServer server = ScratchServer.start()) {
      return tell(incident, server, out);
    } catch (ScratchException e) {
      throw new DriftException(e);
    }
  }

  private Integer tell(Incident incident, ScratchServer server, PrintWriter out) {
    Style style = surroundings.style();
    heading(
        out, 1, incident.title(), "The database as it was found, on PostgreSQL " + server.major());
    Database database = Database.of(Optional.of(server.createDatabase()), Map.of());
    Drift.run(database, incident.brokenSql());
    var source =
        new MigrationSource(
            List.of(incident.migrations()),
            Optional.of(incident.tool()),
            new TreeMap<>(),
            MigrationSource.LATEST);
    check(source, database, style, out);

    heading(out, 2, "The repair", "drift repair prints it; here it is run");
    incident
        .byHandSql()
        .ifPresent(
            sql -> {
              out.println("-- First, what only people can decide:\n" + sql);
              Drift.run(database, sql);
            });
    Inspection broken = Drift.inspect(source, database, NONE);
    String script = Drift.repairScript(broken, incident.allowDestructive(), backfills(incident));
    out.println(script);
    Drift.run(database, script);

    heading(out, 3, "The second check", "and the script once more, which changes nothing");
    Drift.run(database, script);
    Verdict verdict = check(source, database, style, out);
    out.flush();
    return verdict == Verdict.DRIFT ? ExitCode.DRIFT : ExitCode.CLEAN;
  }

  private static Verdict check(
      MigrationSource source, Database database, Style style, PrintWriter out) {
    Inspection inspection = Drift.inspect(source, database, NONE);
    Verdict verdict = inspection.report().verdict(Severity.ERROR, false);
    out.println(TextReport.render(inspection.report(), verdict, style));
    out.flush();
    return verdict;
  }

  private static SortedMap<String, String> backfills(Incident incident) {
    var backfills = new TreeMap<String, String>();
    incident
        .backfill()
        .ifPresent(
            value -> {
              int equals = value.indexOf('=');
              backfills.put(value.substring(0, equals), value.substring(equals + 1));
            });
    return backfills;
  }

  private static void heading(PrintWriter out, int part, String title, String what) {
    out.printf("%n== %d. %s%n   %s%n%n", part, title, what);
    out.flush();
  }
}
