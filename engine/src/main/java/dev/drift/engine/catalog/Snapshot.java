package dev.drift.engine.catalog;

import dev.drift.engine.catalog.CatalogException.Reason;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/** One attempt at reading everything, in one transaction. */
final class Snapshot {
  private static final int OLDEST = 12;

  /** Undoes a query that failed, so that the next one runs in the same transaction. */
  private static final String NEXT = "ROLLBACK TO SAVEPOINT catalog; ";

  private final ServerConnection connection;
  private final IntrospectionOptions options;
  private final Consumer<Server> greeted;
  private final List<String> unreadable = new ArrayList<>();
  private boolean foundationLost;

  Snapshot(ServerConnection connection, IntrospectionOptions options, Consumer<Server> greeted) {
    this.connection = connection;
    this.options = options;
    this.greeted = greeted;
  }

  /**
   * Sends every query before it awaits the first answer.
   *
   * @param mayRetry whether a change of the schema meanwhile ends the attempt; else it is reported
   * @return what was read; empty if it is to be read again
   */
  Optional<Introspection> read(boolean mayRetry) {
    int major = connection.major();
    Future<RowSet<Row>> greeting = connection.send(CatalogQuery.load("server", major));
    // Made while the server greets: what is sent meanwhile would be written before it is heard.
    List<String> queries =
        CatalogReader.ALL.stream()
            .map(reader -> NEXT + CatalogQuery.load(reader.family(), major))
            .toList();
    Future<RowSet<Row>> start = connection.send(start(options));
    List<Future<RowSet<Row>>> answers = queries.stream().map(connection::send).toList();
    Future<RowSet<Row>> end = connection.send("ROLLBACK");
    CatalogRow server = await(greeting).getFirst();
    requireSupported(server);
    var greeter =
        new Server(
            server.text("database"),
            connection.version(),
            major,
            searchPath(server.text("search_path")),
            server.text("time_zone"),
            roles(server));
    greeted.accept(greeter);
    await(start);
    var reading = new Reading(server.text("encoding"));
    boolean moved = false;
    for (int i = 0; i < answers.size() && !(moved && mayRetry); i++) {
      moved |= !read(CatalogReader.ALL.get(i), answers.get(i), reading);
    }
    await(end);
    if (moved && mayRetry) {
      return Optional.empty();
    }
    connection.leave();
    return Optional.of(
        new Introspection(
            SchemaModel.of(reading.objects()),
            reading.columnNumbers(),
            greeter,
            reading.notModelled(),
            unreadable));
  }

  /** {@return false if the schema changed under the query} */
  private boolean read(CatalogReader reader, Future<RowSet<Row>> answer, Reading reading) {
    try {
      List<CatalogRow> rows = connection.await(answer, patience());
      if (foundationLost) {
        unreadable.add(reader.family() + ": what they build on is unreadable");
      } else {
        reader.read(rows, reading);
      }
      return true;
    } catch (ConcurrentChange e) {
      unreadable.add(reader.family() + ": they keep changing while they are read");
      return false;
    } catch (PgException e) {
      unreadable.add(reader.family() + ": " + reason(reader, e));
      foundationLost |= reader.isFoundation();
      return !isConcurrentChange(e);
    }
  }

  private static Server.Roles roles(CatalogRow server) {
    String owner = server.text("owner");
    return new Server.Roles(
        owner,
        server.optional("owner_of_public").orElse(owner),
        new TreeSet<>(server.texts("roles")),
        new TreeSet<>(server.texts("superusers")));
  }

  private String reason(CatalogReader reader, PgException e) {
    if ("57014".equals(e.getSqlState()) || "55P03".equals(e.getSqlState())) {
      throw Failures.statement(
          "reading %s of %s takes too long".formatted(reader.family(), connection.endpoint()),
          e,
          Reason.TIMEOUT);
    }
    return String.valueOf(e.getErrorMessage());
  }

  /** An object went away between the snapshot and a catalog function, which sees the present. */
  private static boolean isConcurrentChange(PgException e) {
    return "XX000".equals(e.getSqlState());
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
  static String start(IntrospectionOptions options) {
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

  /** The schema that {@code "$user"} stands for is rarely there, and another one for each role. */
  private static List<String> searchPath(String setting) {
    return Tokenizer.tokenize(setting).stream()
        .filter(Token::isName)
        .map(Token::value)
        .filter(schema -> !schema.equals("$user"))
        .toList();
  }
}
