package dev.drift.engine;

import dev.drift.engine.diff.Difference;
import dev.drift.engine.progress.Progress;
import dev.drift.engine.render.Report;
import java.util.List;

/** One look at a database: what is intended, what is there, what is recorded, what differs. */
public record Inspection(
    Expectation expectation,
    Observation observation,
    Progress progress,
    List<Difference> differences,
    Report report) {
  public Inspection {
    differences = List.copyOf(differences);
  }
}
