package dev.drift.engine.lint;

import dev.drift.engine.diff.Severity;
import dev.drift.engine.source.Migration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code 003_a.sql} and {@code 003_b.sql}: a record by number knows only one of them. */
final class CollidingNumber implements Rule {
  @Override
  public List<Advice> check(Story story) {
    Map<String, Migration> first = new HashMap<>();
    var advice = new ArrayList<Advice>();
    for (Migration migration : story.migrations()) {
      if (migration.recorded().isEmpty()) {
        continue;
      }
      Migration other = first.putIfAbsent(migration.recorded(), migration);
      if (other != null) {
        advice.add(
            new Advice(
                "colliding-number",
                Severity.WARNING,
                Optional.empty(),
                Story.start(migration),
                "%s has the number of %s: a history table that records numbers knows one of them."
                    .formatted(migration.file(), other.file()),
                "Give the newer one a number of its own."));
      }
    }
    return advice;
  }
}
