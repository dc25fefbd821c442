package dev.drift.engine.catalog;

import java.util.List;

/**
 * The server that was read.
 *
 * @param database the database's name
 * @param version as the server says it, {@code 17.6}
 * @param major its major version, 17
 * @param searchPath the search path that sessions start with, without {@code "$user"}
 */
public record Server(String database, String version, int major, List<String> searchPath) {
  public Server {
    searchPath = List.copyOf(searchPath);
  }
}
