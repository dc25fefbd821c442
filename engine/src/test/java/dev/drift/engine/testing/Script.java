package dev.drift.engine.testing;

import dev.drift.engine.sql.Piece;
import dev.drift.engine.sql.StatementSplitter;
import dev.drift.engine.sql.StatementSplitter.Client;
import dev.drift.engine.sql.Token;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.List;

/** A script that is run as psql runs it: one connection, one statement after another. */
public final class Script {
  private Script() {}

  /**
   * Runs all of it.
   *
   * @throws Failure at the first statement that the server refuses
   */
  public static void run(String url, String sql) {
    TestPostgres.connected(
        url,
        connection -> {
          for (Statement statement : statements(sql)) {
            statement.run(connection);
          }
          return url;
        });
  }

  /** {@return what the server says of each statement that it refuses; the others are run} */
  public static List<String> attempt(String url, String sql) {
    return TestPostgres.connected(
        url,
        connection -> {
          List<String> refused = new ArrayList<>();
          for (Statement statement : statements(sql)) {
            try {
              statement.run(connection);
            } catch (Failure e) {
              refused.add(e.getMessage());
            }
          }
          return refused;
        });
  }

  /** A statement was refused; the message begins with its line. */
  public static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Failure(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private static List<Statement> statements(String sql) {
    return StatementSplitter.split(sql, Client.PSQL).pieces().stream()
        .filter(Piece.Sql.class::isInstance)
        .map(Piece.Sql.class::cast)
        .map(piece -> Statement.of(sql, piece.tokens()))
        .toList();
  }

  private record Statement(int line, String sql) {
    static Statement of(String script, List<Token> tokens) {
      Token first = tokens.getFirst();
      Token last = tokens.getLast();
      return new Statement(
          first.line(), script.substring(first.offset(), last.offset() + last.text().length()));
    }

    void run(PgConnection connection) {
      try {
        connection.query(sql).execute().await();
      } catch (PgException e) {
        throw new Failure(
            "line %d: %s%s\n%s"
                .formatted(
                    line,
                    e.getErrorMessage(),
                    e.getDetail() == null ? "" : "\n" + e.getDetail(),
                    sql),
            e);
      }
    }
  }
}
