package dev.drift.engine.render;

import dev.drift.engine.diff.Severity;
import dev.drift.engine.lint.Advice;
import dev.drift.engine.source.Problem;
import java.util.List;

/**
 * What the migrations alone have shown.
 *
 * @param tool whose layout they have
 * @param migrations how many there are
 * @param problems statements that are opaque or not understood
 */
public record LintReport(String tool, int migrations, List<Advice> advice, List<Problem> problems) {
  public LintReport {
    advice = List.copyOf(advice);
    problems = List.copyOf(problems);
  }

  /**
   * {@return the conclusion}
   *
   * @param failOn advice of this severity or above counts
   * @param strict all of it does
   */
  public Verdict verdict(Severity failOn, boolean strict) {
    if (advice.stream().anyMatch(each -> strict || each.severity().compareTo(failOn) >= 0)) {
      return Verdict.DRIFT;
    }
    return problems.isEmpty() ? Verdict.CLEAN : Verdict.INCOMPLETE;
  }
}
