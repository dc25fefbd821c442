package dev.drift.cli;

/** Runs several command lines in one JVM: what the distribution's AOT cache is trained with. */
final class Training {
  private Training() {}

  /** Each argument is a command line, its words separated by blanks. */
  public static void main(String[] commandLines) {
    for (String commandLine : commandLines) {
      Main.commandLine().execute(commandLine.split(" "));
    }
    System.exit(0);
  }
}
