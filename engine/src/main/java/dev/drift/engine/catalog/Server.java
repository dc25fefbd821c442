package dev.drift.engine.catalog;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The server that was read.
 *
 * @param database the database's name
 * @param version as the server says it, {@code 17.6}
 * @param major its major version, 17
 * @param searchPath the search path that sessions start with, without {@code "$user"}
 * @param timeZone the time zone of those sessions
 * @param roles its roles, and which of them own what
 */
public record Server(
    String database,
    String version,
    int major,
    List<String> searchPath,
    String timeZone,
    Roles roles) {
  public Server {
    searchPath = List.copyOf(searchPath);
  }

  /**
   * The roles of a server.
   *
   * @param owner who owns the database's objects: the role that is connected if it owns a relation
   *     or schema, else the one that owns most
   * @param ownerOfPublic who owns the schema {@code public} of a new database
   * @param all every role's name
   * @param superusers those that are superusers
   */
  public record Roles(
      String owner, String ownerOfPublic, SortedSet<String> all, SortedSet<String> superusers) {
    public Roles {
      all = Collections.unmodifiableSortedSet(new TreeSet<>(all));
      superusers = Collections.unmodifiableSortedSet(new TreeSet<>(superusers));
    }
  }
}
