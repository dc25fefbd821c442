package dev.drift.engine.canon;

import dev.drift.engine.model.Grant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Access control lists as PostgreSQL keeps and changes them (aclupdate in acl.c). */
public final class Acl {
  private static final Map<Character, String> LETTERS =
      Map.ofEntries(
          Map.entry('r', "SELECT"),
          Map.entry('a', "INSERT"),
          Map.entry('w', "UPDATE"),
          Map.entry('d', "DELETE"),
          Map.entry('D', "TRUNCATE"),
          Map.entry('x', "REFERENCES"),
          Map.entry('t', "TRIGGER"),
          Map.entry('m', "MAINTAIN"),
          Map.entry('X', "EXECUTE"),
          Map.entry('U', "USAGE"),
          Map.entry('C', "CREATE"));

  private Acl() {}

  /** Grants that another role gave because it was allowed to pass on what is now taken from it. */
  public static final class DependentPrivileges extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DependentPrivileges() {
      super("dependent privileges exist");
    }
  }

  /** {@return {@code acl} and {@code more}; the right to pass on is never lost by granting} */
  public static SortedSet<Grant> with(SortedSet<Grant> acl, Collection<Grant> more) {
    var all = new TreeSet<>(acl);
    for (Grant grant : more) {
      if (!all.contains(grant.withGrantable(true))) {
        all.remove(grant.withGrantable(false));
        all.add(grant);
      }
    }
    return all;
  }

  /** {@return {@code acl} without {@code grants}, whether or not they may be passed on} */
  public static SortedSet<Grant> without(
      SortedSet<Grant> acl, Collection<Grant> grants, Recursion recursion) {
    SortedSet<Grant> left = new TreeSet<>(acl);
    for (Grant grant : grants) {
      boolean passed = left.remove(grant.withGrantable(true));
      left.remove(grant.withGrantable(false));
      if (passed) {
        left = afterLosing(left, grant, recursion);
      }
    }
    return left;
  }

  /** {@return {@code acl} with {@code grants} no longer to be passed on} */
  public static SortedSet<Grant> withoutOption(
      SortedSet<Grant> acl, Collection<Grant> grants, Recursion recursion) {
    SortedSet<Grant> left = new TreeSet<>(acl);
    for (Grant grant : grants) {
      if (left.remove(grant.withGrantable(true))) {
        left.add(grant.withGrantable(false));
        left = afterLosing(left, grant, recursion);
      }
    }
    return left;
  }

  /** What is done where the role has passed on what it loses. */
  public enum Recursion {
    RESTRICT,
    CASCADE
  }

  /** The right to pass on is gone: so is what was passed on, unless it has it from elsewhere. */
  private static SortedSet<Grant> afterLosing(
      SortedSet<Grant> acl, Grant lost, Recursion recursion) {
    boolean stillMay =
        lost.grantee().equals(Grant.OWNER)
            || acl.stream()
                .anyMatch(
                    grant ->
                        grant.grantable()
                            && grant.grantee().equals(lost.grantee())
                            && grant.privilege().equals(lost.privilege()));
    List<Grant> passedOn =
        acl.stream()
            .filter(grant -> grant.grantor().equals(lost.grantee()))
            .filter(grant -> grant.privilege().equals(lost.privilege()))
            .toList();
    if (stillMay || passedOn.isEmpty()) {
      return acl;
    }
    if (recursion == Recursion.RESTRICT) {
      throw new DependentPrivileges();
    }
    return without(acl, passedOn, recursion);
  }

  /** {@return {@code acl} once {@code role} is the owner (aclnewowner)} */
  public static SortedSet<Grant> ownedBy(SortedSet<Grant> acl, String role) {
    return with(
        new TreeSet<>(),
        acl.stream()
            .map(
                grant ->
                    new Grant(
                        grant.grantee().equals(role) ? Grant.OWNER : grant.grantee(),
                        grant.grantor().equals(role) ? Grant.OWNER : grant.grantor(),
                        grant.privilege(),
                        grant.grantable()))
            .toList());
  }

  /** {@return {@code acl} without what concerns {@code role}} */
  public static SortedSet<Grant> withoutRole(SortedSet<Grant> acl, String role) {
    return acl.stream()
        .filter(grant -> !grant.grantee().equals(role) && !grant.grantor().equals(role))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** {@return the list that the server writes as {@code grantee=ar*w/grantor}, an item each} */
  public static SortedSet<Grant> parse(List<String> items, String owner) {
    var grants = new TreeSet<Grant>();
    items.forEach(item -> parse(item, owner, grants));
    return grants;
  }

  private static void parse(String item, String owner, Collection<Grant> grants) {
    int equals = end(item, 0);
    int slash = item.indexOf('/', equals);
    String grantee = equals == 0 ? Grant.PUBLIC : role(item.substring(0, equals), owner);
    String grantor = role(item.substring(slash + 1), owner);
    for (int i = equals + 1; i < slash; i++) {
      String privilege = LETTERS.get(item.charAt(i));
      boolean grantable = i + 1 < slash && item.charAt(i + 1) == '*';
      if (privilege != null) {
        grants.add(new Grant(grantee, grantor, privilege, grantable));
      }
      i += grantable ? 1 : 0;
    }
  }

  /** {@return where the name ends that starts at {@code from}, quoted or not (putid)} */
  private static int end(String item, int from) {
    boolean quoted = false;
    int i = from;
    while (i < item.length() && (quoted || item.charAt(i) != '=')) {
      quoted ^= item.charAt(i) == '"';
      i++;
    }
    return i;
  }

  private static String role(String written, String owner) {
    String name =
        written.startsWith("\"")
            ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
            : written;
    return name.equals(owner) ? Grant.OWNER : name;
  }
}
