package dev.drift.engine.ddl;

import dev.drift.engine.ddl.guard.Now;
import dev.drift.engine.ddl.guard.Roles;
import dev.drift.engine.model.Sorted;
import dev.drift.engine.sql.Token;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What earlier statements of the session have left for the next one.
 *
 * @param searchPath as SET search_path left it, without {@code pg_catalog} and {@code "$user"}
 * @param defaultPath what RESET search_path goes back to
 * @param role the role that SET ROLE or SET SESSION AUTHORIZATION chose; empty for the login role
 * @param temporary the names of the session's temporary relations, which hide others of that name
 * @param temporaryRoutines the definitions of the session's temporary routines, by name
 * @param serverMajor the major version whose rules apply, 12 to 18
 * @param roles what is known of the server's roles
 * @param settings the parameters with a dot in their name that SET has set, and {@link #STORAGE}
 * @param now what time it is
 */
public record Session(
    List<String> searchPath,
    List<String> defaultPath,
    String role,
    SortedSet<String> temporary,
    SortedMap<String, List<Token>> temporaryRoutines,
    int serverMajor,
    Roles roles,
    SortedMap<String, String> settings,
    Now now) {
  /** What a server searches that was told nothing else. */
  public static final List<String> SERVER_PATH = List.of("public");

  /** The parameter that says how tables are kept. */
  static final String ACCESS_METHOD = "default_table_access_method";

  /** The parameter that says where tables and indexes are kept. */
  static final String TABLESPACE = "default_tablespace";

  /** The parameters without a dot in their name that are followed. */
  static final Set<String> STORAGE = Set.of(ACCESS_METHOD, TABLESPACE);

  public Session {
    searchPath = List.copyOf(searchPath);
    defaultPath = List.copyOf(defaultPath);
    settings = Sorted.copyOf(settings);
    temporary = Sorted.copyOf(temporary);
    temporaryRoutines = Sorted.copyOf(temporaryRoutines);
  }

  /** {@return a fresh session of a server of this major version, with this search path} */
  public static Session fresh(int serverMajor, List<String> defaultPath) {
    return new Session(
        defaultPath,
        defaultPath,
        "",
        Collections.emptySortedSet(),
        Collections.emptySortedMap(),
        serverMajor,
        Roles.UNKNOWN,
        Collections.emptySortedMap(),
        Now.ANY);
  }

  /** {@return the same on a server with these roles} */
  public Session with(Roles serverRoles) {
    return new Session(
        searchPath,
        defaultPath,
        role,
        temporary,
        temporaryRoutines,
        serverMajor,
        serverRoles,
        settings,
        now);
  }

  /** {@return the same at this time} */
  public Session with(Now time) {
    return new Session(
        searchPath,
        defaultPath,
        role,
        temporary,
        temporaryRoutines,
        serverMajor,
        roles,
        settings,
        time);
  }

  /** {@return as whom statements run} */
  String currentRole() {
    return role.isEmpty() ? roles.migrating() : role;
  }

  /** {@return this where new sessions start with {@code path}, taken over if nothing was set} */
  Session withDefaultPath(List<String> path) {
    boolean unset = searchPath.equals(defaultPath);
    return new Session(
        unset ? path : searchPath,
        path,
        role,
        temporary,
        temporaryRoutines,
        serverMajor,
        roles,
        settings,
        now);
  }

  Session withSearchPath(List<String> path) {
    return new Session(
        path, defaultPath, role, temporary, temporaryRoutines, serverMajor, roles, settings, now);
  }

  Session withRole(String newRole) {
    return new Session(
        searchPath,
        defaultPath,
        newRole,
        temporary,
        temporaryRoutines,
        serverMajor,
        roles,
        settings,
        now);
  }

  Session withTemporary(SortedSet<String> names) {
    return new Session(
        searchPath, defaultPath, role, names, temporaryRoutines, serverMajor, roles, settings, now);
  }

  Session withTemporaryRoutine(String name, List<Token> definition) {
    var more = new TreeMap<>(temporaryRoutines);
    more.put(name, List.copyOf(definition));
    return new Session(
        searchPath, defaultPath, role, temporary, more, serverMajor, roles, settings, now);
  }

  /** {@return what tables are kept by that do not say so themselves; empty for the usual} */
  Optional<String> accessMethod() {
    return Optional.ofNullable(settings.get(ACCESS_METHOD))
        .filter(method -> !method.equals("default") && !method.equals("heap"));
  }

  /** {@return where tables and indexes are kept that do not say so themselves} */
  Optional<String> tablespace() {
    return Optional.ofNullable(settings.get(TABLESPACE))
        .filter(name -> !name.equals("default") && !name.isEmpty())
        .filter(name -> !name.equals("pg_default"));
  }

  /** {@return the tablespace of what is written to be in {@code written}, or nowhere special} */
  Optional<String> tablespace(Optional<String> written) {
    return written.isPresent() ? written.filter(name -> !name.equals("pg_default")) : tablespace();
  }

  /** {@return this with parameters at what they are by themselves: all, or one} */
  Session withoutSettings(Predicate<String> names) {
    var fewer = new TreeMap<>(settings);
    fewer.keySet().removeIf(names);
    return with(fewer);
  }

  Session withSetting(String name, String value) {
    var more = new TreeMap<>(settings);
    more.put(name, value);
    return with(more);
  }

  private Session with(SortedMap<String, String> parameters) {
    return new Session(
        searchPath,
        defaultPath,
        role,
        temporary,
        temporaryRoutines,
        serverMajor,
        roles,
        parameters,
        now);
  }
}
