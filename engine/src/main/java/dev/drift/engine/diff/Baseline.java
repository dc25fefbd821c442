package dev.drift.engine.diff;

import java.util.List;
import java.util.Set;

/** Findings that are known and accepted, by {@link Finding#id}. */
public record Baseline(Set<String> ids) {
  public Baseline {
    ids = Set.copyOf(ids);
  }

  /** {@return the baseline that accepts nothing} */
  public static Baseline none() {
    return new Baseline(Set.of());
  }

  /** {@return the findings that are not accepted} */
  public List<Finding> fresh(List<Finding> findings) {
    return findings.stream().filter(finding -> !ids.contains(finding.id())).toList();
  }
}
