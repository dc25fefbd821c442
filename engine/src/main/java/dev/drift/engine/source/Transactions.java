package dev.drift.engine.source;

import java.util.List;

/** Which statements PostgreSQL refuses to run inside a transaction. */
final class Transactions {
  private Transactions() {}

  /** {@return whether one of {@code statements} cannot run inside a transaction} */
  static boolean forbid(List<Statement> statements) {
    return statements.stream().anyMatch(Transactions::forbids);
  }

  private static boolean forbids(Statement statement) {
    return switch (statement.tokens().get(0).value()) {
      case "create", "drop" ->
          has(statement, 1, "database", "tablespace") || isConcurrent(statement);
      case "reindex" -> isConcurrent(statement);
      case "alter" -> has(statement, 1, "system");
      case "vacuum" -> true;
      default -> false;
    };
  }

  private static boolean isConcurrent(Statement statement) {
    return has(statement, 2, "concurrently") || has(statement, 3, "concurrently");
  }

  private static boolean has(Statement statement, int index, String... words) {
    if (statement.tokens().size() <= index) {
      return false;
    }
    for (String word : words) {
      if (statement.tokens().get(index).is(word)) {
        return true;
      }
    }
    return false;
  }
}
