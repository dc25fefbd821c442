package dev.drift.engine.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.catalog.History;
import dev.drift.engine.catalog.History.Counting;
import dev.drift.engine.catalog.History.Entry;
import dev.drift.engine.catalog.History.Late;
import dev.drift.engine.catalog.History.State;
import dev.drift.engine.model.SchemaModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StatusTest {
  private static final Files FILES =
      Files.of(
          "CREATE TABLE a (id int PRIMARY KEY, old text)",
          "CREATE TABLE b (id int); INSERT INTO b VALUES (1); ALTER TABLE a ADD c varchar(10);"
              + " CREATE INDEX a_c ON a (c)",
          "ALTER TABLE a ALTER c TYPE text; ALTER TABLE a DROP old; DROP TABLE b",
          "ALTER TABLE a RENAME TO z; CREATE VIEW v AS SELECT c FROM z");

  @Test
  void findsEveryPointOfAHistory() {
    int statements = FILES.replayed().outcomes().size();
    for (int i = 0; i <= statements; i++) {
      Status status = FILES.status(FILES.after(i), Late.RUN);
      assertTrue(status.exact());
      assertEquals(FILES.after(i), FILES.after(count(status.point())), "after " + i);
    }
  }

  @Test
  void callsNothingMissingThatRanAndNothingAppliedThatDidNot() {
    int statements = FILES.replayed().outcomes().size();
    for (int i = 0; i <= statements; i++) {
      String verdicts = verdicts(FILES.status(FILES.after(i)));
      String ran = verdicts.substring(0, i);
      String pending = verdicts.substring(i);
      assertFalse(ran.contains("M") || ran.contains("C"), verdicts + " after " + i);
      assertFalse(pending.contains("A") || pending.contains("C"), verdicts + " after " + i);
    }
  }

  @Test
  void looksForAnObjectInTheShapeItHasAtThatPoint() {
    Status status = FILES.status(FILES.after(5), Late.RUN, "1", "2");

    assertEquals(new Point(2, 0), status.point());
    assertEquals("A AUAA MMM MM", byMigration(status));
    assertEquals("APPLIED APPLIED PENDING PENDING", migrations(status));
  }

  @Test
  void saysHowFarAMigrationGotThatBrokeOff() {
    Status status = FILES.status(FILES.after(6), Late.RUN, "1", "2");

    assertEquals(new Point(2, 1), status.point());
    assertEquals("APPLIED APPLIED STARTED PENDING", migrations(status));
  }

  @Test
  void followsARenameThatHasNotHappened() {
    var files =
        Files.of("CREATE TABLE a (id int)", "ALTER TABLE a RENAME TO z", "CREATE TABLE q (i int)");
    Status status =
        files.status(
            Files.schema("CREATE TABLE a (id int); CREATE TABLE q (i int)"),
            Late.RUN,
            "1",
            "2",
            "3");

    assertEquals("A M A", byMigration(status));
    assertEquals("APPLIED MISSING APPLIED", migrations(status));
  }

  @Test
  void knowsATableThatIsRenamedThereAndBack() {
    var files =
        Files.of(
            "CREATE TABLE a (id serial PRIMARY KEY, key text)",
            "CREATE UNIQUE INDEX a_k ON a (key)",
            "ALTER TABLE a RENAME TO b; ALTER INDEX a_pkey RENAME TO b_pkey;"
                + " ALTER INDEX a_k RENAME TO b_k",
            "ALTER TABLE b ADD c text",
            "ALTER TABLE b RENAME TO a; ALTER INDEX b_pkey RENAME TO a_pkey;"
                + " ALTER INDEX b_k RENAME TO as_k",
            "ALTER TABLE a RENAME key TO secret");
    for (int i = 0; i <= files.replayed().outcomes().size(); i++) {
      Status status = files.status(files.after(i));
      String verdicts = verdicts(status);
      assertFalse(
          verdicts.contains("C")
              || verdicts.substring(0, i).contains("M")
              || verdicts.substring(i).contains("A"),
          verdicts + " after " + i + status.migrations().get(2));
    }
  }

  @Test
  void callsSupersededWhatNothingIsLeftOf() {
    Status status = FILES.status(FILES.after(8), Late.RUN, "1", "2", "3");

    assertEquals("A SUAA AAA MM", byMigration(status));
  }

  @Test
  void callsConflictingWhatIsThereInAnotherShape() {
    var files = Files.of("CREATE TABLE a (id int, c text)", "CREATE TABLE b (id int)");
    Status status =
        files.status(Files.schema("CREATE TABLE a (id int, c jsonb); CREATE TABLE b (id int)"));

    assertEquals("C A", byMigration(status));
    assertEquals("CHANGED APPLIED", migrations(status));
    assertEquals(
        List.of("column public.a.c type OTHERWISE"),
        status.migrations().get(0).statements().get(0).lacking().stream()
            .map(each -> each.object() + " " + each.attribute().orElse("") + " " + each.state())
            .toList());
  }

  @Test
  void callsAnAttributeMissingThatIsAsBefore() {
    var files = Files.of("CREATE TABLE a (id int, c text)", "ALTER TABLE a ALTER c SET NOT NULL");

    assertEquals("A M", byMigration(files.status(Files.schema("CREATE TABLE a (id int, c text)"))));
  }

  @Test
  void comparesWithWhatIsRecorded() {
    SchemaModel second = Files.schema("CREATE TABLE b (id int)");
    var files =
        Files.of("CREATE TABLE a (id int)", "CREATE TABLE b (id int)", "CREATE TABLE c (id int)");

    assertEquals("MISSING APPLIED PENDING", migrations(files.status(second, Late.RUN, "1", "2")));
    assertEquals("PENDING UNRECORDED PENDING", migrations(files.status(second, Late.RUN)));
    assertEquals("PENDING APPLIED PENDING", migrations(files.status(second, Late.RUN, "2")));
    assertEquals("SKIPPED APPLIED PENDING", migrations(files.status(second, Late.SKIP, "2")));
    assertEquals(
        "[LATE] [] []",
        files.status(second, Late.REFUSE, "2").migrations().stream()
            .map(each -> each.flags().toString())
            .collect(Collectors.joining(" ")));
  }

  @Test
  void namesWhatIsRecordedAndHasNoFile() {
    assertEquals(List.of("9"), FILES.status(FILES.after(1), Late.RUN, "1", "9").gone());
  }

  @Test
  void seesWhatWasAppliedOutOfOrder() {
    var files = Files.of("CREATE TABLE a (id int)", "CREATE TABLE b (id int)");
    Status status = files.status(files.after(2), Late.RUN, "2", "1");

    assertEquals(
        "[OUT_OF_ORDER] []",
        status.migrations().stream()
            .map(each -> each.flags().toString())
            .collect(Collectors.joining(" ")));
    assertFalse(status.isTrouble());
  }

  @Test
  void saysWhereADirtyMigrationStands() {
    var files =
        Files.of("CREATE TABLE a (id int)", "CREATE TABLE b (id int); CREATE TABLE c (id int)");
    var dirty =
        new History(
            "golang-migrate",
            "schema_migrations",
            Counting.UP_TO,
            Late.SKIP,
            false,
            List.of(new Entry("2", Optional.empty(), State.FAILED)));
    Status status = files.status(files.after(2), dirty);

    assertEquals(new Point(1, 1), status.point());
    assertEquals("APPLIED FAILED", migrations(status));
    assertEquals(MigrationStatus.Extent.PARTIAL, status.migrations().get(1).extent());
  }

  @Test
  void expectsWhatIsRecordedOrWhollyThere() {
    var files =
        Files.of("CREATE TABLE a (id int)", "CREATE TABLE b (id int)", "CREATE TABLE c (id int)");

    assertEquals(
        files.migrations().subList(0, 2), files.status(files.after(2), Late.RUN, "1").counting());
    assertEquals(files.migrations(), files.status(files.after(0), Late.RUN).counting());
  }

  private static int count(Point point) {
    int count = point.statements();
    for (int i = 0; i < point.migrations(); i++) {
      count += FILES.migrations().get(i).statements().size();
    }
    return count;
  }

  private static String verdicts(Status status) {
    return byMigration(status).replace(" ", "");
  }

  /** {@return the first letters of the statements' verdicts} */
  private static String byMigration(Status status) {
    return status.migrations().stream()
        .map(
            each ->
                each.statements().stream()
                    .map(statement -> statement.verdict().name().substring(0, 1))
                    .collect(Collectors.joining()))
        .collect(Collectors.joining(" "));
  }

  private static String migrations(Status status) {
    return status.migrations().stream()
        .map(each -> each.verdict().name())
        .collect(Collectors.joining(" "));
  }
}
