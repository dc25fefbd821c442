package dev.drift.engine.catalog;

import dev.drift.engine.catalog.CatalogException.Reason;
import dev.drift.engine.model.SchemaModel;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A live database: its schema as a model, and scripts to run on it. */
public final class Catalog {
  private static final int OLDEST = 12;
  private static final int ATTEMPTS = 3;

  /** Undoes a query that failed, so that the next one runs in the same snapshot. */
  private static final String NEXT = "ROLLBACK TO SAVEPOINT catalog; ";

  private Catalog() {}

  /**
   * {@return what the database's catalogs say, all at one moment}
   *
   * <p>One connection, one read-only transaction; CONNECT is the only privilege it needs. What may
   * not be read is told in {@link Introspection#unreadable}.
   *
   * @throws CatalogException if nothing could be read
   */
  public static Introspection introspect(Target target, IntrospectionOptions options) {
    try (var connection = ServerConnection.open(target)) {
      for (int attempt = 1; ; attempt++) {
        Optional<Introspection> read = new Snapshot(connection, options).read(attempt < ATTEMPTS);
        if (read.isPresent()) {
          return read.get();
        }
      }
    }
  }

  /**
   * Runs a script of many statements as one batch: one implicit transaction, unless the script says
   * otherwise.
   *
   * @throws CatalogException with the server's message and the statement's place
   */
  public static void run(Target target, String sql) {
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
    try (var connection = ServerConnection.open(target)) {
      for (String statement : statements) {
        try {
          connection.await(connection.send(statement), Duration.ofHours(1));
        } catch (PgException e) {
          throw Failures.statement(
              "the statement \"%s\" fails".formatted(start(statement)), e, Reason.STATEMENT_FAILED);
        }
      }
    }
  }

  private static String start(String statement) {
    String line = statement.replaceAll("\\s+", " ");
    return line.length() <= 80 ? line : line.substring(0, 77) + "...";
  }

  private static String place(String sql, PgException e) {
    if (e.getPosition() == null) {
      return "";
    }
    int end = sql.offsetByCodePoints(0, Integer.parseInt(e.getPosition()) - 1);
    long line = sql.substring(0, end).chars().filter(c -> c == '\n').count() + 1;
    return " at line " + line;
  }

  /** One attempt at reading everything. */
  private record Snapshot(ServerConnection connection, IntrospectionOptions options) {

    /** {@return what was read; empty if the schema changed meanwhile and it is to be read again} */
    Optional<Introspection> read(boolean mayRetry) {
      int major = connection.major();
      Future<RowSet<Row>> greeting = connection.send(CatalogQuery.load("server", major));
      Future<RowSet<Row>> start = connection.send(start());
      List<Future<RowSet<Row>>> answers = new ArrayList<>();
      for (CatalogReader reader : CatalogReader.ALL) {
        answers.add(connection.send(NEXT + CatalogQuery.load(reader.family(), major)));
      }
      Future<RowSet<Row>> end = connection.send("ROLLBACK");
      CatalogRow server = await(greeting).getFirst();
      requireSupported(server);
      await(start);
      var reading = new Reading(server.text("encoding"));
      var unreadable = new ArrayList<String>();
      boolean lost = false;
      for (int i = 0; i < answers.size(); i++) {
        CatalogReader reader = CatalogReader.ALL.get(i);
        try {
          List<CatalogRow> rows = connection.await(answers.get(i), patience());
          if (lost) {
            unreadable.add(reader.family() + ": what they build on is unreadable");
          } else {
            reader.read(rows, reading);
          }
        } catch (PgException e) {
          if (isConcurrentChange(e) && mayRetry) {
            await(end);
            return Optional.empty();
          }
          unreadable.add(unreadable(reader, e));
          lost |= reader.isFoundation();
        }
      }
      await(end);
      return Optional.of(
          new Introspection(
              SchemaModel.of(reading.objects()),
              new Server(server.text("database"), connection.version(), major),
              reading.notModelled(),
              unreadable));
    }

    private List<CatalogRow> await(Future<RowSet<Row>> answer) {
      try {
        return connection.await(answer, patience());
      } catch (PgException e) {
        throw Failures.statement(
            "cannot read the catalogs of " + connection.endpoint(), e, Reason.STATEMENT_FAILED);
      }
    }

    /** The server keeps its own time; the margin is for the way to it. */
    private Duration patience() {
      return options.statementTimeout().plus(connection.target().connectTimeout());
    }

    /** As pg_dump does, so that expressions come out qualified and alike everywhere. */
    private String start() {
      return """
      BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
      SET LOCAL search_path = '';
      SET LOCAL DateStyle = 'ISO, YMD';
      SET LOCAL IntervalStyle = 'postgres';
      SET LOCAL TimeZone = 'UTC';
      SET LOCAL extra_float_digits = 3;
      SET LOCAL bytea_output = 'hex';
      SET LOCAL quote_all_identifiers = off;
      SET LOCAL standard_conforming_strings = on;
      SET LOCAL jit = off;
      SET LOCAL max_parallel_workers_per_gather = 0;
      SET LOCAL statement_timeout = %d;
      SET LOCAL lock_timeout = %d;
      SAVEPOINT catalog\
      """
          .formatted(options.statementTimeout().toMillis(), options.lockTimeout().toMillis());
    }

    private void requireSupported(CatalogRow server) {
      String version = server.text("version");
      if (!version.startsWith("PostgreSQL ") || version.contains("Redshift")) {
        throw new CatalogException(
            Reason.NOT_POSTGRESQL,
            "%s is not PostgreSQL: %s".formatted(connection.endpoint(), version));
      }
      if (connection.major() < OLDEST) {
        throw new CatalogException(
            Reason.TOO_OLD,
            "%s runs PostgreSQL %s; drift reads %d and later"
                .formatted(connection.endpoint(), connection.version(), OLDEST));
      }
    }

    private String unreadable(CatalogReader reader, PgException e) {
      if ("57014".equals(e.getSqlState()) || "55P03".equals(e.getSqlState())) {
        throw Failures.statement(
            "reading %s of %s takes too long".formatted(reader.family(), connection.endpoint()),
            e,
            Reason.TIMEOUT);
      }
      return reader.family() + ": " + e.getErrorMessage();
    }

    /** An object went away between the snapshot and a catalog function, which sees the present. */
    private static boolean isConcurrentChange(PgException e) {
      return "XX000".equals(e.getSqlState())
          || "42P01".equals(e.getSqlState())
          || "42704".equals(e.getSqlState());
    }
  }
}
