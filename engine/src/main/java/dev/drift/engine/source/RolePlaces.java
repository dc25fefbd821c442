package dev.drift.engine.source;

import dev.drift.engine.sql.Token;
import java.util.List;
import java.util.Set;

/** Where a statement names roles: there a variable may stay open, for it is known to be a role. */
final class RolePlaces {
  private static final Set<String> ALWAYS = Set.of("grant", "revoke", "reassign");
  private static final Set<String> MADE = Set.of("policy", "role", "user", "group", "default");
  private static final Set<String> LEAD =
      Set.of("to", "from", "by", "role", "user", "group", "for");

  private RolePlaces() {}

  /** {@return whether the colon at {@code index} stands where a role is named} */
  static boolean isRole(List<Token> tokens, int index) {
    int lead = index - 1;
    while (lead > 0 && isListed(tokens.get(lead))) {
      lead--;
    }
    if (lead < 0) {
      return false;
    }
    Token word = tokens.get(lead);
    if (word.is("authorization") || word.is("role") && tokens.get(0).is("set")) {
      return true;
    }
    if (lead > 0 && word.is("to") && tokens.get(lead - 1).is("owner")) {
      return true;
    }
    boolean ofRoles =
        ALWAYS.contains(tokens.get(0).value())
            || tokens.size() > 1 && MADE.contains(tokens.get(1).value());
    return ofRoles && LEAD.contains(word.value());
  }

  /** What a list of roles consists of. */
  private static boolean isListed(Token token) {
    return token.isSymbol(",")
        || token.isSymbol(":")
        || token.isName() && !LEAD.contains(token.value()) && !token.is("authorization");
  }
}
