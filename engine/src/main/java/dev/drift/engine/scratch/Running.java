package dev.drift.engine.scratch;

import dev.drift.engine.catalog.CatalogException;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.model.Extension;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.source.Migration;
import dev.drift.engine.source.Statement;
import dev.drift.engine.sql.Identifiers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** One pass over the migrations. */
final class Running {
  private static final Rerun.Refusal FOR_A_SERVER =
      new Rerun.Refusal("it concerns a whole server and was not run there", true);

  /** How CREATE EXTENSION fails where there is none of that name or version (appendix A). */
  private static final Set<String> NO_EXTENSION = Set.of("0A000", "58P01", "22023");

  /** How a statement fails that uses what no migration makes: types, functions, schemas. */
  private static final Set<String> NOT_GIVEN = Set.of("42704", "42883", "3F000");

  /** How a statement fails that uses what another one, refused for that, would have made. */
  private static final Set<String> NO_MEMBER =
      Set.of("42704", "42883", "42P01", "42703", "3F000", "0A000");

  private final ScratchHost host;
  private final Target database;
  private final TreeMap<Rerun.Place, Rerun.Refusal> refusals = new TreeMap<>();
  private boolean lacking;
  private boolean open;

  Running(ScratchHost host, Target database) {
    this.host = host;
    this.database = database;
  }

  /**
   * Installs extensions that the live database has and no migration installs. {@return what that
   * made, so far as the server has it}
   */
  Set<ObjectId> give(List<Extension> extensions) {
    var given = new TreeSet<ObjectId>();
    try (ScratchSession session = new ScratchSession(host, database)) {
      for (Extension extension : extensions) {
        String schema = extension.schema();
        boolean ready =
            schema.isEmpty()
                || Set.of("public", "pg_catalog").contains(schema)
                || session
                    .tryOnce("CREATE SCHEMA IF NOT EXISTS " + Identifiers.quote(schema))
                    .isEmpty();
        String place = schema.isEmpty() ? "" : " SCHEMA " + Identifiers.quote(schema);
        String create = "CREATE EXTENSION " + Identifiers.quote(extension.id().name()) + place;
        if (ready && session.tryOnce(create + " CASCADE").isEmpty()) {
          given.add(extension.id());
          given.add(ObjectId.global(Kind.SCHEMA, schema));
        }
      }
    }
    return given;
  }

  SortedMap<Rerun.Place, Rerun.Refusal> run(List<Migration> migrations) {
    ScratchSession session = new ScratchSession(host, database);
    try {
      for (int i = 0; i < migrations.size(); i++) {
        if (migrations.get(i).freshSession() && i > 0) {
          session.close();
          session = new ScratchSession(host, database);
        }
        run(i, migrations.get(i), session);
      }
    } finally {
      session.close();
    }
    return refusals;
  }

  private void run(int migration, Migration one, ScratchSession session) {
    List<Statement> statements = one.statements();
    for (int i = 0; i < statements.size(); i++) {
      var place = new Rerun.Place(migration, i);
      run(statements.get(i), session).ifPresent(refusal -> refusals.put(place, refusal));
    }
    if (open) {
      session.tryOnce("COMMIT");
      open = false;
    }
  }

  private Optional<Rerun.Refusal> run(Statement statement, ScratchSession session) {
    if (Purpose.isCopyOfRows(statement)) {
      return Optional.empty();
    }
    if (Purpose.isForWholeServer(statement)) {
      return Optional.of(FOR_A_SERVER);
    }
    Purpose.createdRole(statement).ifPresent(host::made);
    Optional<CatalogException> failure = attempt(statement, session);
    open = Purpose.opens(statement) || open && !Purpose.closes(statement);
    return failure.map(reason -> refusal(statement, reason));
  }

  /** In a transaction of the migration's own, one statement that fails must not end them all. */
  private Optional<CatalogException> attempt(Statement statement, ScratchSession session) {
    if (!open || Purpose.closes(statement)) {
      return session.attempt(statement.text());
    }
    session.tryOnce("SAVEPOINT drift");
    Optional<CatalogException> failure = session.tryOnce(statement.text());
    if (failure.isPresent()) {
      session.tryOnce("ROLLBACK TO SAVEPOINT drift");
      if (session.makeRole(failure.get()).isPresent()) {
        return attempt(statement, session);
      }
    }
    return failure;
  }

  private Rerun.Refusal refusal(Statement statement, CatalogException failure) {
    String state = failure.sqlState().orElse("");
    boolean ofExtension = Purpose.createsExtension(statement) && NO_EXTENSION.contains(state);
    lacking |= ofExtension || NOT_GIVEN.contains(state);
    return new Rerun.Refusal(
        failure.said(),
        ofExtension || state.startsWith("23") || lacking && NO_MEMBER.contains(state));
  }
}
