package dev.drift.engine.scratch;

import dev.drift.engine.catalog.Catalog;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.scratch.Cluster.PortTakenException;
import dev.drift.engine.sql.Identifiers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A throwaway PostgreSQL on 127.0.0.1 and a free port, with UTF8 databases and one superuser,
 * {@code postgres}, who needs no password. Its data is deleted when it is closed, or when the JVM
 * ends.
 */
public final class ScratchServer implements AutoCloseable {
  private static final int ATTEMPTS = 5;

  private final int major;
  private final int port;
  private final Path directory;
  private final Cluster cluster;
  private final AtomicInteger databases = new AtomicInteger();

  private ScratchServer(int major, int port, Path directory, Cluster cluster) {
    this.major = major;
    this.port = port;
    this.directory = directory;
    this.cluster = cluster;
  }

  /** {@return the major versions whose binaries for this platform are on the class path} */
  public static SortedSet<Integer> majors() {
    return Bundle.available().stream()
        .map(Bundle::major)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * {@return a started server of the newest version there is}
   *
   * @throws ScratchException where it cannot start
   */
  public static ScratchServer start() {
    return start(
        Bundle.available().stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new ScratchException(
                        "no PostgreSQL for "
                            + Bundle.platform()
                            + " comes with this drift: give a server's URL instead")));
  }

  /**
   * {@return a started server of that major version}
   *
   * @throws ScratchException where it cannot start
   */
  public static ScratchServer start(int major) {
    return start(
        Bundle.available().stream()
            .filter(bundle -> bundle.major() == major)
            .findFirst()
            .orElseThrow(
                () ->
                    new ScratchException(
                        "no PostgreSQL %d for %s comes with this drift, which has %s"
                            .formatted(major, Bundle.platform(), majors()))));
  }

  /**
   * {@return a started server of that major version, installed on this machine or brought along; of
   * the newest version there is where neither is}
   *
   * @throws ScratchException where it cannot start
   */
  public static ScratchServer nearest(int major) {
    Optional<Path> installed = Installation.of(major);
    if (installed.isPresent()) {
      return start(major, account -> installed.get());
    }
    return majors().contains(major) ? start(major) : start();
  }

  private static ScratchServer start(Bundle bundle) {
    return start(
        bundle.major(),
        account -> Unpacking.unpacked(bundle, Directories.cache(account.owner().isPresent())));
  }

  /** Where the server's programs are, for the user that runs them. */
  private interface Home {
    Path of(Account account) throws IOException;
  }

  private static ScratchServer start(int major, Home programs) {
    Account account = Account.current();
    try {
      Path home = programs.of(account);
      Path directory = Directories.data();
      try {
        account.own(directory);
        Cluster.initialise(home, directory, account);
        return start(major, home, directory, account);
      } catch (IOException | RuntimeException e) {
        Directories.delete(directory);
        throw e;
      }
    } catch (IOException e) {
      throw new ScratchException("the throwaway PostgreSQL does not start: " + e.getMessage(), e);
    }
  }

  /** A port that was free a moment ago may be taken when the server comes to it. */
  private static ScratchServer start(int major, Path home, Path directory, Account account)
      throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = freePort();
      try {
        Cluster cluster = Cluster.start(home, directory, account, port);
        return new ScratchServer(major, port, directory, cluster);
      } catch (PortTakenException e) {
        continue;
      }
    }
    throw new ScratchException(
        "the throwaway PostgreSQL does not start: %d ports of 127.0.0.1 were taken one after another"
            .formatted(ATTEMPTS));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public int major() {
    return major;
  }

  /** {@return the libpq URL of the database {@code postgres}} */
  public String url() {
    return url("postgres");
  }

  /** {@return the libpq URL of a new, empty database with a name of its own} */
  public String createDatabase() {
    return createDatabase("scratch_" + databases.incrementAndGet());
  }

  /** {@return the libpq URL of a new, empty database of that name} */
  public String createDatabase(String name) {
    Catalog.run(
        Target.of(Optional.of(url())),
        "CREATE DATABASE " + Identifiers.quote(name) + " TEMPLATE template0");
    return url(name);
  }

  /** Whatever {@code PGSSLMODE} says: this server has no certificate, and no network to cross. */
  private String url(String database) {
    return "postgresql://postgres@127.0.0.1:%d/%s?sslmode=disable"
        .formatted(port, URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20"));
  }

  /** Stops the server and deletes its data. */
  @Override
  public void close() {
    cluster.stop();
    Directories.delete(directory);
  }
}
