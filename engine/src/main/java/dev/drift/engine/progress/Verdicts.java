package dev.drift.engine.progress;

import dev.drift.engine.catalog.History.Late;
import dev.drift.engine.progress.MigrationStatus.Extent;
import dev.drift.engine.progress.MigrationStatus.Flag;
import dev.drift.engine.progress.MigrationStatus.Verdict;
import dev.drift.engine.progress.Standing.Mark;
import dev.drift.engine.source.Migration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What is recorded of each migration, held against what it has left in the database. */
final class Verdicts {
  private final Progress progress;
  private final Map<String, Integer> recorded = new HashMap<>();
  private final int last;
  private final boolean rowEach;

  private Verdicts(Progress progress) {
    this.progress = progress;
    this.last =
        IntStream.range(0, progress.standings().size())
            .filter(i -> isRecordedVersion(progress.standings().get(i)))
            .max()
            .orElse(-1);
    this.rowEach =
        progress.standings().stream().filter(each -> each.entry().isPresent()).count() > 1;
    for (Standing standing : progress.standings()) {
      if (!standing.migration().recorded().isEmpty()) {
        recorded.merge(standing.migration().recorded(), 1, Integer::sum);
      }
    }
  }

  /** {@return the migrations with their verdicts} */
  static List<MigrationStatus> of(Progress progress, List<List<StatementStatus>> statements) {
    var verdicts = new Verdicts(progress);
    var statuses = new ArrayList<MigrationStatus>();
    for (int i = 0; i < statements.size(); i++) {
      Standing standing = progress.standings().get(i);
      Extent extent = MigrationStatus.extent(statements.get(i));
      statuses.add(
          new MigrationStatus(
              standing,
              verdicts.verdict(i, standing, extent),
              extent,
              verdicts.flags(i, standing),
              statements.get(i)));
    }
    return statuses;
  }

  /** One without a version runs after all that have one, whenever they come. */
  private static boolean isRecordedVersion(Standing standing) {
    return standing.mark() == Mark.APPLIED && !standing.migration().version().isEmpty();
  }

  private Verdict verdict(int place, Standing standing, Extent extent) {
    return switch (standing.mark()) {
      case FAILED -> Verdict.FAILED;
      case UNKNOWN -> expected(extent);
      case APPLIED ->
          isPassedOver(standing) && isLacking(extent) ? Verdict.SKIPPED : expected(extent);
      case PENDING ->
          extent != Extent.WHOLE && place < last && progress.late() == Late.SKIP
              ? Verdict.SKIPPED
              : pending(extent);
    };
  }

  private static Verdict expected(Extent extent) {
    return switch (extent) {
      case WHOLE, UNTRACEABLE -> Verdict.APPLIED;
      case PARTIAL -> Verdict.PARTIAL;
      case CHANGED -> Verdict.CHANGED;
      case MISSING -> Verdict.MISSING;
    };
  }

  private static Verdict pending(Extent extent) {
    return switch (extent) {
      case WHOLE -> Verdict.UNRECORDED;
      case PARTIAL, CHANGED -> Verdict.STARTED;
      case MISSING, UNTRACEABLE -> Verdict.PENDING;
    };
  }

  private static boolean isLacking(Extent extent) {
    return extent == Extent.PARTIAL || extent == Extent.MISSING;
  }

  /** Counted as applied for the sake of a newer row, by a tool that writes one each. */
  private boolean isPassedOver(Standing standing) {
    return progress.late() == Late.SKIP && rowEach && standing.entry().isEmpty();
  }

  private Set<Flag> flags(int place, Standing standing) {
    var flags = EnumSet.noneOf(Flag.class);
    Migration migration = standing.migration();
    if (standing.edited()) {
      flags.add(Flag.EDITED);
    }
    if (recorded.getOrDefault(migration.recorded(), 0) > 1) {
      flags.add(Flag.COLLIDES);
    }
    if (progress.outOfOrder().contains(place)) {
      flags.add(Flag.OUT_OF_ORDER);
    }
    if (standing.mark() == Mark.PENDING && place < last && progress.late() == Late.REFUSE) {
      flags.add(Flag.LATE);
    }
    return flags;
  }
}
