package dev.drift.engine.catalog;

import dev.drift.engine.catalog.CatalogException.Reason;
import dev.drift.engine.model.SchemaModel;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A live database: its schema as a model, and scripts to run on it. */
public final class Catalog {
  /** How often a schema that changes while it is read is read. */
  private static final int ATTEMPTS = 5;

  private static final Duration HISTORY = Duration.ofSeconds(30);

  private Catalog() {}

  /** Starts the client, which takes as long as all the rest of a connection; reads the queries. */
  public static void prepare() {
    ServerConnection.prepare();
    CatalogReader.ALL.forEach(reader -> CatalogQuery.text(reader.family()));
  }

  /** Ends the client, after the last connection of this process. */
  public static void release() {
    ServerConnection.release();
  }

  /**
   * {@return what the database's catalogs say, all at one moment}
   *
   * <p>One connection, one read-only transaction; CONNECT is the only privilege it needs. What may
   * not be read is told in {@link Introspection#unreadable}.
   *
   * @throws CatalogException if nothing could be read
   */
  public static Introspection introspect(Target target, IntrospectionOptions options) {
    return introspect(target, options, server -> {});
  }

  /**
   * {@return the same}
   *
   * @param greeted is told the server as soon as it has answered, long before its catalogs are read
   */
  public static Introspection introspect(
      Target target, IntrospectionOptions options, Consumer<Server> greeted) {
    try (var connection = ServerConnection.open(target)) {
      for (int attempt = 1; ; attempt++) {
        Optional<Introspection> read =
            new Snapshot(connection, options, greeted).read(attempt < ATTEMPTS);
        if (read.isPresent()) {
          return read.get();
        }
      }
    }
  }

  /**
   * {@return what migration tools have recorded in the history tables that are there, the given
   * tool's first}
   *
   * @param choice the table, where the user names it: then only that one
   * @param model what the database holds
   * @throws CatalogException if a table may not be read
   */
  public static List<History> histories(
      Target target, String tool, HistoryChoice choice, SchemaModel model) {
    List<HistoryTable.Found> tables =
        choice
            .table()
            .map(name -> List.of(HistoryTable.chosen(name, tool, choice, model)))
            .orElseGet(() -> HistoryTable.find(tool, model));
    if (tables.isEmpty()) {
      return List.of();
    }
    try (var connection = ServerConnection.open(target)) {
      return tables.stream().map(table -> history(connection, table)).toList();
    }
  }

  private static History history(ServerConnection connection, HistoryTable.Found found) {
    HistoryTable form = found.form();
    try {
      return new History(
          form.tool(),
          found.table().path(),
          form.counting(),
          form.late(),
          form.order() == HistoryTable.Order.AS_RUN,
          connection.await(connection.send(found.query()), HISTORY).stream()
              .map(row -> entry(row, form))
              .toList());
    } catch (PgException e) {
      throw Failures.statement(
          "cannot read the history table " + found.table().path(), e, Reason.STATEMENT_FAILED);
    }
  }

  private static History.Entry entry(CatalogRow row, HistoryTable form) {
    return new History.Entry(
        row.text("key"),
        row.optional("checksum"),
        History.State.valueOf(row.text("state")),
        form.steps() == HistoryTable.Steps.COUNTED
            ? OptionalInt.of(row.number("steps"))
            : OptionalInt.empty());
  }

  /**
   * Runs a script of many statements as one batch: one implicit transaction, unless the script says
   * otherwise.
   *
   * @throws CatalogException with the server's message and the statement's place
   */
  public static void run(Target target, String sql) {
    if (sql.isBlank()) {
      return; // the client waits for ever for the answer to an empty query
    }
    try (var connection = ServerConnection.open(target)) {
      connection.await(connection.send(sql), Duration.ofHours(1));
    } catch (PgException e) {
      throw Failures.statement("the script fails" + place(sql, e), e, Reason.STATEMENT_FAILED);
    }
  }

  /**
   * Runs statements one after another on one connection, each as a simple query of its own, up to
   * the first that fails.
   *
   * @throws CatalogException with the server's message and the start of the statement
   */
  public static void run(Target target, List<String> statements) {
    try (var session = SqlSession.open(target)) {
      statements.forEach(session::run);
    }
  }

  /** {@return the line, unless the place is one of a text that the server made itself} */
  private static String place(String sql, PgException e) {
    int position = e.getPosition() == null ? 0 : Integer.parseInt(e.getPosition());
    if (position < 1 || position > sql.codePointCount(0, sql.length()) + 1) {
      return "";
    }
    int end = sql.offsetByCodePoints(0, position - 1);
    long line = sql.substring(0, end).chars().filter(c -> c == '\n').count() + 1;
    return " at line " + line;
  }
}
