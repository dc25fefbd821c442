package dev.drift.engine.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.catalog.Catalog;
import dev.drift.engine.catalog.History;
import dev.drift.engine.catalog.HistoryChoice;
import dev.drift.engine.catalog.IntrospectionOptions;
import dev.drift.engine.catalog.Target;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.progress.RecordPlan.Repair;
import dev.drift.engine.progress.Standing.Mark;
import dev.drift.engine.progress.stops.ToolRecord;
import dev.drift.engine.source.Migration;
import dev.drift.engine.testing.TestPostgres;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordPlanTest {
  private static final Files FILES =
      Files.of("CREATE TABLE a (id int)", "CREATE TABLE b (id int)", "ALTER TABLE a ADD c int");

  /** The record on a server, written by the tool for the first migration. */
  private record Recorded(String url, String tool) {
    static Recorded of(String tool) {
      String url = TestPostgres.createDatabase();
      ToolRecord record = ToolRecord.of(tool).orElseThrow();
      TestPostgres.execute(url, record.create());
      TestPostgres.execute(url, record.insert(digits(FILES.migrations().get(0))));
      return new Recorded(url, tool);
    }

    History history() {
      return Catalog.histories(Target.of(Optional.of(url)), tool, HistoryChoice.FOUND, model())
          .get(0);
    }

    SchemaModel model() {
      return Catalog.introspect(Target.of(Optional.of(url)), IntrospectionOptions.defaults())
          .model();
    }
  }

  /** Some tools keep checksums as numbers, or as hexadecimal ones. */
  private static Migration digits(Migration each) {
    return new Migration(
        each.version(), each.name(), each.file(), each.version() + "0", true, each.statements());
  }

  private static List<Migration> migrations() {
    return FILES.migrations().stream().map(RecordPlanTest::digits).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prisma",
        "flyway",
        "golang-migrate",
        "goose",
        "drizzle",
        "sqlx",
        "refinery",
        "supabase",
        "atlas",
        "graphile-migrate",
        "dbmate",
        "diesel",
        "plain"
      })
  void makesTheRecordTrueInTheToolsOwnForm(String tool) {
    Recorded recorded = Recorded.of(tool);
    var progress = Progress.of(migrations(), Optional.of(recorded.history()));
    assertEquals(Mark.APPLIED, progress.standings().get(0).mark());
    assertEquals(Mark.PENDING, progress.standings().get(2).mark());
    Status status = Status.of(progress, FILES.replayed(), FILES.after(3));

    RecordPlan plan =
        RecordPlan.of(
            status,
            recorded.history(),
            recorded.model(),
            new Repair(List.of(), Set.of(), Set.of()));
    assertEquals(List.of(), plan.refusals());
    for (int run = 0; run < 2; run++) {
      plan.entries().forEach(entry -> TestPostgres.execute(recorded.url(), entry.sql()));
    }

    var after = Progress.of(migrations(), Optional.of(recorded.history()));
    assertEquals(
        List.of(Mark.APPLIED, Mark.APPLIED, Mark.APPLIED),
        after.standings().stream().map(Standing::mark).toList());
    assertTrue(after.standings().stream().noneMatch(Standing::edited));
    assertEquals(tool.equals("golang-migrate") ? 1 : 3, recorded.history().entries().size());
  }

  @Test
  void recordsWhatARepairMakesWhole() {
    Status status = FILES.status(FILES.after(1), History.Late.RUN, "1");

    assertEquals(List.of("2", "3"), recorded(status, FILES.migrations(), Set.of()));
    assertEquals(List.of(), recorded(status, FILES.migrations().subList(0, 1), Set.of()));
    assertEquals(
        List.of("3"),
        recorded(status, FILES.migrations(), Set.of(ObjectId.of(Kind.TABLE, "public", "b"))));
  }

  @Test
  void recordsNothingUnverifiableUnlessItIsTold() {
    var files = Files.of("CREATE TABLE a (id int); SET x = 1", "INSERT INTO a VALUES (1)");
    Status status = files.status(files.after(3), History.Late.RUN);

    RecordPlan plan = plan(status, new Repair(files.migrations(), Set.of(), Set.of()));
    assertEquals(List.of("1"), plan.entries().stream().map(e -> e.migration().version()).toList());
    assertEquals(
        List.of(
            "2: 2.sql:1 leaves no trace that could be looked for; if it has run, say"
                + " --assume-applied 2"),
        plan.refusals());
    assertEquals(
        2, plan(status, new Repair(files.migrations(), Set.of(), Set.of("2"))).entries().size());
  }

  private static List<String> recorded(
      Status status, List<Migration> expected, Set<ObjectId> refused) {
    return plan(status, new Repair(expected, refused, Set.of())).entries().stream()
        .map(entry -> entry.migration().version())
        .toList();
  }

  private static RecordPlan plan(Status status, Repair repair) {
    Recorded recorded = Recorded.of("plain");
    return RecordPlan.of(status, recorded.history(), recorded.model(), repair);
  }
}
