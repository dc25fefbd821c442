package dev.drift.engine.scratch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A data directory and the server process on it.
 *
 * <p>A watching shell holds a pipe from this JVM: when the JVM ends, however it ends, the pipe
 * closes, and the shell stops the server and deletes the directory.
 */
final class Cluster {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String WATCH =
      """
      trap '' INT TERM HUP
      read -r word && exit
      kill -QUIT "$1"
      while kill -0 "$1" 2>/dev/null; do sleep 0.05; done
      rm -rf -- "$2"
      """;

  private final Path directory;
  private final Process server;
  private final Process watch;

  private Cluster(Path directory, Process server, Process watch) {
    this.directory = directory;
    this.server = server;
    this.watch = watch;
  }

  /** Makes a cluster of one superuser, {@code postgres}, that needs no password. */
  static void initialise(Path home, Path directory, Account account) throws IOException {
    Process initdb =
        program(home, directory, account, "initdb")
            .with("-D", data(directory), "-U", "postgres", "-A", "trust", "-E", "UTF8")
            .with("--locale=C", "--no-sync", "--wal-segsize=1")
            .start();
    if (await(initdb) != 0) {
      throw failed(directory, "initdb");
    }
  }

  /**
   * Starts the server and returns when it accepts connections.
   *
   * @throws PortTakenException where another process has the port
   */
  static Cluster start(Path home, Path directory, Account account, int port)
      throws IOException, PortTakenException {
    Process server =
        program(home, directory, account, "postgres")
            .with("-D", data(directory), "-p", "" + port)
            .with("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=")
            .with("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")
            .with("-c", "wal_level=minimal", "-c", "max_wal_senders=0", "-c", "autovacuum=off")
            .with("-c", "shared_buffers=32MB", "-c", "timezone=UTC", "-c", "jit=off")
            .start();
    Process watch =
        new ProcessBuilder("sh", "-c", WATCH, "sh", "" + server.pid(), directory.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Cluster cluster = new Cluster(directory, server, watch);
    cluster.awaitReady();
    return cluster;
  }

  /** Stops the server at once; what it held is lost, as it is meant to be. */
  void stop() {
    try {
      watch.getOutputStream().write('\n');
      watch.getOutputStream().close();
    } catch (IOException e) {
      watch.destroy();
    }
    try {
      new ProcessBuilder("kill", "-QUIT", "" + server.pid()).start().waitFor();
      if (!server.waitFor(10, TimeUnit.SECONDS)) {
        server.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      server.destroyForcibly();
    } catch (InterruptedException e) {
      server.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** The eighth line of {@code postmaster.pid} says so (miscinit.h, LOCK_FILE_LINE_PM_STATUS). */
  private void awaitReady() throws IOException, PortTakenException {
    Path status = directory.resolve("data").resolve("postmaster.pid");
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      if (!server.isAlive()) {
        stop();
        if (log(directory).contains("could not bind")) {
          throw new PortTakenException();
        }
        throw failed(directory, "postgres");
      }
      if (Files.isReadable(status)) {
        List<String> lines = Files.readAllLines(status);
        if (lines.size() >= 8 && lines.get(7).strip().equals("ready")) {
          return;
        }
      }
      pause();
    }
    stop();
    throw failed(
        directory, "postgres, which did not become ready in " + PATIENCE.toSeconds() + " s,");
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ScratchException("interrupted", e);
    }
  }

  private static int await(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new ScratchException("interrupted", e);
    }
  }

  private static ScratchException failed(Path directory, String program) throws IOException {
    List<String> said = log(directory).lines().filter(line -> !line.isBlank()).toList();
    String last = String.join(" ", said.subList(Math.max(0, said.size() - 3), said.size()));
    return new ScratchException(
        "the throwaway PostgreSQL does not start: " + program + " said: " + last);
  }

  private static String log(Path directory) throws IOException {
    Path log = directory.resolve("log");
    return Files.exists(log) ? Files.readString(log) : "";
  }

  private static String data(Path directory) {
    return directory.resolve("data").toString();
  }

  private static Command program(Path home, Path directory, Account account, String name) {
    return new Command(
        account, directory, new ArrayList<>(List.of(home.resolve("bin").resolve(name).toString())));
  }

  /** A program of PostgreSQL's that is about to be run, its words so far. */
  private record Command(Account account, Path directory, List<String> words) {
    Command with(String... more) {
      words.addAll(List.of(more));
      return this;
    }

    Process start() throws IOException {
      ProcessBuilder builder =
          new ProcessBuilder(account.command(words))
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("log").toFile()));
      builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
      builder.environment().put("LC_ALL", "C");
      return builder.start();
    }
  }

  /** The port is not free any more. */
  static final class PortTakenException extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
