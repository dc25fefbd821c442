package dev.drift.engine.progress;

import dev.drift.engine.diff.Finding;
import dev.drift.engine.diff.Severity;
import dev.drift.engine.event.Origin;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.progress.Standing.Mark;
import dev.drift.engine.source.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the record contradicts the files. */
public final class HistoryFindings {
  private HistoryFindings() {}

  /** {@return a finding for each migration that was edited, or broke off, in their order} */
  public static List<Finding> of(Progress progress) {
    List<Finding> findings = new ArrayList<>();
    for (Standing standing : progress.standings()) {
      if (standing.edited()) {
        findings.add(finding(standing.migration(), "checksum"));
      }
      if (standing.mark() == Mark.FAILED) {
        findings.add(finding(standing.migration(), "state"));
      }
    }
    return findings;
  }

  private static Finding finding(Migration migration, String attribute) {
    return new Finding(
        Finding.Type.HISTORY,
        Severity.WARNING,
        ObjectId.global(
            Kind.MIGRATION, migration.version().isEmpty() ? migration.name() : migration.version()),
        Optional.of(attribute),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Origin(migration.version(), migration.file(), 1, 1, 0)));
  }
}
