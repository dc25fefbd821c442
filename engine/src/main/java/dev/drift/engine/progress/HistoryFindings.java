package dev.drift.engine.progress;

import dev.drift.engine.diff.Finding;
import dev.drift.engine.diff.Severity;
import dev.drift.engine.event.Origin;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.progress.MigrationStatus.Flag;
import dev.drift.engine.source.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the record contradicts the files or the database, as findings of a check. */
public final class HistoryFindings {
  private final boolean blank;
  private final List<Finding> findings = new ArrayList<>();

  private HistoryFindings(boolean blank) {
    this.blank = blank;
  }

  /**
   * {@return a finding for each migration and each matter, in their order}
   *
   * <p>While nothing is recorded at all, that something is not recorded goes without saying.
   */
  public static List<Finding> of(Status status) {
    var history = new HistoryFindings(status.isBlank());
    status.migrations().forEach(history::add);
    for (String key : status.gone()) {
      history.add(key, "file", Severity.WARNING, Optional.empty());
    }
    return history.findings;
  }

  private void add(MigrationStatus status) {
    switch (status.verdict()) {
      case APPLIED, CHANGED, PENDING -> {} // what differs says so itself
      case PARTIAL, MISSING, SKIPPED, FAILED ->
          add(status, status.verdict().label(), Severity.ERROR);
      case UNRECORDED, STARTED -> {
        if (!blank) {
          add(status, status.verdict().label(), Severity.WARNING);
        }
      }
    }
    for (Flag flag : status.flags()) {
      switch (flag) {
        case EDITED -> add(status, "checksum", Severity.WARNING);
        case COLLIDES, LATE -> add(status, flag.label(), Severity.WARNING);
        case OUT_OF_ORDER -> add(status, flag.label(), Severity.INFO);
      }
    }
  }

  private void add(MigrationStatus status, String attribute, Severity severity) {
    Migration migration = status.migration();
    var start = new Origin(migration.version(), migration.file(), 1, 1, 0);
    Origin place =
        status.statements().stream()
            .filter(statement -> !statement.lacking().isEmpty())
            .findFirst()
            .filter(statement -> !attribute.equals("checksum"))
            .map(
                statement ->
                    new Origin(
                        migration.version(),
                        statement.statement().file(),
                        statement.statement().line(),
                        statement.statement().column(),
                        statement.number() - 1))
            .orElse(start);
    add(
        migration.version().isEmpty() ? migration.name() : migration.version(),
        attribute,
        severity,
        Optional.of(place));
  }

  private void add(String name, String attribute, Severity severity, Optional<Origin> place) {
    findings.add(
        new Finding(
            Finding.Type.HISTORY,
            severity,
            ObjectId.global(Kind.MIGRATION, name),
            Optional.of(attribute),
            Optional.empty(),
            Optional.empty(),
            place));
  }
}
