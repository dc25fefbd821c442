package dev.drift.engine.ddl;

import dev.drift.engine.ddl.guard.Roles;
import dev.drift.engine.model.Grant;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands for a role (RoleSpec in gram.y). */
final class RoleNames {
  /** Whom migrations most often mean by themselves, where nothing better is known. */
  private static final String USUAL = "postgres";

  private RoleNames() {}

  /** Reads {@code name | PUBLIC | CURRENT_USER | …} and {@return the role that it means here} */
  static String read(TokenReader tokens, Session session) {
    if (tokens.at("group") && tokens.peek(1).filter(Token::isName).isPresent()) {
      tokens.expect("group");
    }
    if (tokens.acceptSymbol(":")) {
      return ":" + tokens.next().value();
    }
    if (tokens.accept("current_user") || tokens.accept("current_role") || tokens.accept("user")) {
      return session.currentRole();
    }
    if (tokens.accept("session_user")) {
      return session.roles().migrating();
    }
    if (tokens.accept("public")) {
      return Grant.PUBLIC;
    }
    String name = tokens.name();
    if (name.contains(Grant.UNKNOWN_PART)) {
      return ":" + name;
    }
    return name.equals(USUAL) && session.roles().migrating().equals(Roles.SOMEONE)
        ? Roles.SOMEONE
        : name;
  }

  /** Reads several, with commas between them. */
  static List<String> list(TokenReader tokens, Session session) {
    var roles = new ArrayList<String>();
    do {
      roles.add(read(tokens, session));
    } while (tokens.acceptSymbol(","));
    return roles;
  }
}
