package dev.drift.engine;

import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.scratch.ScratchException;
import dev.drift.engine.scratch.ScratchHost;
import java.util.Map;
import java.util.Optional;

/**
 * Where throwaway databases are made.
 *
 * @param url a server whose user may make databases; empty for one of drift's own
 * @param environment PG* and HOME by name
 */
public record ScratchChoice(Optional<String> url, Map<String, String> environment) {
  public ScratchChoice {
    environment = Map.copyOf(environment);
  }

  /**
   * {@return the server}
   *
   * @param major the major version it should have
   * @param live the database that must not be touched
   */
  ScratchHost open(int major, Database live) {
    try {
      if (url.isEmpty()) {
        return ScratchHost.near(major);
      }
      Target target = Drift.target(url, environment);
      refuseLive(target, live);
      return ScratchHost.at(target);
    } catch (CatalogException | ScratchException e) {
      throw new DriftException(e);
    }
  }

  /** Roles belong to a whole server, and migrations may make and drop them. */
  private static void refuseLive(Target target, Database live) {
    if (live instanceof Database.Live database
        && database.target().endpoints().stream()
            .anyMatch(
                one ->
                    target.endpoints().stream()
                        .anyMatch(
                            other ->
                                one.host().equals(other.host()) && one.port() == other.port()))) {
      throw new DriftException(
          "--scratch names the server of the database itself: name another one, or none");
    }
  }
}
