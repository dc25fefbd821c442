import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Completes the distribution in the directory it is given: a Java of its own in {@code runtime/}
 * and, trained by running the commands, the AOT cache {@code lib/drift.aot}. Runs on the JDK that
 * is to be shipped; what that JDK cannot make is left out, and the launcher does without.
 */
final class Distribution {
  /**
   * What {@code jdeps --print-module-deps} finds in lib, less what no code path of ours reaches.
   */
  private static final String MODULES =
      "java.base,java.logging,java.naming,java.sql,jdk.jfr,jdk.unsupported";

  /** The launcher says so where there is a cache. */
  private static final String COMPACT = "-XX:+UseCompactObjectHeaders";

  private static final String TRAINER = "dev.drift.cli.Training";

  private final Path root;
  private final List<String> training;

  private Distribution(Path root, List<String> training) {
    this.root = root;
    this.training = training;
  }

  /** Arguments: the distribution's directory, then those of the training. */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> training = List.of(args).subList(1, args.length);
    Distribution distribution = new Distribution(Path.of(args[0]), training);
    if (distribution.link() && Runtime.version().feature() >= 25) {
      distribution.rewrite("RaiseClassVersion", "picocli-*.jar");
      distribution.rewrite("PlainLambdas", "drift*.jar");
      distribution.rewrite("PlainSwitches", "drift*.jar");
      distribution.shareCompact();
      // Linking all classes at the start pays for a check, and costs a short answer too much.
      distribution.train("drift.aot", "-XX:+AOTClassLinking", training);
      distribution.train("answer.aot", "-XX:-AOTClassLinking", List.of("--version", "--help"));
    }
  }

  private boolean link() throws IOException {
    Path runtime = root.resolve("runtime");
    delete(runtime);
    List<String> arguments =
        List.of(
            "--add-modules=" + MODULES,
            "--output=" + runtime,
            "--strip-java-debug-attributes",
            "--no-header-files",
            "--no-man-pages",
            "--generate-cds-archive",
            "--compress=zip-6");
    PrintWriter out = new PrintWriter(System.out, true);
    boolean linked =
        ToolProvider.findFirst("jlink")
            .map(jlink -> jlink.run(out, out, arguments.toArray(String[]::new)) == 0)
            .orElse(false);
    if (!linked) {
      delete(runtime);
      System.out.println("No runtime image: " + System.getProperty("java.home") + " has no jlink.");
    }
    // The second archive is for heaps above 32 GB.
    Files.deleteIfExists(runtime.resolve("lib/server/classes_nocoops.jsa"));
    return linked;
  }

  /** Makes the runtime's own archive for compact objects, for where a cache does not fit. */
  private void shareCompact() throws IOException, InterruptedException {
    new ProcessBuilder(root.resolve("runtime/bin/java").toString(), "-Xshare:dump", COMPACT)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectErrorStream(true)
        .start()
        .waitFor();
  }

  /** Runs the program of that name, which stands beside this one, on each of those jars. */
  private void rewrite(String program, String jars) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(root.resolve("lib"), jars)) {
      for (Path jar : found) {
        int exit =
            new ProcessBuilder(java, "src/build/" + program + ".java", jar.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
          throw new IOException(program + " ended with " + exit + " on " + jar);
        }
      }
    }
  }

  private void train(String name, String linking, List<String> commandLines)
      throws IOException, InterruptedException {
    Path cache = root.resolve("lib").resolve(name);
    List<String> command = new ArrayList<>();
    command.add(root.resolve("runtime/bin/java").toString());
    command.add("-XX:AOTCacheOutput=" + cache);
    command.add(linking);
    // Profiles of methods make the compiler start early, which a check does not live to profit by.
    command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining"));
    command.add(COMPACT);
    command.add("@" + root.resolve("lib/java.options"));
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(List.of("-cp", root.resolve("lib/drift.jar").toString(), TRAINER));
    command.addAll(commandLines);
    Path log = root.resolveSibling("training.log");
    int exit =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (exit != 0 || !Files.exists(cache)) {
      Files.deleteIfExists(cache);
      System.out.println("No AOT cache: the training run ended with " + exit + "; see " + log);
    }
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
