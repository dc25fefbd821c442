package dev.drift.engine.property;

import dev.drift.engine.catalog.OpenDatabase;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.testing.TestPostgres;
import java.util.List;
import java.util.Optional;

/** A database that is made when it is needed first, and dropped at the end. */
final class Database implements AutoCloseable {
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
    open.ifPresent(OpenDatabase::close);
    url.ifPresent(TestPostgres::drop);
  }
}
