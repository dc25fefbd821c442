package dev.drift.engine;

import dev.drift.engine.diff.Difference;
import dev.drift.engine.progress.Progress;
import dev.drift.engine.progress.Status;
import dev.drift.engine.render.Report;
import java.util.List;
import java.util.Optional;

/**
 * One look at a database: what is intended, what is there, what is recorded, what differs.
 *
 * @param status how far the database is; empty without a record
 */
public record Inspection(
    Expectation expectation,
    Observation observation,
    Progress progress,
    Optional<Status> status,
    List<Difference> differences,
    Report report) {
  public Inspection {
    differences = List.copyOf(differences);
  }
}
