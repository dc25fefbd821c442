package dev.drift.cli;

import dev.drift.engine.Database;
import dev.drift.engine.Drift;
import dev.drift.engine.DriftException;
import dev.drift.engine.scratch.ScratchException;
import dev.drift.engine.scratch.ScratchServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs what drift is used for, in one JVM and against a throwaway PostgreSQL: what the
 * distribution's AOT cache is trained with. What is loaded and linked here need not be when a user
 * waits.
 */
final class Training {
  private static final String MIGRATIONS = "migrations.sql";
  private static final String BEFORE = "before.sql";
  private static final String AFTER = "after.sql";
  private static final PrintWriter OUT = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

  private final ScratchServer server;

  private Training(ScratchServer server) {
    this.server = server;
  }

  /**
   * Arguments: command lines, the words of each separated by blanks. A directory of case folders
   * among them stands for all that can be done with those and with the incidents.
   */
  public static void main(String[] args) {
    for (String argument : args) {
      if (Files.isDirectory(Path.of(argument))) {
        whole(Path.of(argument));
      } else {
        run(Map.of(), argument.split(" "));
      }
    }
    Drift.release();
    System.exit(0);
  }

  private static void whole(Path cases) {
    try (ScratchServer server = ScratchServer.start()) {
      var training = new Training(server);
      training.incidents();
      training.cases(cases);
    } catch (ScratchException | IOException e) {
      System.err.println(e.getMessage());
    }
  }

  /** Each incident as it was found, repaired, and whole. */
  private void incidents() {
    for (String name : Incident.names()) {
      Incident incident = Incident.named(name);
      arrive(incident.brokenSql(), incident.migrations(), incident.tool());
    }
  }

  /**
   * Each case's database as its migrations built it, and an empty one repaired; of cases of repair,
   * the database as it was.
   */
  private void cases(Path directory) throws IOException {
    try (Stream<Path> folders = Files.list(directory)) {
      for (Path folder : folders.sorted().toList()) {
        Path migrations = folder.resolve(MIGRATIONS);
        if (Files.exists(migrations)) {
          arrive(Files.readString(migrations), migrations, "schema");
          arrive("", migrations, "schema");
        }
        if (Files.exists(folder.resolve(AFTER))) {
          arrive(Files.readString(folder.resolve(BEFORE)), folder.resolve(AFTER), "schema");
        }
      }
    }
  }

  private void arrive(String found, Path migrations, String tool) {
    String url = server.createDatabase();
    // Users do not say whether there is TLS: it is found out.
    Map<String, String> environment = Map.of("DATABASE_URL", url.replaceFirst("[?]sslmode=.*", ""));
    String[] source = {"--migrations", migrations.toString(), "--tool", tool, "--at", "latest"};
    try {
      Database database = Database.of(Optional.of(url), Map.of());
      Drift.run(database, found);
      run(environment, words("check", source));
      run(environment, words("check", source, "--format", "json"));
      Drift.run(database, run(environment, words("repair", source, "--allow-destructive")));
      run(environment, words("check", source));
      run(environment, "snapshot");
    } catch (DriftException e) {
      // What a case needs and this server lacks is one case less to train with.
      OUT.println(e.getMessage());
    }
  }

  private static String[] words(String command, String[] source, String... more) {
    return Stream.of(Stream.of(command), Stream.of(source), Stream.of(more))
        .flatMap(each -> each)
        .toArray(String[]::new);
  }

  private static String run(Map<String, String> environment, String... words) {
    var report = new StringWriter();
    int exit = Main.run(words, new PrintWriter(report), OUT, environment);
    OUT.printf("drift %s: exit %d%n", String.join(" ", words), exit);
    return report.toString();
  }
}
