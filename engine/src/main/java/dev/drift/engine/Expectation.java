package dev.drift.engine;

import dev.drift.engine.ddl.Replay;
import dev.drift.engine.ddl.Replayed;
import dev.drift.engine.ddl.Session;
import dev.drift.engine.ddl.guard.Now;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.source.Migration;
import dev.drift.engine.source.Problem;
import java.util.List;

/**
 * What the migrations intend.
 *
 * @param tool whose layout they have
 * @param migrations those that count, in order
 * @param pending versions behind them that do not count
 * @param problems what reading and replaying them met, in order of place
 */
public record Expectation(
    String tool,
    List<Migration> migrations,
    List<String> pending,
    Replayed replayed,
    List<Problem> problems) {
  public Expectation {
    migrations = List.copyOf(migrations);
    pending = List.copyOf(pending);
    problems = List.copyOf(problems);
  }

  /** {@return this for a database that holds {@code actual}: what is expected by shape, by name} */
  Expectation fittedTo(SchemaModel actual) {
    return new Expectation(tool, migrations, pending, replayed.fittedTo(actual), problems);
  }

  /**
   * {@return the same, and what is missing of the tables that the migrations would make now}
   *
   * @param start the session in which they would start now
   */
  Expectation fittedTo(SchemaModel actual, Session start) {
    return leadingTo(
        replayed.fittedTo(
            actual,
            () -> Replay.replay(migrations, start),
            then -> Replay.replay(migrations, start.with(Now.at(then, start.now().zone())))));
  }

  /** {@return the same, replayed otherwise} */
  Expectation leadingTo(Replayed other) {
    return new Expectation(tool, migrations, pending, other, problems);
  }

  /** {@return the version whose schema is expected; empty without migrations} */
  public String at() {
    return migrations.isEmpty() ? "" : migrations.get(migrations.size() - 1).version();
  }
}
