package dev.drift.engine.ddl.guard;

import dev.drift.engine.model.Sorted;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of the server's roles, which no migration of one database can tell.
 *
 * @param migrating the role the migrations run as
 * @param ownerOfPublic who owns the schema {@code public} of a new database
 * @param known every role of the server, and whether it is a superuser; empty if that is not known
 */
public record Roles(String migrating, String ownerOfPublic, SortedMap<String, Boolean> known) {
  /** What the role that runs the migrations is called where its name is not known. */
  public static final String SOMEONE = "current_user";

  /** Nothing is known. */
  public static final Roles UNKNOWN = new Roles(SOMEONE, "pg_database_owner", new TreeMap<>());

  /** No server is at hand: whatever role a migration asks for is taken to be there. */
  public static final Roles ASSUMED =
      new Roles(SOMEONE, "pg_database_owner", new TreeMap<>(Map.of(SOMEONE, true)));

  public Roles {
    known = Sorted.copyOf(known);
  }

  /** {@return whether the list of roles is complete} */
  public boolean areKnown() {
    return !known.isEmpty();
  }

  /** {@return whether the list is complete for {@code role}, and it is in it} */
  boolean has(String role) {
    return known.containsKey(role) || known.containsKey(SOMEONE);
  }

  /** {@return whether {@code role} is known to be a superuser} */
  public boolean isSuperuser(String role) {
    return known.getOrDefault(role, false);
  }

  /** {@return these and a role that was made since} */
  public Roles with(String role) {
    if (!areKnown() || known.containsKey(role)) {
      return this;
    }
    var more = new TreeMap<>(known);
    more.put(role, false);
    return new Roles(migrating, ownerOfPublic, more);
  }

  /** {@return these, as {@code role} sees them} */
  public Roles as(String role) {
    return new Roles(role, ownerOfPublic, known);
  }
}
