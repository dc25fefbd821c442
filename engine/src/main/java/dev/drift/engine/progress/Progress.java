package dev.drift.engine.progress;

import dev.drift.engine.catalog.History;
import dev.drift.engine.catalog.History.Counting;
import dev.drift.engine.catalog.History.Entry;
import dev.drift.engine.catalog.History.Late;
import dev.drift.engine.catalog.History.State;
import dev.drift.engine.progress.Standing.Mark;
import dev.drift.engine.source.Migration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Each migration, and what the history table says of it.
 *
 * @param history the record; empty if there is none, or none that says anything
 * @param standings in the migrations' order
 * @param outOfOrder the migrations, by their place, that were applied after one behind them
 * @param gone what the record names and no file does
 */
public record Progress(
    Optional<History> history,
    List<Standing> standings,
    Set<Integer> outOfOrder,
    List<String> gone) {
  public Progress {
    standings = List.copyOf(standings);
    outOfOrder = Set.copyOf(outOfOrder);
    gone = List.copyOf(gone);
  }

  /**
   * Sets the record against the files. A record in which no row names a migration says nothing: it
   * may be another tool's, or another application's. In one without a row nothing is recorded.
   */
  public static Progress of(List<Migration> migrations, Optional<History> history) {
    return history
        .map(record -> new Reading(migrations, record))
        .filter(Reading::saysAnything)
        .map(Reading::progress)
        .orElseGet(() -> unknown(migrations));
  }

  /**
   * {@return those that count as applied: that are recorded; all of them if nothing is known or
   * nothing is recorded yet}
   */
  public List<Migration> applied() {
    boolean blank = rows() == 0;
    return standings.stream()
        .filter(each -> blank || each.mark() == Mark.APPLIED || each.mark() == Mark.UNKNOWN)
        .map(Standing::migration)
        .toList();
  }

  /** {@return the version of the last one that is recorded as applied; empty if none is} */
  public String last() {
    OptionalInt last = lastApplied();
    return last.isPresent() ? standings.get(last.getAsInt()).migration().version() : "";
  }

  /** {@return how many migrations have a row of their own} */
  public long rows() {
    return standings.stream().filter(each -> each.entry().isPresent()).count();
  }

  /** {@return whether there is a record} */
  public boolean isKnown() {
    return history.isPresent();
  }

  /** {@return the history table} */
  public Optional<String> table() {
    return history.map(History::table);
  }

  /** {@return what the tool does with a migration that comes in before one that is recorded} */
  Late late() {
    return history.map(History::late).orElse(Late.RUN);
  }

  /** {@return the place of the last one that is recorded as applied; empty if none is} */
  OptionalInt lastApplied() {
    return IntStream.range(0, standings.size())
        .filter(i -> standings.get(i).mark() == Mark.APPLIED)
        .reduce((earlier, later) -> later);
  }

  private static Progress unknown(List<Migration> migrations) {
    return new Progress(
        Optional.empty(),
        migrations.stream()
            .map(each -> new Standing(each, Mark.UNKNOWN, false, Optional.empty()))
            .toList(),
        Set.of(),
        List.of());
  }

  /** One record against the files. */
  private static final class Reading {
    private final List<Migration> migrations;
    private final History history;
    private final List<Optional<Integer>> places;
    private final Set<Integer> named = new HashSet<>();

    Reading(List<Migration> migrations, History history) {
      this.migrations = migrations;
      this.history = history;
      var keys = new Keys(history);
      this.places = migrations.stream().map(keys::find).toList();
      places.forEach(place -> place.ifPresent(named::add));
    }

    boolean saysAnything() {
      return history.entries().isEmpty() || !named.isEmpty();
    }

    Progress progress() {
      return new Progress(Optional.of(history), standings(), outOfOrder(), gone());
    }

    private List<Standing> standings() {
      var standings = new ArrayList<Standing>();
      int last = -1;
      for (int i = 0; i < places.size(); i++) {
        last = places.get(i).isPresent() ? i : last;
      }
      for (int i = 0; i < migrations.size(); i++) {
        Migration migration = migrations.get(i);
        Optional<Entry> entry = places.get(i).map(history.entries()::get);
        boolean differs =
            entry.flatMap(Entry::checksum).filter(sum -> differs(sum, migration)).isPresent();
        boolean again = differs && migration.version().isEmpty();
        boolean passed = history.counting() == Counting.UP_TO && i < last;
        Mark mark = again ? Mark.PENDING : passed ? Mark.APPLIED : mark(migration, entry);
        standings.add(new Standing(migration, mark, differs && !again, entry));
      }
      return standings;
    }

    private Mark mark(Migration migration, Optional<Entry> entry) {
      if (!isRecordable(migration)) {
        return history.entries().isEmpty() ? Mark.PENDING : Mark.APPLIED;
      }
      if (entry.isEmpty()) {
        return isBehindBaseline(migration) ? Mark.APPLIED : Mark.PENDING;
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

    private boolean isBehindBaseline(Migration migration) {
      return !migration.recorded().isEmpty()
          && history.entries().stream()
              .filter(entry -> entry.state() == State.BASELINE)
              .anyMatch(entry -> Keys.compare(migration.recorded(), entry.key()) <= 0);
    }

    private Set<Integer> outOfOrder() {
      var late = new HashSet<Integer>();
      int earliest = Integer.MAX_VALUE;
      for (int i = migrations.size() - 1; i >= 0 && history.ordered(); i--) {
        if (places.get(i).isPresent() && !migrations.get(i).version().isEmpty()) {
          int place = places.get(i).get();
          if (place > earliest) {
            late.add(i);
          }
          earliest = Math.min(earliest, place);
        }
      }
      return late;
    }

    private List<String> gone() {
      return IntStream.range(0, history.entries().size())
          .filter(i -> !named.contains(i))
          .mapToObj(history.entries()::get)
          .filter(entry -> entry.state() != State.BASELINE)
          .map(Entry::key)
          .distinct()
          .toList();
    }
  }
}
