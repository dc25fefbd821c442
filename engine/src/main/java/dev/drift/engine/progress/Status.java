package dev.drift.engine.progress;

import dev.drift.engine.ddl.Replayed;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.progress.MigrationStatus.Verdict;
import dev.drift.engine.progress.Standing.Mark;
import dev.drift.engine.source.Migration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How far a database is: every migration and every statement of it, held against what the record
 * says and what the database shows.
 *
 * @param table the history table; empty if there is none
 * @param point where between the migrations the database fits best
 * @param exact whether it is there altogether
 * @param migrations in their order
 * @param gone what the record names and no file does
 */
public record Status(
    Optional<String> table,
    Point point,
    boolean exact,
    List<MigrationStatus> migrations,
    List<String> gone) {
  public Status {
    migrations = List.copyOf(migrations);
    gone = List.copyOf(gone);
  }

  /**
   * Judges a database.
   *
   * @param progress all migrations, and what is recorded of them
   * @param history what they come to
   * @param actual what the database holds
   */
  public static Status of(Progress progress, Replayed history, SchemaModel actual) {
    Replayed replayed = history.withoutShapes();
    List<Migration> migrations = progress.standings().stream().map(Standing::migration).toList();
    int[] ends = BestPoint.ends(migrations);
    var comparing = new Comparing(actual);
    int[] distances = Distances.of(replayed, comparing);
    int point = BestPoint.of(distances, ends, recorded(progress, ends));
    List<List<StatementStatus>> statements =
        Statements.judge(migrations, replayed, comparing, point);
    return new Status(
        progress.table(),
        point(point, ends),
        distances[point] == 0,
        Verdicts.of(progress, statements),
        progress.gone());
  }

  private static OptionalInt recorded(Progress progress, int[] ends) {
    if (!progress.isKnown()) {
      return OptionalInt.empty();
    }
    OptionalInt last = progress.lastApplied();
    return OptionalInt.of(last.isPresent() ? ends[last.getAsInt()] : 0);
  }

  private static Point point(int statements, int[] ends) {
    int whole = 0;
    while (whole < ends.length && ends[whole] <= statements) {
      whole++;
    }
    return new Point(whole, statements - (whole == 0 ? 0 : ends[whole - 1]));
  }

  /** {@return whether somebody has to look at it} */
  public boolean isTrouble() {
    return !gone.isEmpty() || migrations.stream().anyMatch(MigrationStatus::isTrouble);
  }

  /**
   * {@return the migrations whose schema is expected: those that are recorded, or wholly there; all
   * of them while nothing is recorded}
   */
  public List<Migration> counting() {
    boolean blank = isBlank();
    return migrations.stream()
        .filter(each -> blank || counts(each))
        .map(MigrationStatus::migration)
        .toList();
  }

  /** {@return whether no migration has a row in the history table} */
  boolean isBlank() {
    return migrations.stream().allMatch(each -> each.standing().entry().isEmpty());
  }

  private static boolean counts(MigrationStatus each) {
    return each.standing().mark() == Mark.APPLIED || each.verdict() == Verdict.UNRECORDED;
  }
}
