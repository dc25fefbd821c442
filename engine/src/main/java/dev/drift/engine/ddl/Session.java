package dev.drift.engine.ddl;

import java.util.List;

/**
 * What SET statements have left for the next statement.
 *
 * @param searchPath as SET search_path left it, without {@code pg_catalog} and {@code "$user"}
 * @param role the role that SET ROLE or SET SESSION AUTHORIZATION chose; empty for the login role
 * @param serverMajor the major version whose rules apply, 12 to 18
 */
public record Session(List<String> searchPath, String role, int serverMajor) {
  public Session {
    searchPath = List.copyOf(searchPath);
  }

  /** {@return a fresh session of a server of this major version} */
  public static Session fresh(int serverMajor) {
    return new Session(List.of("public"), "", serverMajor);
  }
}
