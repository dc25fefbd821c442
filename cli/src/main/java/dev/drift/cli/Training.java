package dev.drift.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Runs several command lines in one JVM: what the distribution's AOT cache is trained with. */
final class Training {
  private Training() {}

  /** Each argument is a command line, its words separated by blanks. */
  public static void main(String[] commandLines) {
    for (String commandLine : commandLines) {
      Main.run(
          commandLine.split(" "),
          new PrintWriter(System.out, false, StandardCharsets.UTF_8),
          new PrintWriter(System.err, false, StandardCharsets.UTF_8),
          System.getenv());
    }
    System.exit(0);
  }
}
