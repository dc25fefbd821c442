package dev.drift.engine.scratch;

import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.catalog.CatalogException.Reason;
import dev.drift.engine.catalog.SqlSession;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.sql.Identifiers;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A session on a throwaway database. A role that a statement names and nobody made is made. */
final class ScratchSession implements AutoCloseable {
  private static final Pattern LACKING_ROLE =
      Pattern.compile("role \"(.+)\" does not exist", Pattern.DOTALL);
  private static final Pattern ASKED_ROLE =
      Pattern.compile("FROM pg_roles WHERE rolname = '((?:[^']|'')+)'");
  private static final int ROLES_A_STATEMENT = 20;

  private final ScratchHost host;
  private final SqlSession session;

  ScratchSession(ScratchHost host, Target database) {
    this.host = host;
    this.session = SqlSession.open(database);
  }

  /** {@return the names of the extensions that could be installed} */
  TreeSet<String> extensions() {
    return new TreeSet<>(session.values("SELECT name::text AS value FROM pg_available_extensions"));
  }

  /** Runs a statement that cannot fail. */
  void run(String statement) {
    session.run(statement);
  }

  /**
   * Runs a statement, after the roles that it needs have been made. {@return why the server refuses
   * it; empty if it does not}
   */
  Optional<CatalogException> attempt(String statement) {
    Optional<CatalogException> failure = tryOnce(statement);
    for (int roles = 0; roles < ROLES_A_STATEMENT && failure.isPresent(); roles++) {
      if (makeRole(failure.get()).isEmpty()) {
        return failure;
      }
      failure = tryOnce(statement);
    }
    return failure;
  }

  /** Runs a statement. {@return why the server refuses it; empty if it does not} */
  Optional<CatalogException> tryOnce(String statement) {
    try {
      session.run(statement);
      return Optional.empty();
    } catch (CatalogException e) {
      if (e.reason() != Reason.STATEMENT_FAILED) {
        throw e;
      }
      return Optional.of(e);
    }
  }

  /**
   * Makes the role whose lack is why a statement failed; not in a transaction that has failed.
   * {@return its name; empty if that was not why}
   */
  Optional<String> makeRole(CatalogException e) {
    Matcher lacking = LACKING_ROLE.matcher(e.said());
    if (!e.sqlState().equals(Optional.of("42704")) || !lacking.matches()) {
      return Optional.empty();
    }
    String role = lacking.group(1);
    if (tryOnce("CREATE ROLE " + Identifiers.quote(role)).isPresent()) {
      return Optional.empty();
    }
    host.made(role);
    return Optional.of(role);
  }

  /** Makes the roles that a guard asks for before it lets a statement run. {@return their names} */
  TreeSet<String> makeAsked(String guarded) {
    var made = new TreeSet<String>();
    Matcher asked = ASKED_ROLE.matcher(guarded);
    while (asked.find()) {
      String role = asked.group(1).replace("''", "'");
      if (tryOnce("CREATE ROLE " + Identifiers.quote(role)).isEmpty()) {
        host.made(role);
        made.add(role);
      }
    }
    return made;
  }

  @Override
  public void close() {
    session.close();
  }
}
