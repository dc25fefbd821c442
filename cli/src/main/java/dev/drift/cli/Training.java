package dev.drift.cli;

import dev.drift.engine.scratch.ScratchException;
import dev.drift.engine.scratch.ScratchServer;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Runs several command lines in one JVM: what the distribution's AOT cache is trained with. */
final class Training {
  private Training() {}

  /**
   * Each argument is a command line, its words separated by blanks. A throwaway PostgreSQL is what
   * they find in {@code DATABASE_URL}.
   */
  public static void main(String[] commandLines) {
    try (ScratchServer server = ScratchServer.start()) {
      run(commandLines, Map.of("DATABASE_URL", server.url()));
    } catch (ScratchException e) {
      System.err.println(e.getMessage());
      run(commandLines, Map.of());
    }
    System.exit(0);
  }

  private static void run(String[] commandLines, Map<String, String> environment) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    for (String commandLine : commandLines) {
      out.printf("drift %s%n", commandLine);
      out.printf("exit %d%n", Main.run(commandLine.split(" "), out, out, environment));
    }
  }
}
