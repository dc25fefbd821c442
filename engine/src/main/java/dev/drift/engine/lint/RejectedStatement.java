package dev.drift.engine.lint;

import dev.drift.engine.diff.Severity;
import dev.drift.engine.event.Origin;
import java.util.List;
import java.util.Optional;

/** {@code ALTER TABLE nowhere …}: every database that this migration runs on stops here. */
final class RejectedStatement implements Rule {
  @Override
  public List<Advice> check(Story story) {
    return story.rejected().stream()
        .map(
            problem ->
                new Advice(
                    "rejected-statement",
                    Severity.ERROR,
                    Optional.empty(),
                    new Origin("", problem.file(), problem.line(), problem.column(), 0),
                    "PostgreSQL refuses this statement: " + problem.message(),
                    "Mend it, or put it behind the statement that makes what it needs."))
        .toList();
  }
}
