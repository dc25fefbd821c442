package dev.drift.engine.ddl;

import dev.drift.engine.event.Recorded;
import java.util.List;

/**
 * What one statement came to.
 *
 * @param migration zero-based index of its migration
 * @param statement zero-based index within the migration
 * @param events what it changed; empty if a ROLLBACK took it back
 */
public record Outcome(int migration, int statement, Decision decision, List<Recorded> events) {
  public Outcome {
    events = List.copyOf(events);
  }

  Outcome undone() {
    return new Outcome(migration, statement, decision, List.of());
  }
}
