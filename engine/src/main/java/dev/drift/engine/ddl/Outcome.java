package dev.drift.engine.ddl;

import dev.drift.engine.event.Recorded;
import java.util.List;

/**
 * What one statement came to.
 *
 * @param migration zero-based index of its migration
 * @param statement zero-based index within the migration
 * @param session in which it ran
 * @param events what it changed; empty if a ROLLBACK took it back
 */
public record Outcome(
    int migration, int statement, Session session, Decision decision, List<Recorded> events) {
  public Outcome {
    events = List.copyOf(events);
  }

  Outcome undone() {
    return with(List.of());
  }

  Outcome with(List<Recorded> others) {
    return new Outcome(migration, statement, session, decision, others);
  }
}
