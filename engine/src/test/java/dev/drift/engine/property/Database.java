package dev.drift.engine.property;

import dev.drift.engine.catalog.OpenDatabase;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.testing.TestPostgres;
import java.util.List;
import java.util.Optional;

/** A database that is made when it is needed first, and dropped at the end. */
final class Database implements AutoCloseable {
  /** A database with subscriptions is not dropped. */
  private static final String DROP_SUBSCRIPTIONS =
      """
      DO $$
      DECLARE subscription name;
      BEGIN
        FOR subscription IN
          SELECT subname FROM pg_subscription JOIN pg_database d ON d.oid = subdbid
          WHERE datname = current_database()
        LOOP
          EXECUTE format('ALTER SUBSCRIPTION %I SET (slot_name = NONE)', subscription);
          EXECUTE format('DROP SUBSCRIPTION %I', subscription);
        END LOOP;
      END $$
      """;

  private Optional<String> url = Optional.empty();
  private Optional<OpenDatabase> open = Optional.empty();
  private int applied;

  /**
   * Runs a statement. {@return what the server has against it}
   *
   * @param before the statements that are to have been run before; those that have not been, are
   */
  Optional<String> run(List<String> before, String sql) {
    before.subList(applied, before.size()).forEach(open()::run);
    Optional<String> refused = open().run(sql);
    if (refused.isPresent() && sql.contains(";")) {
      open().run("ROLLBACK");
    }
    applied = before.size() + (refused.isEmpty() ? 1 : 0);
    return refused;
  }

  /** {@return what its catalogs say} */
  SchemaModel model() {
    return open().model();
  }

  private OpenDatabase open() {
    if (open.isEmpty()) {
      String made = TestPostgres.createDatabase();
      url = Optional.of(made);
      open = Optional.of(OpenDatabase.at(made));
    }
    return open.orElseThrow();
  }

  @Override
  public void close() {
    open.ifPresent(
        database -> {
          database.run(DROP_SUBSCRIPTIONS);
          database.close();
        });
    url.ifPresent(TestPostgres::drop);
  }
}
