package dev.drift.engine.lint;

import dev.drift.engine.ddl.Outcome;
import dev.drift.engine.ddl.Replayed;
import dev.drift.engine.event.Origin;
import dev.drift.engine.event.Recorded;
import dev.drift.engine.event.SchemaEvent;
import dev.drift.engine.event.SchemaEvent.Created;
import dev.drift.engine.event.SchemaEvent.Renamed;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.source.Migration;
import dev.drift.engine.source.Problem;
import dev.drift.engine.source.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A history as rules read it.
 *
 * @param events in order, each with the statement behind it and whether its table was made by an
 *     earlier migration
 */
record Story(List<Migration> migrations, Replayed replayed, List<Happening> events) {

  /**
   * One event.
   *
   * @param old whether the table it happens to was made by an earlier migration
   */
  record Happening(SchemaEvent event, Origin origin, Statement statement, boolean old) {}

  static Story of(List<Migration> migrations, Replayed replayed) {
    Map<ObjectId, Integer> tables = new HashMap<>();
    var events = new ArrayList<Happening>();
    for (Outcome outcome : replayed.outcomes()) {
      Statement statement =
          migrations.get(outcome.migration()).statements().get(outcome.statement());
      for (Recorded recorded : outcome.events()) {
        SchemaEvent event = recorded.event();
        ObjectId id = event.subject();
        int made = tables.getOrDefault(id.parentTable(), outcome.migration());
        events.add(new Happening(event, recorded.origin(), statement, made < outcome.migration()));
        if (event instanceof Created && id.kind() == Kind.TABLE) {
          tables.put(id, outcome.migration());
        } else if (event instanceof Renamed renamed && id.kind() == Kind.TABLE) {
          tables.put(renamed.after().id(), tables.getOrDefault(id, outcome.migration()));
        }
      }
    }
    return new Story(migrations, replayed, events);
  }

  /** {@return the statements that PostgreSQL refuses} */
  List<Problem> rejected() {
    return replayed.problems().stream()
        .filter(problem -> problem.kind() == Problem.Kind.REJECTED)
        .toList();
  }

  /** {@return the start of a migration} */
  static Origin start(Migration migration) {
    return new Origin(migration.version(), migration.file(), 1, 1, 0);
  }
}
