package dev.drift.engine.render;

import dev.drift.engine.diff.Finding;
import dev.drift.engine.diff.Severity;
import dev.drift.engine.progress.MigrationStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a check has found.
 *
 * @param histories the migrations that the findings of type {@code HISTORY} are about; none for one
 *     whose file is gone
 * @param accepted how many findings a baseline took out
 * @param scratch what a throwaway server said of the migrations, if one was asked
 */
public record Report(
    Source source,
    Target target,
    Coverage coverage,
    List<Finding> findings,
    Map<Finding, MigrationStatus> histories,
    int accepted,
    Optional<Scratch> scratch) {
  public Report {
    findings = List.copyOf(findings);
    histories = Map.copyOf(histories);
  }

  /** A report without a history and without a throwaway server. */
  public Report(
      Source source, Target target, Coverage coverage, List<Finding> findings, int accepted) {
    this(source, target, coverage, findings, Map.of(), accepted, Optional.empty());
  }

  /**
   * The migrations as a throwaway server ran them.
   *
   * @param server its version
   * @param settled how many statements it settled that cannot be understood by reading
   * @param open what it could not settle, a sentence each
   * @param disagreements where drift reads the migrations otherwise than the server: bugs of drift
   */
  public record Scratch(String server, int settled, List<String> open, List<String> disagreements) {
    public Scratch {
      open = List.copyOf(open);
      disagreements = List.copyOf(disagreements);
    }
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
