package dev.drift.engine.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.drift.engine.catalog.History;
import dev.drift.engine.catalog.History.Counting;
import dev.drift.engine.catalog.History.Entry;
import dev.drift.engine.catalog.History.Late;
import dev.drift.engine.catalog.History.State;
import dev.drift.engine.source.Migration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final List<Migration> THREE =
      List.of(migration("001", "aa"), migration("002", "bb"), migration("003", "cc"));

  @Test
  void knowsNothingWithoutARecord() {
    Progress progress = Progress.of(THREE, Optional.empty());

    assertFalse(progress.isKnown());
    assertEquals(THREE, progress.applied());
  }

  @Test
  void marksNothingByARecordWithoutARow() {
    assertEquals("PENDING PENDING PENDING", marks(Counting.EACH));
    assertEquals(THREE, progress(Counting.EACH).applied());
  }

  @Test
  void knowsNothingFromAnothersRecord() {
    assertEquals("UNKNOWN UNKNOWN UNKNOWN", marks(Counting.EACH, applied("20240101")));
  }

  @Test
  void marksEachMigrationByItsOwnRow() {
    assertEquals("APPLIED PENDING APPLIED", marks(Counting.EACH, applied("001"), applied("003")));
  }

  @Test
  void marksAllUpToTheOneThatIsNamed() {
    assertEquals("APPLIED APPLIED PENDING", marks(Counting.UP_TO, applied("002")));
  }

  @Test
  void marksTheOneThatBrokeOff() {
    assertEquals(
        "APPLIED FAILED PENDING",
        marks(Counting.UP_TO, new Entry("002", Optional.empty(), State.FAILED)));
  }

  @Test
  void countsWhatIsBehindABaselineAsApplied() {
    assertEquals(
        "APPLIED APPLIED PENDING",
        marks(Counting.EACH, new Entry("2", Optional.empty(), State.BASELINE)));
  }

  @Test
  void findsMigrationsByNumberAndByFileName() {
    assertEquals(
        "APPLIED APPLIED PENDING", marks(Counting.EACH, applied("1"), applied("002_name.sql")));
  }

  @Test
  void seesThatAFileWasEdited() {
    Progress progress =
        progress(
            Counting.EACH,
            new Entry("001", Optional.of("AA"), State.APPLIED),
            new Entry("002", Optional.of("xx"), State.APPLIED));

    assertEquals(
        List.of(false, true, false), progress.standings().stream().map(Standing::edited).toList());
  }

  private static String marks(Counting counting, Entry... entries) {
    return String.join(
        " ",
        progress(counting, entries).standings().stream()
            .map(standing -> standing.mark().name())
            .toList());
  }

  private static Progress progress(Counting counting, Entry... entries) {
    return Progress.of(
        THREE,
        Optional.of(
            new History(
                "plain", "public.history", counting, Late.RUN, true, Stream.of(entries).toList())));
  }

  private static Entry applied(String key) {
    return new Entry(key, Optional.empty(), State.APPLIED);
  }

  private static Migration migration(String version, String checksum) {
    return new Migration(version, "name", version + "_name.sql", checksum, true, List.of());
  }
}
