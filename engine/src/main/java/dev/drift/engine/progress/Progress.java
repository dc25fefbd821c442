package dev.drift.engine.progress;

import dev.drift.engine.catalog.History;
import dev.drift.engine.catalog.History.Counting;
import dev.drift.engine.catalog.History.Entry;
import dev.drift.engine.catalog.History.State;
import dev.drift.engine.progress.Standing.Mark;
import dev.drift.engine.source.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Each migration, and what the history table says of it.
 *
 * @param table the history table; empty if there is none, or none that says anything
 * @param standings in the migrations' order
 */
public record Progress(Optional<String> table, List<Standing> standings) {
  public Progress {
    standings = List.copyOf(standings);
  }

  /**
   * Sets the record against the files. A record without a row says nothing, nor does one in which
   * no row names a migration: it may be another tool's, or another application's.
   */
  public static Progress of(List<Migration> migrations, Optional<History> history) {
    return history
        .filter(record -> migrations.stream().anyMatch(each -> entry(each, record).isPresent()))
        .map(record -> recorded(migrations, record))
        .orElseGet(() -> unknown(migrations));
  }

  /** {@return those that are recorded as applied; all of them if nothing is known} */
  public List<Migration> applied() {
    return standings.stream()
        .filter(each -> each.mark() == Mark.APPLIED || each.mark() == Mark.UNKNOWN)
        .map(Standing::migration)
        .toList();
  }

  /** {@return the version of the last one that is recorded as applied; empty if none is} */
  public String last() {
    return standings.stream()
        .filter(each -> each.mark() == Mark.APPLIED)
        .reduce((earlier, later) -> later)
        .map(each -> each.migration().version())
        .orElse("");
  }

  /** {@return whether there is a record} */
  public boolean isKnown() {
    return table.isPresent();
  }

  private static Progress unknown(List<Migration> migrations) {
    return new Progress(
        Optional.empty(),
        migrations.stream().map(each -> new Standing(each, Mark.UNKNOWN, false)).toList());
  }

  private static Progress recorded(List<Migration> migrations, History history) {
    List<Standing> standings = new ArrayList<>();
    int last = last(migrations, history);
    for (int i = 0; i < migrations.size(); i++) {
      Migration migration = migrations.get(i);
      Optional<Entry> entry = entry(migration, history);
      boolean passed = history.counting() == Counting.UP_TO && i < last;
      standings.add(
          new Standing(
              migration,
              passed || !isRecordable(migration) ? Mark.APPLIED : mark(migration, entry, history),
              entry.flatMap(Entry::checksum).filter(sum -> differs(sum, migration)).isPresent()));
    }
    return new Progress(Optional.of(history.table()), standings);
  }

  private static Mark mark(Migration migration, Optional<Entry> entry, History history) {
    if (entry.isEmpty()) {
      return isBehindBaseline(migration, history) ? Mark.APPLIED : Mark.PENDING;
    }
    return entry.get().state() == State.FAILED ? Mark.FAILED : Mark.APPLIED;
  }

  /** Callbacks run beside the migrations and leave no trace of their own. */
  private static boolean isRecordable(Migration migration) {
    return !migration.recorded().isEmpty() || !migration.checksum().isEmpty();
  }

  private static boolean differs(String recorded, Migration migration) {
    return !migration.checksum().isEmpty() && !migration.checksum().equalsIgnoreCase(recorded);
  }

  private static boolean isBehindBaseline(Migration migration, History history) {
    return history.entries().stream()
        .filter(entry -> entry.state() == State.BASELINE)
        .anyMatch(entry -> Keys.compare(migration.recorded(), entry.key()) <= 0);
  }

  private static int last(List<Migration> migrations, History history) {
    for (int i = migrations.size() - 1; i >= 0; i--) {
      if (entry(migrations.get(i), history).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<Entry> entry(Migration migration, History history) {
    return history.entries().stream()
        .filter(entry -> Keys.name(entry.key(), migration))
        .reduce((earlier, later) -> later);
  }
}
