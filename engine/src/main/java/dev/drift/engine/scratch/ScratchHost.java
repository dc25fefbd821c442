package dev.drift.engine.scratch;

import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.catalog.SqlSession;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where throwaway databases are made: on a server of our own, or on one that somebody named. What
 * was made there, databases and roles, is gone when it is closed.
 */
public final class ScratchHost implements AutoCloseable {
  private final Optional<ScratchServer> own;
  private final Target maintenance;
  private final String version;
  private final int major;
  private final List<String> databases = new ArrayList<>();
  private final TreeSet<String> roles = new TreeSet<>();

  private ScratchHost(Optional<ScratchServer> own, Target maintenance) {
    this.own = own;
    this.maintenance = maintenance;
    try (SqlSession session = SqlSession.open(maintenance)) {
      this.version = session.version();
      this.major = session.major();
    }
  }

  /**
   * {@return a server of our own, of that major version if its programs are here}
   *
   * @throws ScratchException where none can start
   */
  public static ScratchHost near(int major) {
    ScratchServer server = ScratchServer.nearest(major);
    try {
      return new ScratchHost(Optional.of(server), Target.of(Optional.of(server.url())));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /**
   * {@return the server that {@code target} names; its user must be allowed to make databases}
   *
   * @throws CatalogException where it does not answer
   */
  public static ScratchHost at(Target target) {
    return new ScratchHost(Optional.empty(), target);
  }

  /** {@return the server's version, {@code 17.6}} */
  public String version() {
    return version;
  }

  /** {@return the server's major version} */
  public int major() {
    return major;
  }

  /**
   * {@return a new, empty database}
   *
   * @param searchPath the search path that its sessions start with
   */
  Target create(List<String> searchPath) {
    String name =
        "drift_scratch_" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 50), 36);
    try (SqlSession session = SqlSession.open(maintenance)) {
      session.run("CREATE DATABASE " + Identifiers.quote(name) + " TEMPLATE template0");
      databases.add(name);
      if (!searchPath.isEmpty()) {
        session.run(
            "ALTER DATABASE %s SET search_path = %s"
                .formatted(
                    Identifiers.quote(name),
                    String.join(", ", searchPath.stream().map(Identifiers::quote).toList())));
      }
    } catch (CatalogException e) {
      throw new ScratchException(
          "no throwaway database can be made on %s: %s".formatted(maintenance, e.said()), e);
    }
    return maintenance.withDatabase(name);
  }

  /** Notes a role that was made for the sake of a throwaway database. */
  void made(String role) {
    roles.add(role);
  }

  /** Removes what was made; with a server of our own all is gone anyway. */
  @Override
  public void close() {
    if (own.isPresent()) {
      own.get().close();
      return;
    }
    try (SqlSession session = SqlSession.open(maintenance)) {
      String force = major >= 13 ? " WITH (FORCE)" : "";
      databases.forEach(
          name -> session.run("DROP DATABASE IF EXISTS " + Identifiers.quote(name) + force));
      roles.forEach(name -> session.run("DROP ROLE IF EXISTS " + Identifiers.quote(name)));
    } catch (CatalogException e) {
      throw new ScratchException(
          "throwaway databases are left on %s: %s".formatted(maintenance, e.said()), e);
    }
  }
}
