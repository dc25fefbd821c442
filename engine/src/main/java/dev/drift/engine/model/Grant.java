package dev.drift.engine.model;

import java.util.Comparator;

/**
 * One privilege in an access control list.
 *
 * @param grantee who has it: a role's name, {@link #OWNER} or {@link #PUBLIC}
 * @param grantor who gave it: a role's name, or {@link #OWNER}
 * @param privilege as GRANT writes it, {@code SELECT}
 * @param grantable whether the grantee may pass it on
 */
public record Grant(String grantee, String grantor, String privilege, boolean grantable)
    implements Comparable<Grant> {
  /** The object's owner, whoever that is; no role has an empty name. */
  public static final String OWNER = "";

  /** Everyone; no role can have this name. */
  public static final String PUBLIC = "public";

  /** Stands in a role's name for what is not known of it. */
  public static final String UNKNOWN_PART = "\u2217";

  private static final Comparator<Grant> ORDER =
      Comparator.comparing(Grant::grantee)
          .thenComparing(Grant::grantor)
          .thenComparing(Grant::privilege)
          .thenComparing(Grant::grantable);

  /** {@return that the owner gave {@code privilege} to {@code grantee}} */
  public static Grant of(String grantee, String privilege) {
    return new Grant(grantee, OWNER, privilege, false);
  }

  /** {@return the same privilege, with or without the right to pass it on} */
  public Grant withGrantable(boolean now) {
    return new Grant(grantee, grantor, privilege, now);
  }

  /** {@return whether it is the same privilege, from and for the same roles} */
  public boolean sameRight(Grant other) {
    return grantee.equals(other.grantee)
        && grantor.equals(other.grantor)
        && privilege.equals(other.privilege);
  }

  @Override
  public int compareTo(Grant other) {
    return ORDER.compare(this, other);
  }

  /** {@return {@code SELECT*}, the star if it may be passed on} */
  public String right() {
    return grantable ? privilege + "*" : privilege;
  }

  /**
   * {@return whether {@code role} is a psql variable whose value is not known, {@code :visitor}, or
   * a name of which code makes a part, {@code :app_∗}}
   */
  public static boolean isVariable(String role) {
    return role.startsWith(":");
  }

  /** {@return the right and who has it, unquoted: {@code SELECT to app}} */
  @Override
  public String toString() {
    return right()
        + " to "
        + (grantee.equals(OWNER) ? "the owner" : grantee)
        + (grantor.equals(OWNER) ? "" : " by " + grantor);
  }
}
