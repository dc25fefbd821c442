package dev.drift.engine.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.catalog.History.Late;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.progress.MigrationStatus.Verdict;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** 800 migrations of 5,000 statements. It takes about a second; the limit is for busy machines. */
class LongHistoryTest {
  private static final int MIGRATIONS = 800;
  private static final int RECORDED = 780;
  private static final int STATEMENTS = 5000;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Test
  void findsTheOneMigrationThatIsNotWhole(TestReporter reporter) {
    long start = System.nanoTime();
    Files files = Files.of(scripts());
    SchemaModel actual = without("thing_503", "state", files.replayed().model());
    Status status = files.status(actual, Late.SKIP, versions());
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    reporter.publishEntry("milliseconds", "" + taken.toMillis());

    assertEquals(STATEMENTS, files.replayed().outcomes().size());
    assertEquals(List.of(), files.replayed().problems());
    assertEquals(
        Map.of(
            Verdict.APPLIED, RECORDED - 1,
            Verdict.PARTIAL, 1,
            Verdict.UNRECORDED, MIGRATIONS - RECORDED),
        verdicts(status));
    assertEquals(Verdict.PARTIAL, status.migrations().get(502).verdict());
    assertEquals(new Point(MIGRATIONS, 0), status.point());
    assertTrue(taken.compareTo(LIMIT) < 0, "took " + taken);
  }

  private static String[] scripts() {
    return IntStream.rangeClosed(1, MIGRATIONS)
        .mapToObj(LongHistoryTest::script)
        .toArray(String[]::new);
  }

  private static String script(int number) {
    String table = "thing_" + number;
    String script =
        """
        CREATE TABLE %1$s (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          name text NOT NULL,
          amount numeric(12,2) DEFAULT 0 CHECK (amount >= 0)
        );
        CREATE INDEX %1$s_name_idx ON %1$s (name);
        COMMENT ON TABLE %1$s IS 'a thing';
        ALTER TABLE %1$s ADD COLUMN state text;
        CREATE VIEW %1$s_named AS SELECT id, name FROM %1$s WHERE name IN ('new', 'open');
        CREATE FUNCTION %1$s_count() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM %1$s';
        """
            .formatted(table);
    return number % 4 == 0
        ? script
            + "ALTER TABLE %s ADD parent bigint REFERENCES thing_%d;".formatted(table, number - 1)
        : script;
  }

  private static String[] versions() {
    return IntStream.rangeClosed(1, RECORDED).mapToObj(String::valueOf).toArray(String[]::new);
  }

  private static SchemaModel without(String table, String column, SchemaModel model) {
    Collection<SchemaObject> left =
        model.objects().stream()
            .filter(
                object ->
                    !(object.id().parent().equals(table) && object.id().name().equals(column)))
            .toList();
    return SchemaModel.of(left);
  }

  private static Map<Verdict, Integer> verdicts(Status status) {
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    status.migrations().forEach(each -> verdicts.merge(each.verdict(), 1, Integer::sum));
    return verdicts;
  }
}
