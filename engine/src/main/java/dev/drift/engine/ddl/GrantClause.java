package dev.drift.engine.ddl;

import dev.drift.engine.canon.Acl;
import dev.drift.engine.canon.Acl.Recursion;
import dev.drift.engine.model.Grant;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/**
 * Who is given something, or loses it, and how: {@code TO role, … [WITH GRANT OPTION]} or {@code
 * FROM role, … [CASCADE]}.
 *
 * @param option of GRANT whether it comes with the right to pass it on, of REVOKE whether only that
 *     is taken
 * @param roles names, or {@link Grant#PUBLIC}
 */
record GrantClause(
    boolean grant, boolean option, List<String> roles, Recursion recursion, Token at) {

  /** Reads on after the objects. */
  static GrantClause read(TokenReader tokens, boolean grant, boolean optionOnly, Session session) {
    Token at = tokens.peek().orElseThrow(() -> tokens.unexpected("TO or FROM"));
    tokens.expect(grant ? "to" : "from");
    List<String> roles = RoleNames.list(tokens, session);
    boolean option = optionOnly;
    if (grant && tokens.accept("with")) {
      tokens.expect("grant", "option");
      option = true;
    }
    if (tokens.accept("granted", "by")) {
      RoleNames.read(tokens, session);
    }
    var recursion = Recursion.RESTRICT;
    if (!grant && tokens.accept("cascade")) {
      recursion = Recursion.CASCADE;
    } else if (!grant) {
      tokens.accept("restrict");
    }
    if (!tokens.atEnd()) {
      throw tokens.unexpected("the end of the statement");
    }
    return new GrantClause(grant, option, roles, recursion, at);
  }

  /**
   * {@return {@code acl} once this is done to it}
   *
   * @param owner whose object it is
   * @param grantor who does it: a role, or {@link Grant#OWNER}
   */
  SortedSet<Grant> apply(
      SortedSet<Grant> acl, Collection<String> privileges, String owner, String grantor) {
    var grants = new ArrayList<Grant>();
    for (String role : roles) {
      String grantee = role.equals(owner) ? Grant.OWNER : role;
      for (String privilege : privileges) {
        grants.add(new Grant(grantee, grantor, privilege, grant && option));
      }
    }
    try {
      if (grant) {
        return Acl.with(acl, grants);
      }
      return option
          ? Acl.withoutOption(acl, grants, recursion)
          : Acl.without(acl, grants, recursion);
    } catch (Acl.DependentPrivileges e) {
      throw new RejectedException("dependent privileges exist", at);
    }
  }
}
