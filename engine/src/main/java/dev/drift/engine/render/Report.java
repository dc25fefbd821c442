package dev.drift.engine.render;

import dev.drift.engine.diff.Finding;
import dev.drift.engine.diff.Severity;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a check has found.
 *
 * @param accepted how many findings a baseline took out
 */
public record Report(
    Source source, Target target, Coverage coverage, List<Finding> findings, int accepted) {
  public Report {
    findings = List.copyOf(findings);
  }

  /**
   * The migrations.
   *
   * @param migrations how many there are
   * @param at the version whose schema is expected; empty if there are no migrations
   * @param applied the last version that the history table records; empty if not known
   * @param pending versions after {@code at}
   */
  public record Source(
      String tool, int migrations, String at, String applied, List<String> pending) {
    public Source {
      pending = List.copyOf(pending);
    }
  }

  /**
   * The database.
   *
   * @param fingerprint gives what identifies its schema; asked only where it is shown
   */
  public record Target(String database, String server, Supplier<String> fingerprint) {}

  /**
   * {@return the conclusion}
   *
   * @param failOn findings of this severity or above are drift
   * @param strict every finding and every problem is drift
   */
  public Verdict verdict(Severity failOn, boolean strict) {
    boolean drift =
        findings.stream()
            .filter(finding -> strict || finding.type() != Finding.Type.UNVERIFIABLE)
            .anyMatch(finding -> strict || finding.severity().compareTo(failOn) >= 0);
    if (drift || strict && !coverage.problems().isEmpty()) {
      return Verdict.DRIFT;
    }
    return coverage.complete() ? Verdict.CLEAN : Verdict.INCOMPLETE;
  }
}
