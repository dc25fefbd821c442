package dev.drift.engine.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.drift.engine.testing.TestPostgres;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A table that no tool is known to make, named by its columns. */
class NamedHistoryTest {
  @Test
  void readsTheTableThatIsNamedByItsColumns() {
    assertEquals(
        List.of("2 - FAILED", "1 - APPLIED"),
        named(
            "CREATE SCHEMA app; CREATE TABLE app.steps (step int, \"Ok\" boolean, at timestamptz);"
                + " INSERT INTO app.steps VALUES (1, true, '2024-01-02'), (2, false, '2024-01-01')",
            "app.steps",
            Map.of("version", "step", "success", "Ok", "applied", "at")));
    assertEquals(
        List.of("001_a.sql - APPLIED"),
        named(
            "CREATE TABLE done (filename text); INSERT INTO done VALUES ('001_a.sql')",
            "done",
            Map.of()));
    assertEquals(
        List.of("3 - APPLIED"),
        named(
            "CREATE TABLE versions (id serial, version_id bigint, is_applied boolean);"
                + " INSERT INTO versions (version_id, is_applied) VALUES (3, true)",
            "versions",
            Map.of()));
  }

  @Test
  void saysWhatIsWrongWithTheTableThatIsNamed() {
    assertEquals(
        "the history table nowhere is not there: see --history", refusal("nowhere", Map.of()));
    assertEquals(
        "the history table public.t has no column that names a migration: say --history-column"
            + " version=COLUMN",
        refusal("t", Map.of()));
    assertEquals(
        "the history table public.t has no column b: say --history-column version=COLUMN",
        refusal("t", Map.of("version", "b")));
  }

  private static String refusal(String table, Map<String, String> columns) {
    return assertThrows(
            CatalogException.class, () -> named("CREATE TABLE t (a int)", table, columns))
        .getMessage();
  }

  private static List<String> named(String sql, String table, Map<String, String> columns) {
    String url = TestPostgres.createDatabase();
    TestPostgres.execute(url, sql);
    var choice = new HistoryChoice(Optional.of(table), new TreeMap<>(columns));
    return HistoryRows.lines(
        Catalog.histories(Target.of(Optional.of(url)), "goose", choice, HistoryRows.model(url))
            .get(0));
  }
}
