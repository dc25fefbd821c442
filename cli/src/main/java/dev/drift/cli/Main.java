package dev.drift.cli;

import dev.drift.engine.Drift;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code drift} command. */
@Command(
    name = "drift",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = ExitCode.USAGE,
    exitCodeOnExecutionException = ExitCode.FAILED,
    description = {
      "Finds where a PostgreSQL database and its migration files have parted ways, says which"
          + " statement of which file is missing, and writes the SQL that makes it right.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 nothing at or above the threshold, 2 drift, 1 failed, 3 verdict incomplete,"
          + " 64 wrong usage.",
      "Start with: drift demo"
    })
public final class Main implements Runnable {
  private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();
  private static final List<String> ASK_A_SERVER = List.of("check", "repair", "snapshot");

  static {
    COMMANDS.put("check", CheckCommand.class);
    COMMANDS.put("repair", RepairCommand.class);
    COMMANDS.put("status", StatusCommand.class);
    COMMANDS.put("history", HistoryCommand.class);
    COMMANDS.put("compare", CompareCommand.class);
    COMMANDS.put("model", ModelCommand.class);
    COMMANDS.put("snapshot", SnapshotCommand.class);
    COMMANDS.put("serve", ServeCommand.class);
    COMMANDS.put("demo", DemoCommand.class);
  }

  @Spec private CommandSpec spec;

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    PrintWriter out = writer(System.out);
    PrintWriter err = writer(System.err);
    int code = run(args, out, err, System.getenv());
    out.flush();
    err.flush();
    Drift.release();
    System.exit(code);
  }

  /**
   * Runs the command line in this process.
   *
   * @param environment environment variables by name
   * @return the exit code
   */
  public static int run(
      String[] args, PrintWriter out, PrintWriter err, Map<String, String> environment) {
    if (List.of(args).equals(List.of("--version"))) {
      out.println(Version.text());
      return ExitCode.CLEAN;
    }
    if (args.length > 1 && ASK_A_SERVER.contains(args[0])) {
      Drift.prepare();
    }
    var surroundings = new Surroundings(environment);
    var root = new CommandLine(new Main(), new Commands(surroundings));
    commands(args).forEach(root::addSubcommand);
    return root.setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setDefaultValueProvider(new ConfigFile(args))
        .setParameterExceptionHandler(Trouble::wrongUsage)
        .setExecutionExceptionHandler(Trouble::failed)
        .execute(args);
  }

  /** Picocli takes its time to read a command's annotations: only that of the one asked for. */
  private static Map<String, Class<?>> commands(String[] args) {
    String first = args.length == 0 ? "" : args[0];
    Class<?> asked = COMMANDS.get(first);
    return asked == null ? COMMANDS : Map.of(first, asked);
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(
        new java.io.OutputStreamWriter(
            new java.io.BufferedOutputStream(stream, 1 << 16), StandardCharsets.UTF_8));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing: drift check, …");
  }
}
