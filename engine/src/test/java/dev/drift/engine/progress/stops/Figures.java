package dev.drift.engine.progress.stops;

import java.util.ArrayList;
import java.util.List;

/** What was counted; mutable, for one thread. */
final class Figures {
  int stops;
  int located;
  int judged;
  int falseMissing;
  int falseApplied;
  int falseConflicting;
  int schemaStatements;
  int unverifiable;
  final List<String> details = new ArrayList<>();

  void add(Figures other) {
    stops += other.stops;
    located += other.located;
    judged += other.judged;
    falseMissing += other.falseMissing;
    falseApplied += other.falseApplied;
    falseConflicting += other.falseConflicting;
    schemaStatements += other.schemaStatements;
    unverifiable += other.unverifiable;
    details.addAll(other.details);
  }

  @Override
  public String toString() {
    return "%d of %d stops located, %d statements judged: %d falsely missing, %d falsely applied, %d falsely conflicting; %d of %d schema statements unverifiable (%.2f %%)"
        .formatted(
            located,
            stops,
            judged,
            falseMissing,
            falseApplied,
            falseConflicting,
            unverifiable,
            schemaStatements,
            100.0 * unverifiable / Math.max(1, schemaStatements));
  }
}
