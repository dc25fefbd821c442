package dev.drift.engine.tools;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A migration tool from npm, in the version that {@code tools/NAME/package.json} pins, installed
 * once below {@code target}. Tests are skipped where there is no npm, or npm gets nothing.
 */
record NodeTool(Path home) {
  private static final int PATIENCE_SECONDS = 180;
  private static final String MARK = ".installed";

  /** How a command ended, and what it said. */
  record Outcome(int code, String says) {}

  static NodeTool installed(String name) {
    assumeTrue(isThere("node") && isThere("npm"), "node and npm are not installed");
    List<Path> files = files(name);
    Path home = Path.of("target", "tools", name).toAbsolutePath();
    boolean fresh = files.stream().allMatch(file -> isCopied(file, home));
    files.forEach(file -> copy(file, home));
    var tool = new NodeTool(home);
    if (!fresh || !Files.exists(home.resolve(MARK))) {
      tool.install(name);
    }
    return tool;
  }

  private void install(String name) {
    Outcome outcome =
        run(
            Map.of(),
            "npm",
            "install",
            "--no-audit",
            "--no-fund",
            "--no-package-lock",
            "--ignore-scripts",
            "--prefer-offline",
            "--fetch-retries=0",
            "--loglevel=error");
    if (outcome.code != 0) {
      abort("npm cannot install " + name + ": " + outcome.says.strip());
    }
    try {
      Files.writeString(home.resolve(MARK), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command at home; what it begins with, if it stands at home, is that file. */
  Outcome run(Map<String, String> environment, String... words) {
    var command = new ArrayList<>(List.of(words));
    if (Files.exists(home.resolve(words[0]))) {
      command.set(0, home.resolve(words[0]).toString());
    }
    try {
      Path says = Files.createTempFile("tool", ".log");
      var builder = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
      builder.environment().putAll(environment);
      Process process = builder.redirectOutput(says.toFile()).start();
      process.getOutputStream().close();
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      String text = Files.readString(says, StandardCharsets.UTF_8);
      Files.delete(says);
      return new Outcome(ended ? process.exitValue() : -1, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  private static List<Path> files(String name) {
    try (Stream<Path> files =
        Files.list(Path.of(NodeTool.class.getResource("/tools/" + name).toURI()))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isCopied(Path file, Path home) {
    try {
      Path copy = home.resolve(file.getFileName().toString());
      return Files.exists(copy) && Files.mismatch(file, copy) < 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path file, Path home) {
    try {
      Files.createDirectories(home);
      Files.copy(
          file, home.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
