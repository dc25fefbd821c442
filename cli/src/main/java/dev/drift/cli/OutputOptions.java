package dev.drift.cli;

import dev.drift.engine.DriftException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the result goes. */
final class OutputOptions {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to this file instead of standard output.")
  private @Nullable Path file;

  @SuppressWarnings("UnusedVariable") // ConfigFile takes it from the arguments
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Defaults of options, long names as keys. Default: drift.properties if there.")
  private @Nullable Path config;

  Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  boolean toFile() {
    return file != null;
  }

  void write(String text, PrintWriter out) {
    if (file == null) {
      out.print(text);
      out.flush();
      return;
    }
    writeTo(file, text);
  }

  /** Writes a file, or fails with one line that says which. */
  static void writeTo(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new DriftException(
          "cannot write %s (%s): choose another file".formatted(file, e.getMessage()), e);
    }
  }
}
