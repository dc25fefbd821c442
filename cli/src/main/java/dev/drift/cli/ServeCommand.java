package dev.drift.cli;

import dev.drift.engine.Database;
import dev.drift.engine.Drift;
import dev.drift.engine.DriftException;
import dev.drift.engine.Inspection;
import dev.drift.engine.diff.Severity;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.progress.Standing;
import dev.drift.engine.render.JsonReport;
import dev.drift.engine.render.Verdict;
import dev.drift.server.CheckResult;
import dev.drift.server.CheckResult.MigrationState;
import dev.drift.server.CheckResult.Recorded;
import dev.drift.server.CheckResult.TableState;
import dev.drift.server.CheckResult.Weight;
import dev.drift.server.DriftServer;
import dev.drift.server.ServerException;
import dev.drift.server.ServerOptions;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code drift serve}: the read-only HTTP API and its page. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serves the findings over HTTP, read-only: a page at /, /health, /health/database,"
          + " /api/v1/drift, /api/v1/repair, /api/v1/migrations, /api/v1/openapi.json."
    })
final class ServeCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Spec private CommandSpec spec;
  @Mixin private MigrationOptions migrations;
  @Mixin private DatabaseOptions database;
  @Mixin private ScopeOptions scope;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "Where to listen; other than this machine's own address needs a token."
              + " Default: ${DEFAULT-VALUE}.")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "7007",
      description = "0 for any that is free. Default: ${DEFAULT-VALUE}.")
  private int port = 7007;

  @Option(
      names = "--interval",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "The pause between two checks. Default: ${DEFAULT-VALUE}.")
  private int interval = 60;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "What clients must send as bearer token. Default: DRIFT_TOKEN.")
  private @Nullable String token;

  @Option(
      names = "--critical-table",
      paramLabel = "TABLE",
      description = "A table without which the database is unhealthy. Repeatable.")
  private Set<String> criticalTables = Set.of();

  ServeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    Database target = database.database(surroundings.environment());
    try (DriftServer server = DriftServer.start(options(), () -> check(target))) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("drift: serving on " + server.address() + ", stop with Ctrl-C");
      err.flush();
      awaitEnd(server);
    } catch (ServerException e) {
      throw new DriftException(e);
    }
    return ExitCode.CLEAN;
  }

  /** Until the process is told to end, which lets requests that are being answered finish. */
  private static void awaitEnd(DriftServer server) throws InterruptedException {
    Thread stop = new Thread(server::close, "drift-stop");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Runtime.getRuntime().removeShutdownHook(stop);
      throw e;
    }
  }

  private ServerOptions options() {
    try {
      return new ServerOptions(
          host,
          port,
          Duration.ofSeconds(interval),
          Optional.ofNullable(token)
              .or(() -> Optional.ofNullable(surroundings.environment().get("DRIFT_TOKEN"))));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private CheckResult check(Database target) {
    long start = System.nanoTime();
    Inspection inspection = Drift.inspect(migrations.source(), target, scope.rules());
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    Verdict verdict = inspection.report().verdict(Severity.ERROR, false);
    return new CheckResult(
        verdict,
        JsonReport.render(inspection.report(), verdict),
        () -> Drift.repairScript(inspection, false, new TreeMap<>()),
        took,
        migrations(inspection),
        tables(inspection));
  }

  private static List<MigrationState> migrations(Inspection inspection) {
    return inspection.progress().standings().stream()
        .map(
            standing ->
                new MigrationState(
                    standing.migration().version(),
                    standing.migration().name(),
                    standing.migration().file(),
                    recorded(standing.mark())))
        .toList();
  }

  private static Recorded recorded(Standing.Mark mark) {
    return switch (mark) {
      case APPLIED -> Recorded.APPLIED;
      case PENDING -> Recorded.PENDING;
      case FAILED -> Recorded.FAILED;
      case UNKNOWN -> Recorded.UNKNOWN;
    };
  }

  private List<TableState> tables(Inspection inspection) {
    return inspection.expectation().replayed().model().ofKind(Kind.TABLE).stream()
        .map(SchemaObject::id)
        .sorted()
        .map(
            table ->
                new TableState(
                    name(table),
                    inspection.observation().model().contains(table),
                    isCritical(table) ? Weight.CRITICAL : Weight.EXPECTED))
        .toList();
  }

  private boolean isCritical(ObjectId table) {
    return criticalTables.contains(table.name()) || criticalTables.contains(table.path());
  }

  private static String name(ObjectId table) {
    return table.schema().equals("public") ? table.name() : table.path();
  }
}
