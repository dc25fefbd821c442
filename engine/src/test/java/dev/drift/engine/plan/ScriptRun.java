package dev.drift.engine.plan;

import dev.drift.engine.sql.Piece;
import dev.drift.engine.sql.StatementSplitter;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.util.List;

/** Runs a script as psql does: statement by statement, on one connection. */
final class ScriptRun {
  private static final Vertx VERTX = Vertx.vertx(new VertxOptions().setUseDaemonThread(true));

  private ScriptRun() {}

  /** Runs all of {@code script}. */
  static void run(String url, String script) {
    runStart(url, script, Integer.MAX_VALUE);
  }

  /**
   * Runs the first {@code count} statements and closes the connection. {@return whether there are
   * more}
   */
  static boolean runStart(String url, String script, int count) {
    List<String> statements = statements(script);
    PgConnection connection = PgConnection.connect(VERTX, PgConnectOptions.fromUri(url)).await();
    try {
      for (String sql : statements.subList(0, Math.min(count, statements.size()))) {
        connection.query(sql).execute().await();
      }
    } finally {
      connection.close().await();
    }
    return count < statements.size();
  }

  private static List<String> statements(String script) {
    return StatementSplitter.split(script, StatementSplitter.Client.PSQL).pieces().stream()
        .filter(Piece.Sql.class::isInstance)
        .map(piece -> ((Piece.Sql) piece).tokens())
        .map(tokens -> script.substring(tokens.getFirst().offset(), tokens.getLast().end()))
        .toList();
  }
}
