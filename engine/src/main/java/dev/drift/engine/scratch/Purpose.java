package dev.drift.engine.scratch;

import dev.drift.engine.source.Statement;
import dev.drift.engine.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a statement's first words say. */
final class Purpose {
  private static final Set<String> OF_SERVER =
      Set.of("database", "tablespace", "system", "role", "user", "group");

  private Purpose() {}

  private static boolean begins(Statement statement, String... words) {
    List<Token> tokens = statement.tokens();
    for (int i = 0; i < words.length; i++) {
      if (i >= tokens.size() || !tokens.get(i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  static boolean opens(Statement statement) {
    return begins(statement, "begin") || begins(statement, "start", "transaction");
  }

  static boolean closes(Statement statement) {
    return begins(statement, "commit")
        || begins(statement, "end")
        || begins(statement, "abort")
        || begins(statement, "rollback") && !begins(statement, "rollback", "to");
  }

  /** The rows stand in the file, and the client of this process does not send them. */
  static boolean isCopyOfRows(Statement statement) {
    return begins(statement, "copy")
        && statement.tokens().stream().anyMatch(token -> token.is("stdin"));
  }

  static boolean isForWholeServer(Statement statement) {
    return (begins(statement, "alter") || begins(statement, "drop")) && isOfServer(statement)
        || begins(statement, "create", "database")
        || begins(statement, "create", "tablespace");
  }

  private static boolean isOfServer(Statement statement) {
    return statement.tokens().size() > 1
        && OF_SERVER.stream().anyMatch(word -> statement.tokens().get(1).is(word))
        && !begins(statement, "alter", "user", "mapping")
        && !begins(statement, "drop", "user", "mapping");
  }

  static boolean createsExtension(Statement statement) {
    return begins(statement, "create", "extension");
  }

  static Optional<String> createdRole(Statement statement) {
    boolean creates =
        begins(statement, "create", "role")
            || begins(statement, "create", "user")
                && !begins(statement, "create", "user", "mapping")
            || begins(statement, "create", "group");
    return creates && statement.tokens().size() > 2
        ? Optional.of(statement.tokens().get(2).value())
        : Optional.empty();
  }
}
