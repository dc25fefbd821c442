package dev.drift.engine.progress;

import dev.drift.engine.diff.Finding;
import dev.drift.engine.diff.Severity;
import dev.drift.engine.event.Origin;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.progress.MigrationStatus.Flag;
import dev.drift.engine.source.Migration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the record contradicts the files or the database, as findings of a check. */
public final class HistoryFindings {
  private final boolean blank;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Finding, MigrationStatus> migrations = new HashMap<>();

  private HistoryFindings(boolean blank) {
    this.blank = blank;
  }

  /**
   * {@return a finding for each migration and each matter, in their order}
   *
   * <p>While nothing is recorded at all, that something is not recorded goes without saying.
   */
  public static HistoryFindings of(Status status) {
    var history = new HistoryFindings(status.isBlank());
    status.migrations().forEach(history::add);
    for (String key : status.gone()) {
      history.add(key, "file", Severity.WARNING, Optional.empty());
    }
    return history;
  }

  /** {@return the findings} */
  public List<Finding> findings() {
    return Collections.unmodifiableList(findings);
  }

  /** {@return the migration behind each finding; none behind one whose file is gone} */
  public Map<Finding, MigrationStatus> migrations() {
    return Collections.unmodifiableMap(migrations);
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
    String name = migration.version().isEmpty() ? migration.name() : migration.version();
    migrations.put(add(name, attribute, severity, Optional.of(place)), status);
  }

  private Finding add(String name, String attribute, Severity severity, Optional<Origin> place) {
    var finding =
        new Finding(
            Finding.Type.HISTORY,
            severity,
            ObjectId.global(Kind.MIGRATION, name),
            Optional.of(attribute),
            Optional.empty(),
            Optional.empty(),
            place);
    findings.add(finding);
    return finding;
  }
}
