package dev.drift.engine.catalog;

import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.testing.TestPostgres;
import java.util.List;
import java.util.Optional;

/** What is read of a tool's table that some SQL makes, a line a row. */
final class HistoryRows {
  private HistoryRows() {}

  static List<String> read(String tool, String sql) {
    return lines(history(tool, sql).orElseThrow());
  }

  static Optional<History> history(String tool, String sql) {
    String url = TestPostgres.createDatabase();
    TestPostgres.execute(url, sql);
    return Catalog.histories(Target.of(Optional.of(url)), tool, HistoryChoice.FOUND, model(url))
        .stream()
        .findFirst();
  }

  static SchemaModel model(String url) {
    return Catalog.introspect(Target.of(Optional.of(url)), IntrospectionOptions.defaults()).model();
  }

  static List<String> lines(History history) {
    return history.entries().stream()
        .map(entry -> entry.key() + " " + entry.checksum().orElse("-") + " " + entry.state())
        .toList();
  }
}
